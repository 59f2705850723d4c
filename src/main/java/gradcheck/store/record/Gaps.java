package gradcheck.store.record;

import gradcheck.store.engine.Metadata;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The stretches of time whose records a restore has lost. */
public final class Gaps {
    private final Handle handle;

    public Gaps(Handle handle) {
        this.handle = handle;
    }

    /**
     * What was between the last thing a copy holds and its restore.
     *
     * @param from the last stored moment
     * @param until when the copy was put in the place of the database
     */
    public record Gap(Instant from, Instant until) {}

    /** The season's latest gap, if it has any. */
    public Optional<Gap> latest(int season) {
        return all(season).stream().max(Comparator.comparing(Gap::until));
    }

    private List<Gap> all(int season) {
        return handle.createQuery("SELECT name, value FROM mark WHERE name > :from AND name < :until")
                .bind("from", name(season))
                .bind("until", "gap|" + season + "}")
                .map((row, context) -> new Gap(
                        Instant.parse(row.getString("value")),
                        Instant.parse(
                                row.getString("name").substring(name(season).length()))))
                .list();
    }

    public void add(int season, Gap gap) {
        new Metadata(handle).set(name(season) + gap.until(), gap.from().toString());
    }

    private static String name(int season) {
        return "gap|" + season + "|";
    }
}
