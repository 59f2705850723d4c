package gradcheck.store.people;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Questions nobody had an answer to, freed of everything personal before they come here. */
public final class Unanswered {
    private final Handle handle;

    public Unanswered(Handle handle) {
        this.handle = handle;
    }

    /** A question and how often it was asked. */
    public record Row(String question, int asked) {}

    public void note(String question, Instant at) {
        handle.createUpdate(
                        "INSERT INTO unanswered (question, asked, first_at, last_at) VALUES (:question, 1, :at, :at)"
                                + " ON CONFLICT (question) DO UPDATE SET asked = unanswered.asked + 1,"
                                + " last_at = excluded.last_at")
                .bind("question", question)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** The most frequent ones, the latest first among equals. */
    public List<Row> mostFrequent(int most) {
        return handle.createQuery(
                        "SELECT question, asked FROM unanswered ORDER BY asked DESC, last_at DESC LIMIT :most")
                .bind("most", most)
                .map((row, context) -> new Row(row.getString("question"), row.getInt("asked")))
                .list();
    }
}
