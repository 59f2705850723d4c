package gradcheck.store;

import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Everything that was seen of, or done to, another person; never a value, only who, what and whom. */
public final class Audit {
    private final Handle handle;

    Audit(Handle handle) {
        this.handle = handle;
    }

    /**
     * One act.
     *
     * @param act the command's name
     * @param target a 学号, a college, or empty
     * @param result what came of it, in a word
     */
    public record Entry(String id, Instant at, PersonId actor, String act, String target, String result) {}

    /** How often others looked at this target, or acted on it. */
    public int countOf(String target, PersonId exceptBy) {
        return handle.createQuery("SELECT COUNT(*) FROM audit WHERE target = :target AND actor <> :person")
                .bind("target", target)
                .bind("person", exceptBy.value())
                .mapTo(Integer.class)
                .one();
    }

    public void add(Entry entry) {
        handle.createUpdate("INSERT INTO audit (id, at, actor, act, target, result)"
                        + " VALUES (:id, :at, :actor, :act, :target, :result)")
                .bind("id", entry.id())
                .bind("at", entry.at().toEpochMilli())
                .bind("actor", entry.actor().value())
                .bind("act", entry.act())
                .bind("target", entry.target())
                .bind("result", entry.result())
                .execute();
    }

    /** Every act, oldest first; one at a time, however many. */
    public void each(Consumer<Entry> take) {
        handle.createQuery("SELECT * FROM audit ORDER BY at, id")
                .map((row, context) -> new Entry(
                        row.getString("id"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        new PersonId(row.getString("actor")),
                        row.getString("act"),
                        row.getString("target"),
                        row.getString("result")))
                .useStream((Stream<Entry> entries) -> entries.forEach(take));
    }
}
