package gradcheck.store;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.message.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Each person's conversations, one a flow; at most one of them has the open question. */
public final class Conversations {
    private final Handle handle;

    Conversations(Handle handle) {
        this.handle = handle;
    }

    /** The conversation whose question is open. */
    public Optional<Conversation> open(PersonId person) {
        return handle.createQuery("SELECT * FROM conversation WHERE person = :person AND is_open = 1")
                .bind("person", person.value())
                .map(Conversations::conversation)
                .findFirst();
    }

    public Optional<Conversation> of(PersonId person, String flow) {
        return handle.createQuery("SELECT * FROM conversation WHERE person = :person AND flow = :flow")
                .bind("person", person.value())
                .bind("flow", flow)
                .map(Conversations::conversation)
                .findFirst();
    }

    /** Keeps the conversation; its question is the open one from now on. */
    public void keepOpen(PersonId person, Conversation conversation, Instant at) {
        closeAll(person);
        handle.createUpdate("INSERT INTO conversation (person, flow, question, answers, trail, is_open, updated_at)"
                        + " VALUES (:person, :flow, :question, :answers, :trail, 1, :at)"
                        + " ON CONFLICT (person, flow) DO UPDATE SET question = excluded.question,"
                        + " answers = excluded.answers, trail = excluded.trail, is_open = 1,"
                        + " updated_at = excluded.updated_at")
                .bind("person", person.value())
                .bind("flow", conversation.flow())
                .bind("question", conversation.question())
                .bind("answers", Pairs.write(conversation.answers().values()))
                .bind("trail", String.join("\n", conversation.trail()))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** The conversation is at its end. */
    public void end(PersonId person, String flow) {
        handle.createUpdate("DELETE FROM conversation WHERE person = :person AND flow = :flow")
                .bind("person", person.value())
                .bind("flow", flow)
                .execute();
    }

    private void closeAll(PersonId person) {
        handle.createUpdate("UPDATE conversation SET is_open = 0 WHERE person = :person AND is_open = 1")
                .bind("person", person.value())
                .execute();
    }

    private static Conversation conversation(ResultSet row, StatementContext context) throws SQLException {
        return new Conversation(
                row.getString("flow"),
                row.getString("question"),
                new Answers(Pairs.read(row.getString("answers"))),
                row.getString("trail").lines().filter(l -> !l.isEmpty()).toList());
    }

    /** The flows a person has begun and not ended. */
    public List<String> begun(PersonId person) {
        return handle.createQuery("SELECT flow FROM conversation WHERE person = :person ORDER BY flow")
                .bind("person", person.value())
                .mapTo(String.class)
                .list();
    }

    /** Whether the person has begun the flow and is at another question than this one. */
    public boolean isBeyond(PersonId person, String flow, String question) {
        return of(person, flow).filter(c -> !c.question().equals(question)).isPresent();
    }

    /** Back to that question, because what was shown since is no longer so; the answers are kept. */
    public void rewind(PersonId person, String flow, String question, Instant at) {
        handle.createUpdate("UPDATE conversation SET question = :question, trail = '', updated_at = :at"
                        + " WHERE person = :person AND flow = :flow")
                .bind("question", question)
                .bind("at", at.toEpochMilli())
                .bind("person", person.value())
                .bind("flow", flow)
                .execute();
    }
}
