package gradcheck.store.people;

import gradcheck.message.PersonId;
import gradcheck.store.engine.ChangedStudents;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Who has said 停止提醒. */
public final class Mutes {
    private final Handle handle;
    private final ChangedStudents changed;

    public Mutes(Handle handle, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
    }

    public void mute(PersonId person, Instant since) {
        changed.add(person);
        handle.createUpdate("INSERT INTO mute (person, since) VALUES (:person, :since) ON CONFLICT (person) DO NOTHING")
                .bind("person", person.value())
                .bind("since", since.toEpochMilli())
                .execute();
    }

    public void unmute(PersonId person) {
        changed.add(person);
        handle.createUpdate("DELETE FROM mute WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }

    public boolean isMuted(PersonId person) {
        return handle.createQuery("SELECT COUNT(*) FROM mute WHERE person = :person")
                        .bind("person", person.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
