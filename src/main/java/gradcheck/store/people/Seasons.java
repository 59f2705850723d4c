package gradcheck.store.people;

import gradcheck.message.PersonId;
import gradcheck.store.engine.Metadata;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The years the database has, and which of them are over. */
public final class Seasons {
    private static final String CLOSED = "season-closed|";

    private final Handle handle;
    private final Metadata marks;

    public Seasons(Handle handle) {
        this.handle = handle;
        this.marks = new Metadata(handle);
    }

    /** From now on nothing is changed and nobody is reminded; what was confirmed can still be looked at. */
    public void close(int season, Instant at) {
        marks.set(CLOSED + season, at.toString());
    }

    public boolean isClosed(int season) {
        return closedAt(season).isPresent();
    }

    public Optional<Instant> closedAt(int season) {
        return marks.get(CLOSED + season).map(Instant::parse);
    }

    /** The latest season in whose roster the person's account stands. */
    public Optional<Integer> latestOf(PersonId person) {
        return handle.createQuery("SELECT MAX(season) FROM student WHERE person = :person")
                .bind("person", person.value())
                .mapTo(Integer.class)
                .findOne();
    }

    /** The latest season that has students and comes before this one. */
    public Optional<Integer> before(int season) {
        return handle.createQuery("SELECT MAX(season) FROM student WHERE season < :season")
                .bind("season", season)
                .mapTo(Integer.class)
                .findOne();
    }
}
