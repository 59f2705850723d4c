package gradcheck.store.people;

import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What each person was asked back last: which of these was meant; and what was talked about. */
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
            handle.createUpdate("UPDATE offer SET choices = '' WHERE person = :person")
                    .bind("person", person.value())
                    .execute();
        }
        return choices;
    }

    /** Notes what is talked about now. */
    public void talkOf(PersonId person, String topic, Instant at) {
        handle.createUpdate("INSERT INTO offer (person, choices, made_at, topic) VALUES (:person, '', :at, :topic)"
                        + " ON CONFLICT (person) DO UPDATE SET topic = excluded.topic, made_at = excluded.made_at")
                .bind("person", person.value())
                .bind("topic", topic)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** What was talked about since that moment; empty where nothing was. */
    public Optional<String> topic(PersonId person, Instant since) {
        return handle.createQuery(
                        "SELECT topic FROM offer WHERE person = :person AND made_at >= :since AND topic <> ''")
                .bind("person", person.value())
                .bind("since", since.toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }
}
