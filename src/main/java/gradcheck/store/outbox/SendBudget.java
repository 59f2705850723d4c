package gradcheck.store.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the platform still lets through: people written to today, and until when it wants to be left alone. */
public final class SendBudget {
    private static final String PLATFORM = "platform";

    private final Handle handle;

    public SendBudget(Handle handle) {
        this.handle = handle;
    }

    /**
     * A pause of all sending.
     *
     * @param level how often in a row the limit was hit: a minute's, an hour's, the day's
     */
    public record Pause(int level, Instant since, Instant until) {}

    /** Counts people before they are written to, so that a crash never makes the day's number too small. */
    public void count(LocalDate day, int people) {
        handle.createUpdate("INSERT INTO sending_day (day, people) VALUES (:day, :people)"
                        + " ON CONFLICT (day) DO UPDATE SET people = sending_day.people + excluded.people")
                .bind("day", day.toString())
                .bind("people", people)
                .execute();
    }

    public int used(LocalDate day) {
        return handle.createQuery("SELECT people FROM sending_day WHERE day = :day")
                .bind("day", day.toString())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    public Optional<Pause> pause() {
        return handle.createQuery("SELECT * FROM sending_pause WHERE cause = :cause")
                .bind("cause", PLATFORM)
                .map((row, context) -> new Pause(
                        row.getInt("level"),
                        Instant.ofEpochMilli(row.getLong("since")),
                        Instant.ofEpochMilli(row.getLong("until"))))
                .findOne();
    }

    public void pause(Pause pause) {
        handle.createUpdate("INSERT INTO sending_pause (cause, level, since, until)"
                        + " VALUES (:cause, :level, :since, :until) ON CONFLICT (cause) DO UPDATE SET"
                        + " level = excluded.level, since = excluded.since, until = excluded.until")
                .bind("cause", PLATFORM)
                .bind("level", pause.level())
                .bind("since", pause.since().toEpochMilli())
                .bind("until", pause.until().toEpochMilli())
                .execute();
    }
}
