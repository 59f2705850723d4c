package gradcheck.store.record;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Every state that corrections have been in; only added to. */
final class CorrectionSteps {
    private final Handle handle;

    CorrectionSteps(Handle handle) {
        this.handle = handle;
    }

    void add(CorrectionRows.Id id, CorrectionRows.Step step) {
        handle.createUpdate("INSERT INTO correction_step (season, college, tag, step, state, reason, actor, at)"
                        + " SELECT :season, :college, :tag, COUNT(*) + 1, :state, :reason, :actor, :at"
                        + " FROM correction_step WHERE season = :season AND college = :college AND tag = :tag")
                .bind("season", id.season())
                .bind("college", id.college())
                .bind("tag", id.tag())
                .bind("state", step.state().title())
                .bind("reason", step.reason())
                .bind("actor", step.actor())
                .bind("at", step.at().toEpochMilli())
                .execute();
    }

    /** Oldest first. */
    List<CorrectionRows.Step> of(CorrectionRows.Id id) {
        return handle.createQuery("SELECT * FROM correction_step WHERE season = :season AND college = :college"
                        + " AND tag = :tag ORDER BY step")
                .bind("season", id.season())
                .bind("college", id.college())
                .bind("tag", id.tag())
                .map((row, context) -> new CorrectionRows.Step(
                        CorrectionRows.state(row),
                        row.getString("reason"),
                        row.getString("actor"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }
}
