package gradcheck.store.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What was decided about a student for a reminder's rule on an occasion; each stands once, whatever crashes. */
public final class Occasions {
    private static final RowMapper<Row> ROW = (row, context) -> new Row(
            row.getString("number"),
            row.getString("rule"),
            row.getString("occasion"),
            Instant.ofEpochMilli(row.getLong("due_at")),
            row.getString("message"),
            row.getString("verdict"));

    private final Handle handle;

    public Occasions(Handle handle) {
        this.handle = handle;
    }

    /**
     * A decision.
     *
     * @param message the outbox row that says it; empty: none was queued
     * @param verdict {@code queued}, or why not
     */
    public record Row(String number, String rule, String occasion, Instant dueAt, String message, String verdict) {
        public String key() {
            return number + "|" + rule + "|" + occasion;
        }
    }

    /** Keeps decisions; one that stands already stays as it is. */
    public void add(int season, Collection<Row> rows, Instant at) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO occasion (season, number, rule, occasion, due_at, at,"
                + " message, verdict) VALUES (:season, :number, :rule, :occasion, :due, :at, :message, :verdict)"
                + " ON CONFLICT (season, number, rule, occasion) DO NOTHING");
        rows.forEach(row -> batch.bind("season", season)
                .bind("number", row.number())
                .bind("rule", row.rule())
                .bind("occasion", row.occasion())
                .bind("due", row.dueAt().toEpochMilli())
                .bind("at", at.toEpochMilli())
                .bind("message", row.message())
                .bind("verdict", row.verdict())
                .add());
        batch.execute();
    }

    /** The keys of everything decided since then. */
    public Set<String> keysSince(int season, Instant since) {
        return new HashSet<>(handle.createQuery("SELECT number || '|' || rule || '|' || occasion FROM occasion"
                        + " WHERE season = :season AND due_at >= :since")
                .bind("season", season)
                .bind("since", since.toEpochMilli())
                .mapTo(String.class)
                .list());
    }

    /** How often each student was reminded by each rule, by {@code number|rule}; what did not arrive doesn't count. */
    public Map<String, Integer> remindedByRule(int season) {
        Map<String, Integer> counts = new HashMap<>();
        handle.createQuery("SELECT c.number || '|' || c.rule AS who, COUNT(*) AS times FROM occasion c"
                        + " JOIN outbox o ON o.id = c.message WHERE c.season = :season AND c.verdict = 'queued'"
                        + " AND (o.state <> 'settled' OR o.outcome_kind IN ('SENT', 'UNKNOWN'))"
                        + " GROUP BY c.number, c.rule")
                .bind("season", season)
                .map((row, context) -> counts.put(row.getString("who"), row.getInt("times")))
                .list();
        return counts;
    }

    /** Everything decided about a student, latest first. */
    public List<Row> of(int season, String number) {
        return handle.createQuery("SELECT * FROM occasion WHERE season = :season AND number = :number"
                        + " ORDER BY due_at DESC, rule, occasion")
                .bind("season", season)
                .bind("number", number)
                .map(ROW)
                .list();
    }
}
