package gradcheck.store.outbox;

import gradcheck.message.PersonId;
import gradcheck.store.engine.ChangedStudents;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Every message that was taken, by its sender and its durable key, with the answer it got: a repeated one
 * gets the same again, and nobody else does.
 */
public final class Inbox {
    /** Beyond that many looking at everybody is cheaper than asking for each. */
    private static final int FEW = 2000;
    /** How the keys of events begin, and of those that have a MsgId. */
    private static final String EVENT = "e:";

    private static final String EVENT_WITH_ID = EVENT + "m:";

    private final Handle handle;
    private final ChangedStudents changed;

    public Inbox(Handle handle, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
    }

    /** Takes a message; false when this person's was seen before. */
    public boolean take(String key, PersonId from, Instant at) {
        changed.heard(from);
        return !isCarriedOver(from, key)
                && handle.createUpdate(
                                        "INSERT INTO inbox (person, message_key, received_at, paced, carried_over)"
                                                + " VALUES (:person, :key, :at, 1, 0) ON CONFLICT (person, message_key) DO NOTHING")
                                .bind("key", key)
                                .bind("person", from.value())
                                .bind("at", at.toEpochMilli())
                                .execute()
                        == 1;
    }

    /** Whether this person's message with that key was taken; somebody else's may have the same MsgId. */
    public boolean knows(PersonId from, String key) {
        return isThere(from, key) || isCarriedOver(from, key);
    }

    /** 1.0.0 kept an event that has a MsgId under the key of a message with that MsgId. */
    private boolean isCarriedOver(PersonId from, String key) {
        return !key.equals(earlier(key))
                && handle.createQuery("SELECT COUNT(*) FROM inbox WHERE person = :person AND message_key = :key"
                                        + " AND carried_over = 1")
                                .bind("person", from.value())
                                .bind("key", earlier(key))
                                .mapTo(Integer.class)
                                .one()
                        > 0;
    }

    private static String earlier(String key) {
        return key.startsWith(EVENT_WITH_ID) ? key.substring(EVENT.length()) : key;
    }

    private boolean isThere(PersonId from, String key) {
        return handle.createQuery("SELECT COUNT(*) FROM inbox WHERE person = :person AND message_key = :key")
                        .bind("person", from.value())
                        .bind("key", key)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** What was taken is nothing the person wrote or tapped. */
    public void leaveOutOfPace(PersonId from, String key) {
        handle.createUpdate("UPDATE inbox SET paced = 0 WHERE person = :person AND message_key = :key")
                .bind("person", from.value())
                .bind("key", key)
                .execute();
    }

    /** When what a person wrote or tapped since then was taken, in its order. */
    public List<Instant> takenSince(PersonId from, Instant since) {
        return handle.createQuery("SELECT received_at FROM inbox WHERE person = :person AND received_at >= :since"
                        + " AND paced = 1 ORDER BY received_at")
                .bind("person", from.value())
                .bind("since", since.toEpochMilli())
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .list();
    }

    /** How many answers to a person are kept. */
    public int answersTo(PersonId from) {
        return handle.createQuery("SELECT COUNT(*) FROM inbox WHERE person = :person AND answer IS NOT NULL")
                .bind("person", from.value())
                .mapTo(Integer.class)
                .one();
    }

    /** Forgets what was said to a person; that their messages were taken stays known. */
    public void forget(PersonId from) {
        handle.createUpdate("UPDATE inbox SET answer = NULL WHERE person = :person AND answer IS NOT NULL")
                .bind("person", from.value())
                .execute();
    }

    /** Forgets what was said to anybody before then; how many answers that were. */
    public int forgetBefore(Instant then) {
        return handle.createUpdate("UPDATE inbox SET answer = NULL WHERE received_at < :then AND answer IS NOT NULL")
                .bind("then", then.toEpochMilli())
                .execute();
    }

    /** Keeps the passive answer of a person's message. */
    public void answer(PersonId from, String key, String answer) {
        handle.createUpdate("UPDATE inbox SET answer = :answer WHERE person = :person AND message_key = :key")
                .bind("answer", answer)
                .bind("person", from.value())
                .bind("key", key)
                .execute();
    }

    /** The passive answer this person's message got; empty where there was none. */
    public Optional<String> answerTo(PersonId from, String key) {
        return handle.createQuery("SELECT answer FROM inbox WHERE person = :person AND answer IS NOT NULL"
                        + " AND (message_key = :key OR (message_key = :earlier AND carried_over = 1))")
                .bind("person", from.value())
                .bind("key", key)
                .bind("earlier", earlier(key))
                .mapTo(String.class)
                .findFirst();
    }

    /** When each person was last heard of. */
    public Map<PersonId, Instant> lastHeard() {
        Map<PersonId, Instant> heard = new HashMap<>();
        handle.createQuery("SELECT person, MAX(received_at) AS at FROM inbox GROUP BY person")
                .map((row, context) ->
                        heard.put(new PersonId(row.getString("person")), Instant.ofEpochMilli(row.getLong("at"))))
                .list();
        return heard;
    }

    /** Which of these people have ever written or tapped. */
    public Set<PersonId> heardOf(Collection<PersonId> people) {
        if (people.size() > FEW) {
            Set<PersonId> everybody = everHeard();
            return people.stream().filter(everybody::contains).collect(Collectors.toSet());
        }
        return people.isEmpty()
                ? Set.of()
                : handle
                        .createQuery("SELECT DISTINCT person FROM inbox WHERE person IN (<people>)")
                        .bindList("people", people.stream().map(PersonId::value).toList())
                        .mapTo(String.class)
                        .stream()
                        .map(PersonId::new)
                        .collect(Collectors.toSet());
    }

    /** Hops from person to person along the index, however much each has written. */
    private Set<PersonId> everHeard() {
        return handle
                .createQuery("WITH RECURSIVE heard (person) AS (SELECT MIN(person) FROM inbox UNION ALL"
                        + " SELECT (SELECT MIN(i.person) FROM inbox i WHERE i.person > heard.person) FROM heard"
                        + " WHERE heard.person IS NOT NULL) SELECT person FROM heard WHERE person IS NOT NULL")
                .mapTo(String.class)
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }
}
