package gradcheck.store.outbox;

import gradcheck.message.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Cards that were sent, each by its task id, which is never used again. */
public final class CardRows {
    /** Nobody has tapped it, and its question is still the one asked; written out where an index of the open ones is meant. */
    public static final String OPEN = "open";
    /** Tapped, or answered some other way. */
    public static final String SETTLED = "settled";

    private final Handle handle;

    public CardRows(Handle handle) {
        this.handle = handle;
    }

    /**
     * A card that was sent.
     *
     * @param about what it asks, for example {@code record|summary#mark} or {@code correction|college|12}
     * @param responseCode with it the card can be updated once within 72 h (page 94888); empty until it was sent
     */
    public record Row(
            String taskId, PersonId person, String about, Instant sentAt, String responseCode, String state) {}

    public void add(String taskId, PersonId person, String about, Instant at) {
        handle.createUpdate("INSERT INTO card (task_id, person, about, sent_at, response_code, state)"
                        + " VALUES (:task, :person, :about, :at, '', :open)")
                .bind("task", taskId)
                .bind("person", person.value())
                .bind("about", about)
                .bind("at", at.toEpochMilli())
                .bind("open", OPEN)
                .execute();
    }

    /**
     * The platform's answers named the codes by which the cards can be updated.
     *
     * @param responseCodes by task
     */
    public void answered(Map<String, String> responseCodes) {
        PreparedBatch named = handle.prepareBatch("UPDATE card SET response_code = :code WHERE task_id = :task");
        responseCodes.forEach(
                (task, code) -> named.bind("code", code).bind("task", task).add());
        if (named.size() > 0) {
            named.execute();
        }
    }

    /** False when it was settled before. */
    public boolean settle(String taskId) {
        return handle.createUpdate("UPDATE card SET state = :settled WHERE task_id = :task AND state = :open")
                        .bind("settled", SETTLED)
                        .bind("open", OPEN)
                        .bind("task", taskId)
                        .execute()
                == 1;
    }

    public Optional<Row> byTask(String taskId) {
        return handle.createQuery("SELECT * FROM card WHERE task_id = :task")
                .bind("task", taskId)
                .map(CardRows::row)
                .findOne();
    }

    /** The open cards that ask the same thing, of whoever got one. */
    public List<Row> openAbout(String about) {
        return handle.createQuery(
                        "SELECT * FROM card WHERE about = :about AND state = 'open' ORDER BY sent_at, task_id")
                .bind("about", about)
                .map(CardRows::row)
                .list();
    }

    /** Whether the person ever got a card that asks this. */
    public boolean hasHad(PersonId person, String about) {
        return handle.createQuery("SELECT COUNT(*) FROM card WHERE person = :person AND about = :about")
                        .bind("person", person.value())
                        .bind("about", about)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** The open cards a person has. */
    public List<Row> openOf(PersonId person) {
        return handle.createQuery(
                        "SELECT * FROM card WHERE person = :person AND state = 'open' ORDER BY sent_at, task_id")
                .bind("person", person.value())
                .map(CardRows::row)
                .list();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getString("task_id"),
                new PersonId(row.getString("person")),
                row.getString("about"),
                Instant.ofEpochMilli(row.getLong("sent_at")),
                row.getString("response_code"),
                row.getString("state"));
    }
}
