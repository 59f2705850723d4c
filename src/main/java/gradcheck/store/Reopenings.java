package gradcheck.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Why a student may confirm, or has confirmed, once more: every version after the first has its reason. */
public final class Reopenings {
    private final Handle handle;

    Reopenings(Handle handle) {
        this.handle = handle;
    }

    /**
     * One reopening.
     *
     * @param version the version it leads to
     * @param actor the userid of the secretary, or of the student
     */
    public record Row(String number, int version, String reason, String actor, Instant at) {}

    /** The first reason for a version stands. */
    public void put(int season, Row row) {
        handle.createUpdate("INSERT INTO reopening (season, number, version, reason, actor, at)"
                        + " VALUES (:season, :number, :version, :reason, :actor, :at)"
                        + " ON CONFLICT (season, number, version) DO NOTHING")
                .bind("season", season)
                .bind("number", row.number())
                .bind("version", row.version())
                .bind("reason", row.reason())
                .bind("actor", row.actor())
                .bind("at", row.at().toEpochMilli())
                .execute();
    }

    public Optional<Row> of(int season, String number, int version) {
        return handle.createQuery("SELECT * FROM reopening WHERE season = :season AND number = :number"
                        + " AND version = :version")
                .bind("season", season)
                .bind("number", number)
                .bind("version", version)
                .map((row, context) -> new Row(
                        number,
                        version,
                        row.getString("reason"),
                        row.getString("actor"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .findOne();
    }
}
