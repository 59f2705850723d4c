package gradcheck.store.people;

import gradcheck.domain.Standing;
import gradcheck.store.engine.ChangedStudents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is paused, taken out of this year's list, or has more time than the others. */
public final class EnrollmentHolds {
    private final Handle handle;
    private final ChangedStudents changed;

    public EnrollmentHolds(Handle handle, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
    }

    public void put(int season, String number, Standing standing) {
        changed.add(season, number);
        handle.createUpdate("INSERT INTO standing (season, number, state, reason, until, actor, at)"
                        + " VALUES (:season, :number, :state, :reason, :until, :actor, :at)"
                        + " ON CONFLICT (season, number) DO UPDATE SET state = excluded.state,"
                        + " reason = excluded.reason, until = excluded.until, actor = excluded.actor,"
                        + " at = excluded.at")
                .bind("season", season)
                .bind("number", number)
                .bind("state", standing.state().name())
                .bind("reason", standing.reason())
                .bind("until", standing.until().map(LocalDate::toString).orElse(""))
                .bind("actor", standing.actor())
                .bind("at", standing.at().toEpochMilli())
                .execute();
    }

    /** The student's standing; {@link Standing#ORDINARY} where nobody has said anything. */
    public Standing of(int season, String number) {
        return handle.createQuery("SELECT * FROM standing WHERE season = :season AND number = :number")
                .bind("season", season)
                .bind("number", number)
                .map((row, context) -> new Standing(
                        Standing.State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        Optional.of(row.getString("until"))
                                .filter(d -> !d.isEmpty())
                                .map(LocalDate::parse),
                        row.getString("actor"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .findOne()
                .orElse(Standing.ORDINARY);
    }

    /** The states of all who have one, by 学号. */
    public Map<String, Standing.State> states(int season) {
        Map<String, Standing.State> states = new HashMap<>();
        handle.createQuery("SELECT number, state FROM standing WHERE season = :season")
                .bind("season", season)
                .map((row, context) ->
                        states.put(row.getString("number"), Standing.State.valueOf(row.getString("state"))))
                .list();
        return states;
    }
}
