package gradcheck.store.desk;

import gradcheck.store.engine.ChangedStudents;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Telephone calls to students who were not reached otherwise. */
public final class PhoneCalls {
    private final Handle handle;
    private final ChangedStudents changed;

    public PhoneCalls(Handle handle, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
    }

    /** A call, and what came of it. */
    public record Row(String number, Instant at, String result, String actor) {}

    public void add(int season, Row row) {
        changed.add(season, row.number());
        handle.createUpdate("INSERT INTO phone_call (season, number, at, result, actor)"
                        + " VALUES (:season, :number, :at, :result, :actor)"
                        + " ON CONFLICT (season, number, at) DO UPDATE SET result = excluded.result")
                .bind("season", season)
                .bind("number", row.number())
                .bind("at", row.at().toEpochMilli())
                .bind("result", row.result())
                .bind("actor", row.actor())
                .execute();
    }

    /** A student's calls, the latest first. */
    public List<Row> of(int season, String number) {
        return handle.createQuery(
                        "SELECT * FROM phone_call WHERE season = :season AND number = :number" + " ORDER BY at DESC")
                .bind("season", season)
                .bind("number", number)
                .map((row, context) -> new Row(
                        number,
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("result"),
                        row.getString("actor")))
                .list();
    }
}
