package gradcheck.store.record;

import gradcheck.store.engine.ChangedStudents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Why a student may confirm, or has confirmed, once more: every version after the first has its reason. */
public final class Reopenings {
    private static final String INSERT = "INSERT INTO reopening (season, number, version, reason, actor, at)"
            + " VALUES (:season, :number, :version, :reason, :actor, :at)"
            + " ON CONFLICT (season, number, version) ";
    private static final String OPEN = "SELECT r.* FROM reopening r WHERE r.season = :season"
            + " AND NOT EXISTS (SELECT 1 FROM confirmation c WHERE c.season = r.season AND c.number = r.number"
            + " AND c.version >= r.version)";

    private final Handle handle;
    private final ChangedStudents changed;

    public Reopenings(Handle handle, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
    }

    /**
     * One reopening.
     *
     * @param version the version it leads to
     * @param actor the userid of the secretary, or of the student; empty: the roster has changed
     */
    public record Row(String number, int version, String reason, String actor, Instant at) {}

    /** The first reason for a version stands. */
    public void put(int season, Row row) {
        keep(INSERT + "DO NOTHING", season, row);
    }

    /** A reason that outweighs whatever was there: the confirmed record is no longer what the roster says. */
    public void demand(int season, Row row) {
        keep(INSERT + "DO UPDATE SET reason = excluded.reason, actor = excluded.actor, at = excluded.at", season, row);
    }

    private void keep(String sql, int season, Row row) {
        changed.add(season, row.number());
        handle.createUpdate(sql)
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
                .map(Reopenings::row)
                .findOne();
    }

    /** The reopening that still waits for its confirmation. */
    public Optional<Row> open(int season, String number) {
        return handle.createQuery(OPEN + " AND r.number = :number")
                .bind("season", season)
                .bind("number", number)
                .map(Reopenings::row)
                .findFirst();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getString("number"),
                row.getInt("version"),
                row.getString("reason"),
                row.getString("actor"),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
