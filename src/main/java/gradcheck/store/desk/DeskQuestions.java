package gradcheck.store.desk;

import gradcheck.message.PersonId;
import gradcheck.store.engine.KeyValueText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What each member of staff was asked last and has not answered: one question at a time. */
public final class DeskQuestions {
    private final Handle handle;

    public DeskQuestions(Handle handle) {
        this.handle = handle;
    }

    /** A question by its kind, and what is needed to act on the answer. */
    public record Open(String kind, Map<String, String> details, Instant at) {
        public Open {
            details = Map.copyOf(details);
        }
    }

    public void ask(PersonId person, Open question) {
        handle.createUpdate("INSERT INTO desk_question (person, kind, details, asked_at)"
                        + " VALUES (:person, :kind, :details, :at) ON CONFLICT (person) DO UPDATE SET"
                        + " kind = excluded.kind, details = excluded.details, asked_at = excluded.asked_at")
                .bind("person", person.value())
                .bind("kind", question.kind())
                .bind("details", KeyValueText.write(question.details()))
                .bind("at", question.at().toEpochMilli())
                .execute();
    }

    public Optional<Open> of(PersonId person) {
        return handle.createQuery("SELECT * FROM desk_question WHERE person = :person")
                .bind("person", person.value())
                .map((row, context) -> new Open(
                        row.getString("kind"),
                        KeyValueText.read(row.getString("details")),
                        Instant.ofEpochMilli(row.getLong("asked_at"))))
                .findOne();
    }

    public void close(PersonId person) {
        handle.createUpdate("DELETE FROM desk_question WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }
}
