package gradcheck.store.people;

import gradcheck.message.PersonId;
import gradcheck.store.engine.ChangedStudents;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Whom the platform refused by name, with why; forgotten as soon as it takes a message for them. */
public final class Unreachable {
    private final Handle handle;
    private final ChangedStudents changed;

    public Unreachable(Handle handle, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
    }

    public void note(PersonId person, String reason, Instant since) {
        changed.add(person);
        handle.createUpdate("INSERT INTO unreachable (person, reason, since) VALUES (:person, :reason, :since)"
                        + " ON CONFLICT (person) DO UPDATE SET reason = excluded.reason")
                .bind("person", person.value())
                .bind("reason", reason)
                .bind("since", since.toEpochMilli())
                .execute();
    }

    /** They were reached. */
    public void clear(Collection<PersonId> people) {
        if (people.isEmpty() || all().isEmpty()) {
            return;
        }
        people.forEach(changed::add);
        PreparedBatch gone = handle.prepareBatch("DELETE FROM unreachable WHERE person = :person");
        people.forEach(person -> gone.bind("person", person.value()).add());
        gone.execute();
    }

    /** Everybody, with the reason. */
    public Map<PersonId, String> all() {
        Map<PersonId, String> all = new HashMap<>();
        handle.createQuery("SELECT person, reason FROM unreachable")
                .map((row, context) -> all.put(new PersonId(row.getString("person")), row.getString("reason")))
                .list();
        return all;
    }
}
