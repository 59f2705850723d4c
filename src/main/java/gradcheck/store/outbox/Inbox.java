package gradcheck.store.outbox;

import gradcheck.message.PersonId;
import gradcheck.store.engine.ChangedStudents;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Every message that was taken, by its sender and its durable key, with the answer it got: a repeated one
 * gets the same again, and nobody else does.
 */
public final class Inbox {
    /** Beyond that many looking at everybody is cheaper than asking for each. */
    private static final int FEW = 2000;
    /** How the keys of events begin, and of those that have a MsgId. */
    private static final String EVENT = "e:";

    /** So far back a person's messages are read with each: as far as their pace is looked at. */
    private static final Duration LATELY = Duration.ofMinutes(2);

    private static final String EVENT_WITH_ID = EVENT + "m:";

    private final Handle handle;
    private final ChangedStudents changed;
    private List<Seen> lately = List.of();
    private @Nullable Taken taken;

    public Inbox(Handle handle, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
    }

    /** A message that was taken and stands in no row yet: its answer comes within the same transaction. */
    private record Taken(PersonId from, String key, Instant at, boolean isPaced) {
        boolean is(PersonId person, String name) {
            return from.equals(person) && key.equals(name);
        }
    }

    /** What a person wrote or tapped, or what was taken with the key that is asked for. */
    private record Seen(String key, Instant at, boolean isPaced, boolean isCarriedOver) {
        /** 1.0.0 kept an event that has a MsgId under the key of a message with that MsgId. */
        boolean is(String name) {
            return key.equals(name) || (isCarriedOver && key.equals(earlier(name)));
        }
    }

    /** Takes a message; false when this person's was seen before. */
    public boolean take(String key, PersonId from, Instant at) {
        flush();
        lately = seen(from, key, at.minus(LATELY));
        if (lately.stream().anyMatch(seen -> seen.is(key))) {
            return false;
        }
        taken = new Taken(from, key, at, true);
        return true;
    }

    /** One statement for what every message asks: whether it was taken before, and how much the person wrote lately. */
    private List<Seen> seen(PersonId from, String key, Instant since) {
        String columns = "SELECT message_key, received_at, paced, carried_over FROM inbox WHERE person = :person";
        return handle.createQuery(columns + " AND message_key IN (:key, :earlier) UNION " + columns
                        + " AND received_at >= :since ORDER BY received_at")
                .bind("person", from.value())
                .bind("key", key)
                .bind("earlier", earlier(key))
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new Seen(
                        row.getString("message_key"),
                        Instant.ofEpochMilli(row.getLong("received_at")),
                        row.getInt("paced") == 1,
                        row.getInt("carried_over") == 1))
                .list();
    }

    /** Whatever reads or counts rows finds the one of the message that was taken last, too. */
    public void flush() {
        Taken last = taken;
        taken = null;
        if (last != null) {
            insert(last, null);
        }
    }

    private void insert(Taken row, @Nullable String answer) {
        changed.heard(row.from());
        handle.createUpdate("INSERT INTO inbox (person, message_key, received_at, answer, paced, carried_over)"
                        + " VALUES (:person, :key, :at, :answer, :paced, 0)")
                .bind("person", row.from().value())
                .bind("key", row.key())
                .bind("at", row.at().toEpochMilli())
                .bind("answer", answer)
                .bind("paced", row.isPaced() ? 1 : 0)
                .execute();
    }

    /** Whether this person's message with that key was taken; somebody else's may have the same MsgId. */
    public boolean knows(PersonId from, String key) {
        flush();
        return seen(from, key, Instant.ofEpochMilli(Long.MAX_VALUE)).stream().anyMatch(seen -> seen.is(key));
    }

    private static String earlier(String key) {
        return key.startsWith(EVENT_WITH_ID) ? key.substring(EVENT.length()) : key;
    }

    /** What was just taken is nothing the person wrote or tapped. */
    public void leaveOutOfPace(PersonId from, String key) {
        Taken last = taken;
        if (last == null || !last.is(from, key)) {
            throw new IllegalStateException("was not just taken: " + key);
        }
        taken = new Taken(from, key, last.at(), false);
    }

    /** When what a person wrote or tapped since then was taken, in its order. */
    public List<Instant> takenSince(PersonId from, Instant since) {
        Taken last = taken;
        if (last != null
                && last.from().equals(from)
                && !since.isBefore(last.at().minus(LATELY))) {
            Stream<Instant> before = lately.stream()
                    .filter(seen -> seen.isPaced() && !seen.at().isBefore(since))
                    .map(Seen::at);
            Stream<Instant> now = last.isPaced() ? Stream.of(last.at()) : Stream.of();
            return Stream.concat(before, now).sorted().toList();
        }
        flush();
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
        flush();
        return handle.createQuery("SELECT COUNT(*) FROM inbox WHERE person = :person AND answer IS NOT NULL")
                .bind("person", from.value())
                .mapTo(Integer.class)
                .one();
    }

    /** Forgets what was said to a person; that their messages were taken stays known. */
    public void forget(PersonId from) {
        flush();
        handle.createUpdate("UPDATE inbox SET answer = NULL WHERE person = :person AND answer IS NOT NULL")
                .bind("person", from.value())
                .execute();
    }

    /** Forgets what was said to anybody before then; how many answers that were. */
    public int forgetBefore(Instant then) {
        flush();
        return handle.createUpdate("UPDATE inbox SET answer = NULL WHERE received_at < :then AND answer IS NOT NULL")
                .bind("then", then.toEpochMilli())
                .execute();
    }

    /** Keeps the passive answer of a person's message. */
    public void answer(PersonId from, String key, String answer) {
        Taken last = taken;
        if (last != null && last.is(from, key)) {
            taken = null;
            insert(last, answer);
            return;
        }
        handle.createUpdate("UPDATE inbox SET answer = :answer WHERE person = :person AND message_key = :key")
                .bind("answer", answer)
                .bind("person", from.value())
                .bind("key", key)
                .execute();
    }

    /** The passive answer this person's message got; empty where there was none. */
    public Optional<String> answerTo(PersonId from, String key) {
        flush();
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
        flush();
        Map<PersonId, Instant> heard = new HashMap<>();
        handle.createQuery("SELECT person, MAX(received_at) AS at FROM inbox GROUP BY person")
                .map((row, context) ->
                        heard.put(new PersonId(row.getString("person")), Instant.ofEpochMilli(row.getLong("at"))))
                .list();
        return heard;
    }

    /** Which of these people have ever written or tapped. */
    public Set<PersonId> heardOf(Collection<PersonId> people) {
        flush();
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
