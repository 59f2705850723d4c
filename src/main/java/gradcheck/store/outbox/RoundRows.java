package gradcheck.store.outbox;

import gradcheck.message.OutcomeCause;
import gradcheck.message.OutcomeKind;
import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rounds of reminders that a member of staff has started, and how far each is. */
public final class RoundRows {
    private static final String APART = "\n";
    /** The index is of messages of rounds alone, which SQLite doesn't infer from a value it is given later. */
    private static final String OF_ROUND = "round = :id AND round <> ''";

    private static final RowMapper<Row> ROW = (row, context) -> new Row(
            row.getString("id"),
            row.getString("audience"),
            Arrays.stream(row.getString("colleges").split(APART, -1)).toList(),
            new PersonId(row.getString("starter")),
            Instant.ofEpochMilli(row.getLong("started_at")),
            row.getInt("people"),
            State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)));

    private final Handle handle;

    public RoundRows(Handle handle) {
        this.handle = handle;
    }

    /** What a round may be told. */
    public enum State {
        RUNNING,
        PAUSED,
        CANCELLED;

        private String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A round.
     *
     * @param id short, and counted within the season
     * @param colleges one empty name stands for all
     * @param people how many it was queued for
     */
    public record Row(
            String id,
            String audience,
            List<String> colleges,
            PersonId starter,
            Instant startedAt,
            int people,
            State state) {
        public Row {
            colleges = List.copyOf(colleges);
        }
    }

    /** The next free id of a season. */
    public String nextId(int season) {
        int count = handle.createQuery("SELECT COUNT(*) FROM round WHERE season = :season")
                .bind("season", season)
                .mapTo(Integer.class)
                .one();
        return season + "-" + (count + 1);
    }

    public void add(int season, Row row) {
        handle.createUpdate(
                        "INSERT INTO round (id, season, audience, colleges, starter, started_at, people, state,"
                                + " changed_at) VALUES (:id, :season, :audience, :colleges, :starter, :at, :people, :state, :at)")
                .bind("id", row.id())
                .bind("season", season)
                .bind("audience", row.audience())
                .bind("colleges", String.join(APART, row.colleges()))
                .bind("starter", row.starter().value())
                .bind("at", row.startedAt().toEpochMilli())
                .bind("people", row.people())
                .bind("state", row.state().stored())
                .execute();
    }

    public Optional<Row> byId(String id) {
        return handle.createQuery("SELECT * FROM round WHERE id = :id")
                .bind("id", id)
                .map(ROW)
                .findOne();
    }

    /** The season's rounds, latest first. */
    public List<Row> all(int season) {
        return handle.createQuery("SELECT * FROM round WHERE season = :season ORDER BY started_at DESC, id DESC")
                .bind("season", season)
                .map(ROW)
                .list();
    }

    /** False when the round is not in one of these states. */
    public boolean move(String id, List<State> from, State to, Instant at) {
        return handle.createUpdate(
                                "UPDATE round SET state = :to, changed_at = :at WHERE id = :id AND state IN (<from>)")
                        .bind("to", to.stored())
                        .bind("at", at.toEpochMilli())
                        .bind("id", id)
                        .bindList("from", from.stream().map(State::stored).toList())
                        .execute()
                == 1;
    }

    /** What is not under way yet stays unsent. */
    public int dropWaiting(String id, OutcomeCause why, Instant at) {
        return SendResult.dropped(why)
                .bindTo(handle.createUpdate("UPDATE outbox SET state = 'settled', " + SendResult.COLUMNS
                        + ", settled_at = :at WHERE " + OF_ROUND + " AND state = 'new'"))
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** How many of a round's messages ended how; what is still under way stands under none. */
    public Map<OutcomeKind, Integer> outcomes(String id) {
        Map<OutcomeKind, Integer> counts = new EnumMap<>(OutcomeKind.class);
        handle.createQuery(
                        "SELECT CASE WHEN state = 'settled' THEN outcome_kind ELSE 'NONE' END AS ended, COUNT(*) AS people"
                                + " FROM outbox WHERE " + OF_ROUND + " GROUP BY ended")
                .bind("id", id)
                .map((row, context) -> counts.put(OutcomeKind.valueOf(row.getString("ended")), row.getInt("people")))
                .list();
        return counts;
    }

    /** Whom a round did not reach, for certain; who may have got it is not among them. */
    public List<PersonId> failed(String id) {
        return new ArrayList<>(handle.createQuery("SELECT DISTINCT person FROM outbox WHERE " + OF_ROUND
                        + " AND state = 'settled' AND outcome_kind IN ('REFUSED', 'GIVEN_UP')")
                .bind("id", id)
                .map((row, context) -> new PersonId(row.getString("person")))
                .list());
    }
}
