package gradcheck.store.desk;

import gradcheck.message.PersonId;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What each secretary's last digest said. */
public final class Digests {
    private final Handle handle;

    public Digests(Handle handle) {
        this.handle = handle;
    }

    public void keep(PersonId person, String facts, LocalDate day) {
        handle.createUpdate("INSERT INTO digest (person, facts, day) VALUES (:person, :facts, :day)"
                        + " ON CONFLICT (person) DO UPDATE SET facts = excluded.facts, day = excluded.day")
                .bind("person", person.value())
                .bind("facts", facts)
                .bind("day", day.toString())
                .execute();
    }

    /** The facts of the last one; empty before the first. */
    public Optional<String> last(PersonId person) {
        return handle.createQuery("SELECT facts FROM digest WHERE person = :person")
                .bind("person", person.value())
                .mapTo(String.class)
                .findOne();
    }
}
