package gradcheck.store;

import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Every message that was taken, by its durable key, with the answer it got: a repeated one gets the same again. */
public final class Inbox {
    private final Handle handle;

    Inbox(Handle handle) {
        this.handle = handle;
    }

    /** Takes a message; false when its key was seen before. */
    public boolean take(String key, PersonId from, Instant at) {
        return handle.createUpdate("INSERT INTO inbox (message_key, person, received_at) VALUES (:key, :person, :at)"
                                + " ON CONFLICT (message_key) DO NOTHING")
                        .bind("key", key)
                        .bind("person", from.value())
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    public boolean knows(String key) {
        return handle.createQuery("SELECT COUNT(*) FROM inbox WHERE message_key = :key")
                        .bind("key", key)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Keeps the passive answer of a message. */
    public void answer(String key, String answer) {
        handle.createUpdate("UPDATE inbox SET answer = :answer WHERE message_key = :key")
                .bind("answer", answer)
                .bind("key", key)
                .execute();
    }

    /** The passive answer a message got; empty where there was none. */
    public Optional<String> answerTo(String key) {
        return handle.createQuery("SELECT answer FROM inbox WHERE message_key = :key AND answer IS NOT NULL")
                .bind("key", key)
                .mapTo(String.class)
                .findOne();
    }
}
