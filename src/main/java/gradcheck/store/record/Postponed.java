package gradcheck.store.record;

import gradcheck.store.engine.ChangedStudents;
import gradcheck.store.engine.ReadCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Corrections that students keep back until they have asked the Party committee (R11). */
public final class Postponed {
    private final Handle handle;
    private final ChangedStudents changed;

    private final ReadCache<Student, List<Row>> ofStudents = new ReadCache<>(this::read);

    private record Student(int season, String number) {}

    public Postponed(Handle handle, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
    }

    /**
     * A correction that is kept back.
     *
     * @param field the field's code
     * @param value what it should become
     */
    public record Row(String number, String field, String value, Instant since) {}

    public void keep(int season, Row row) {
        ofStudents.forget();
        changed.add(season, row.number());
        handle.createUpdate("INSERT INTO postponed (season, number, field, value, since)"
                        + " VALUES (:season, :number, :field, :value, :since)"
                        + " ON CONFLICT (season, number, field) DO UPDATE SET value = excluded.value")
                .bind("season", season)
                .bind("number", row.number())
                .bind("field", row.field())
                .bind("value", row.value())
                .bind("since", row.since().toEpochMilli())
                .execute();
    }

    /** All of a student's are settled one way or the other. */
    public void clear(int season, String number) {
        ofStudents.forget();
        changed.add(season, number);
        handle.createUpdate("DELETE FROM postponed WHERE season = :season AND number = :number")
                .bind("season", season)
                .bind("number", number)
                .execute();
    }

    public List<Row> of(int season, String number) {
        return ofStudents.of(new Student(season, number));
    }

    private List<Row> read(Student student) {
        return List.copyOf(handle.createQuery(
                        "SELECT * FROM postponed WHERE season = :season AND number = :number ORDER BY since, field")
                .bind("season", student.season())
                .bind("number", student.number())
                .map(Postponed::row)
                .list());
    }

    /** Everybody's, oldest first. */
    public List<Row> all(int season) {
        return handle.createQuery("SELECT * FROM postponed WHERE season = :season ORDER BY since, number, field")
                .bind("season", season)
                .map(Postponed::row)
                .list();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getString("number"),
                row.getString("field"),
                row.getString("value"),
                Instant.ofEpochMilli(row.getLong("since")));
    }
}
