package gradcheck.store.query;

import gradcheck.store.outbox.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** How the bot is, in numbers: how much waits and how long, what may still be sent today, how far the season is. */
public final class StoreGauges {
    private final Handle handle;

    public StoreGauges(Handle handle) {
        this.handle = handle;
    }

    /**
     * The numbers of a moment.
     *
     * @param due messages that could go out now
     * @param later messages whose moment has not come
     * @param oldestDueMillis since when the oldest of them could; the moment itself where none waits
     * @param oldestReminderMillis the same of reminders alone
     * @param used people written to that day
     * @param pausedUntilMillis until when the platform wants to be left alone; 0: not at all
     * @param unreachable people the platform refused by name
     * @param unanswered questions nobody had an answer to
     */
    public record Numbers(
            long due,
            long later,
            long oldestDueMillis,
            long oldestReminderMillis,
            long used,
            long pausedUntilMillis,
            long unreachable,
            long unanswered,
            long students,
            long confirmed) {}

    public Numbers at(Instant now, LocalDate day, int season) {
        return handle.createQuery("SELECT"
                        + " (SELECT COUNT(*) FROM " + Outbox.OPEN + " WHERE due_at <= :now) AS due,"
                        + " (SELECT COUNT(*) FROM " + Outbox.OPEN + " WHERE due_at > :now) AS later,"
                        + " (SELECT MIN(due_at) FROM " + Outbox.OPEN + " WHERE due_at <= :now) AS oldest,"
                        + " (SELECT MIN(due_at) FROM outbox WHERE kind = '" + Outbox.REMINDER
                        + "' AND settled_at = 0 AND due_at <= :now) AS oldest_reminder,"
                        + " (SELECT people FROM sending_day WHERE day = :day) AS used,"
                        + " (SELECT MAX(until) FROM sending_pause) AS paused,"
                        + " (SELECT COUNT(*) FROM unreachable) AS unreachable,"
                        + " (SELECT SUM(asked) FROM unanswered) AS unanswered,"
                        + " (SELECT COUNT(*) FROM student WHERE season = :season) AS students,"
                        + " (SELECT COUNT(*) FROM confirmation WHERE season = :season AND version = 1) AS confirmed")
                .bind("now", now.toEpochMilli())
                .bind("day", day.toString())
                .bind("season", season)
                .map((row, context) -> new Numbers(
                        row.getLong("due"),
                        row.getLong("later"),
                        row.getObject("oldest") == null ? now.toEpochMilli() : row.getLong("oldest"),
                        row.getObject("oldest_reminder") == null ? now.toEpochMilli() : row.getLong("oldest_reminder"),
                        row.getLong("used"),
                        row.getLong("paused"),
                        row.getLong("unreachable"),
                        row.getLong("unanswered"),
                        row.getLong("students"),
                        row.getLong("confirmed")))
                .one();
    }
}
