package gradcheck.store;

import gradcheck.store.engine.ChangedStudents;
import gradcheck.store.engine.Metadata;
import gradcheck.store.outbox.Inbox;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.people.Seasons;
import gradcheck.store.record.Audit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Deletes what is personal of a season that is over: its rows, and whatever belongs to people who are in no other season.
 * The chains of confirmations keep their hashes, and some counts are kept.
 */
public final class Purge {
    private static final String MARK = "season-purged|";
    /** A message that is delivered once more must be known again; the platform tries for minutes. */
    private static final Duration REPEATED = Duration.ofDays(7);

    /** Everybody the database knows for another reason. */
    private static final String KNOWN = "(SELECT person FROM student WHERE season <> :season"
            + " UNION SELECT number FROM student WHERE season <> :season"
            + " UNION SELECT person FROM binding WHERE season <> :season UNION SELECT person FROM staff)";

    private static final String STRANGER = "person NOT IN " + KNOWN;
    private static final String OF_SEASON = "season = :season";

    /** In this order: what a condition looks at goes last. */
    private static final List<Part> PARTS = List.of(
            new Part("confirmation_payload", "receipt IN (SELECT receipt FROM confirmation WHERE season = :season)"),
            new Part("correction_step", OF_SEASON),
            new Part("correction", OF_SEASON),
            new Part("photo_fact", OF_SEASON),
            new Part("standing", OF_SEASON),
            new Part("reopening", OF_SEASON),
            new Part("postponed", OF_SEASON),
            new Part("relay", OF_SEASON),
            new Part("phone_call", OF_SEASON),
            new Part("occasion", OF_SEASON),
            new Part("conversation", STRANGER),
            new Part("offer", STRANGER),
            new Part("mute", STRANGER),
            new Part("acquaintance", STRANGER),
            new Part("unreachable", STRANGER),
            new Part("binding_failure", STRANGER),
            new Part("page", STRANGER),
            new Part("card", "(sent_at < :closed OR " + STRANGER + ")"),
            new Part("digest", "1 = 1"),
            new Part("desk_list", "1 = 1"),
            new Part("desk_question", "1 = 1"),
            new Part("desk_act", "1 = 1"),
            new Part("inbox", "received_at < :repeated AND (received_at < :closed OR " + STRANGER + ")"),
            new Part("outbox", "((state = 'settled' AND queued_at < :closed) OR " + STRANGER + ")"),
            new Part("batch", "id NOT IN (SELECT batch FROM outbox WHERE batch <> '')"),
            new Part(
                    "attachment",
                    "id NOT IN (SELECT id FROM outbox) AND id NOT IN (SELECT 'page|' || token_hash FROM page)"),
            new Part("binding_request", OF_SEASON),
            new Part("binding", OF_SEASON),
            new Part("student_status", OF_SEASON),
            new Part("student", OF_SEASON));

    /** What is kept of a season: how many, per college. */
    private static final List<String> COUNTS = List.of(
            "SELECT college, '学生', COUNT(*) FROM student WHERE season = :season GROUP BY college",
            "SELECT college, '照片' || web_photo, COUNT(*) FROM student WHERE season = :season GROUP BY college, web_photo",
            "SELECT college, '更正' || state, COUNT(*) FROM correction WHERE season = :season GROUP BY college, state");

    private final Handle handle;
    private final Seasons seasons;
    private final Metadata marks;

    Purge(Handle handle) {
        this.handle = handle;
        this.seasons = new Seasons(handle);
        this.marks = new Metadata(handle);
    }

    private record Part(String table, String where) {}

    /** How many rows of a table go. */
    public record Count(String table, long rows) {}

    /** How many of what a purged season had. */
    public record Kept(String college, String what, long amount) {}

    /** When the season was purged. */
    public Optional<Instant> doneAt(int season) {
        return marks.get(MARK + season).map(Instant::parse);
    }

    /** What would go now. */
    public List<Count> preview(int season, Instant now) {
        List<Count> counts = new ArrayList<>();
        for (Part part : PARTS) {
            String sql = "SELECT COUNT(*) FROM " + part.table() + " WHERE " + part.where();
            counts.add(new Count(
                    part.table(),
                    bound(handle.createQuery(sql), season, now)
                            .mapTo(Long.class)
                            .one()));
        }
        return counts;
    }

    /** Deletes it, in the transaction this is called in. */
    public List<Count> carryOut(int season, Instant now) {
        keepCounts(season);
        marks.set(MARK + season, now.toString());
        forgetWhoIsInTheAudit(season);
        handle.createUpdate("UPDATE confirmation SET number = 'purged:' || receipt WHERE season = :season")
                .bind("season", season)
                .execute();
        List<Count> counts = new ArrayList<>();
        for (Part part : PARTS) {
            String sql = "DELETE FROM " + part.table() + " WHERE " + part.where();
            counts.add(new Count(
                    part.table(), bound(handle.createUpdate(sql), season, now).execute()));
        }
        // What is left may stand on what went: it is derived anew when the database is opened next.
        handle.execute("UPDATE student_status SET rules = 0");
        new Inbox(handle, new ChangedStudents()).forgetBefore(now);
        new Outbox(handle).forgetBefore(now);
        return counts;
    }

    private void keepCounts(int season) {
        COUNTS.forEach(select -> handle.createUpdate("INSERT INTO purged_count (season, college, what, amount)"
                        + " SELECT :season, k.* FROM (" + select + ") k WHERE true"
                        + " ON CONFLICT (season, college, what) DO NOTHING")
                .bind("season", season)
                .execute());
    }

    /** What is kept of a season that was purged. */
    public List<Kept> kept(int season) {
        return handle.createQuery(
                        "SELECT college, what, amount FROM purged_count WHERE season = :season ORDER BY college, what")
                .bind("season", season)
                .map((row, context) -> new Kept(row.getString("college"), row.getString("what"), row.getLong("amount")))
                .list();
    }

    /** The audit still says what was done, and when; no longer to whom, nor by which student. */
    private void forgetWhoIsInTheAudit(int season) {
        Set<String> people = new HashSet<>(handle.createQuery("SELECT number FROM student WHERE season = :season"
                        + " UNION SELECT name FROM student WHERE season = :season AND name <> ''"
                        + " UNION SELECT person FROM student WHERE season = :season"
                        + " UNION SELECT person FROM binding WHERE season = :season")
                .bind("season", season)
                .mapTo(String.class)
                .list());
        Audit audit = new Audit(handle);
        audit.forgetTargets(target -> people.contains(target) || people.stream().anyMatch(target::contains));
        Set<String> staff = Set.copyOf(handle.createQuery("SELECT DISTINCT person FROM staff")
                .mapTo(String.class)
                .list());
        audit.forgetActors(actor -> people.contains(actor) && !staff.contains(actor));
    }

    /** What happened before the season was closed was about it, or about one before. */
    private <S extends SqlStatement<S>> S bound(S statement, int season, Instant now) {
        Instant closed = seasons.closedAt(season).orElse(now);
        return statement
                .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
                .bind("season", season)
                .bind("closed", closed.toEpochMilli())
                .bind("repeated", now.minus(REPEATED).toEpochMilli());
    }
}
