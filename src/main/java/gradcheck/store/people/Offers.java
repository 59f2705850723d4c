package gradcheck.store.people;

import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What each person was asked back last: which of these was meant. */
public final class Offers {
    private final Handle handle;

    public Offers(Handle handle) {
        this.handle = handle;
    }

    /** Offers these, in their order, instead of what was offered before. */
    public void make(PersonId person, List<String> choices, Instant at) {
        handle.createUpdate("INSERT INTO offer (person, choices, made_at) VALUES (:person, :choices, :at)"
                        + " ON CONFLICT (person) DO UPDATE SET choices = excluded.choices, made_at = excluded.made_at")
                .bind("person", person.value())
                .bind("choices", String.join("\n", choices))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** What was offered, which is settled by this. */
    public List<String> take(PersonId person) {
        List<String> choices = handle.createQuery("SELECT choices FROM offer WHERE person = :person")
                .bind("person", person.value())
                .mapTo(String.class)
                .findOne()
                .map(lines -> lines.lines().toList())
                .orElse(List.of());
        if (!choices.isEmpty()) {
            handle.createUpdate("DELETE FROM offer WHERE person = :person")
                    .bind("person", person.value())
                    .execute();
        }
        return choices;
    }
}
