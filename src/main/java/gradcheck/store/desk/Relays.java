package gradcheck.store.desk;

import gradcheck.store.engine.ReadCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Students' questions to a person, and how far each is. */
public final class Relays {
    private final Handle handle;
    private final ReadCache<Student, Optional<Row>> rows = new ReadCache<>(this::read);

    public Relays(Handle handle) {
        this.handle = handle;
    }

    /** How far a student's question is. */
    public enum State {
        /** The student was asked to write it. */
        ASKED,
        /** Handed on; nobody has answered. */
        OPEN,
        /** The same, and both sides were told so. */
        TOLD,
        /** Answered, or not asked after all. */
        CLOSED
    }

    /**
     * A question.
     *
     * @param secretary the userid of who answered it; empty: nobody yet
     * @param lastAt when one of the two wrote last
     */
    public record Row(String number, State state, String secretary, Instant openedAt, Instant lastAt) {
        /** Whether it waits for a person's answer. */
        public boolean isWaiting() {
            return (state == State.OPEN || state == State.TOLD) && secretary.isEmpty();
        }

        /** Both sides were told that it waits. */
        public Row told() {
            return new Row(number, State.TOLD, secretary, openedAt, lastAt);
        }
    }

    private record Student(int season, String number) {}

    public void put(int season, Row row) {
        rows.forget();
        handle.createUpdate("INSERT INTO relay (season, number, state, secretary, opened_at, last_at)"
                        + " VALUES (:season, :number, :state, :secretary, :opened, :last)"
                        + " ON CONFLICT (season, number) DO UPDATE SET state = excluded.state,"
                        + " secretary = excluded.secretary, opened_at = excluded.opened_at, last_at = excluded.last_at")
                .bind("season", season)
                .bind("number", row.number())
                .bind("state", row.state().name())
                .bind("secretary", row.secretary())
                .bind("opened", row.openedAt().toEpochMilli())
                .bind("last", row.lastAt().toEpochMilli())
                .execute();
    }

    public Optional<Row> of(int season, String number) {
        return rows.of(new Student(season, number));
    }

    private Optional<Row> read(Student student) {
        return handle.createQuery("SELECT * FROM relay WHERE season = :season AND number = :number")
                .bind("season", student.season())
                .bind("number", student.number())
                .map(Relays::row)
                .findOne();
    }

    /** Questions that wait for an answer, the oldest first. */
    public List<Row> waiting(int season) {
        return handle.createQuery("SELECT * FROM relay WHERE season = :season AND state IN ('OPEN', 'TOLD')"
                        + " AND secretary = '' ORDER BY opened_at, number")
                .bind("season", season)
                .map(Relays::row)
                .list();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getString("secretary"),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                Instant.ofEpochMilli(row.getLong("last_at")));
    }
}
