package gradcheck.store.people;

import gradcheck.message.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Wishes to use another account than the roster's: each by one account for one student, and how it ended. */
public final class BindingRequests {
    private final Handle handle;

    public BindingRequests(Handle handle) {
        this.handle = handle;
    }

    /** How far a request is. */
    public enum State {
        /** The platform is to be asked who the accounts are. */
        ASKING,
        /** With the secretary. */
        OPEN,
        GRANTED,
        REFUSED,
        /** Nobody has answered it for too long. */
        LAPSED,
        /** The right account has come, or the request was overtaken otherwise. */
        OVER
    }

    /**
     * A request.
     *
     * @param person the account that wants to be the student's
     * @param owner the account that was the student's when it was asked for
     * @param ownerSaid {@code yes} or {@code no}; empty: not asked, or not answered
     */
    public record Row(
            String id,
            int season,
            String number,
            PersonId person,
            PersonId owner,
            String ownerSaid,
            State state,
            Instant askedAt,
            Instant changedAt) {
        public boolean isPending() {
            return state == State.ASKING || state == State.OPEN;
        }

        public Row with(State next, Instant at) {
            return new Row(id, season, number, person, owner, ownerSaid, next, askedAt, at);
        }

        public Row answered(String said, Instant at) {
            return new Row(id, season, number, person, owner, said, state, askedAt, at);
        }
    }

    /** Stores the request, or where it has got to. */
    public void put(Row row) {
        handle.createUpdate("INSERT INTO binding_request (id, season, number, door, person, owner, owner_said, state,"
                        + " asked_at, changed_at) VALUES (:id, :season, :number, :door, :person, :owner, :said,"
                        + " :state, :asked, :changed) ON CONFLICT (id) DO UPDATE SET owner_said = excluded.owner_said,"
                        + " state = excluded.state, changed_at = excluded.changed_at")
                .bind("id", row.id())
                .bind("season", row.season())
                .bind("number", row.number())
                .bind("door", Bindings.APPLICATION)
                .bind("person", row.person().value())
                .bind("owner", row.owner().value())
                .bind("said", row.ownerSaid())
                .bind("state", row.state().name())
                .bind("asked", row.askedAt().toEpochMilli())
                .bind("changed", row.changedAt().toEpochMilli())
                .execute();
    }

    public Optional<Row> byId(String id) {
        return rows("id = :text", id).stream().findFirst();
    }

    /** Those of which the platform has not been asked yet, the oldest first. */
    public List<Row> toAsk() {
        return rows("state = :text", State.ASKING.name());
    }

    /** Those with a secretary, the oldest first. */
    public List<Row> waiting(int season) {
        return rows("state = :text", State.OPEN.name()).stream()
                .filter(r -> r.season() == season)
                .toList();
    }

    /** The latest by this account. */
    public Optional<Row> latestBy(PersonId person) {
        return last(rows("person = :text", person.value()));
    }

    /** The latest in which this account is the one in use. */
    public Optional<Row> latestAbout(PersonId owner) {
        return last(rows("owner = :text", owner.value()));
    }

    /** All for a student, the oldest first. */
    public List<Row> of(int season, String number) {
        return rows("number = :text", number).stream()
                .filter(r -> r.season() == season)
                .toList();
    }

    private static Optional<Row> last(List<Row> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
    }

    private List<Row> rows(String where, String text) {
        return handle.createQuery(
                        "SELECT * FROM binding_request WHERE " + where + " AND door = :door" + " ORDER BY asked_at, id")
                .bind("text", text)
                .bind("door", Bindings.APPLICATION)
                .map(BindingRequests::row)
                .list();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getInt("season"),
                row.getString("number"),
                new PersonId(row.getString("person")),
                new PersonId(row.getString("owner")),
                row.getString("owner_said"),
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }
}
