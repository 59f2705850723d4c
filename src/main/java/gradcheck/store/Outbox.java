package gradcheck.store;

import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What is to be sent, written with the change that caused it; and, once settled, the ledger of what became of it. */
public final class Outbox {
    /** Replies go before everything that nobody waits for. */
    public static final int REPLY = 0;

    public static final int BULK = 1;

    private static final String NEW = "new";
    private static final String SENDING = "sending";
    private static final String SETTLED = "settled";
    private static final RowMapper<Row> ROW = (row, context) -> new Row(
            row.getString("id"),
            new PersonId(row.getString("person")),
            row.getString("kind"),
            row.getString("body"),
            row.getInt("attempts"),
            Instant.ofEpochMilli(row.getLong("queued_at")),
            row.getString("state"),
            row.getString("outcome"));

    private final Handle handle;

    Outbox(Handle handle) {
        this.handle = handle;
    }

    /**
     * A message on its way.
     *
     * @param kind {@code text}, or the name of the reminder that decides at the moment of sending
     * @param body the text; for a reminder what it needs to decide
     * @param outcome empty until it is settled or was tried
     */
    public record Row(
            String id,
            PersonId person,
            String kind,
            String body,
            int attempts,
            Instant queuedAt,
            String state,
            String outcome) {}

    /**
     * A message to be queued.
     *
     * @param occasion what makes it unique for ever, so that it can't be queued twice whatever crashes
     */
    public record New(
            String id,
            PersonId person,
            String kind,
            String body,
            int urgency,
            Instant dueAt,
            Optional<String> occasion) {}

    /** Queues a message; false when its occasion was queued before. */
    public boolean queue(New added, Instant now) {
        return handle.createUpdate("INSERT INTO outbox (id, person, kind, body, urgency, due_at, queued_at, state,"
                                + " attempts, lease_until, occasion, settled_at, outcome) VALUES (:id, :person, :kind,"
                                + " :body, :urgency, :due, :now, 'new', 0, 0, :occasion, 0, '')"
                                + " ON CONFLICT (occasion) DO NOTHING")
                        .bind("id", added.id())
                        .bind("person", added.person().value())
                        .bind("kind", added.kind())
                        .bind("body", added.body())
                        .bind("urgency", added.urgency())
                        .bind("due", added.dueAt().toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .bind("occasion", added.occasion().orElse(null))
                        .execute()
                == 1;
    }

    /**
     * Claims what is due, each person's messages in their order: a person with one in flight waits. A claim whose lease
     * ran out (the process died) is claimed again.
     */
    public List<Row> claim(Instant now, Instant leaseUntil, int most) {
        handle.createUpdate("UPDATE outbox SET state = 'new', outcome = 'unknown: the process stopped while sending'"
                        + " WHERE state = 'sending' AND lease_until < :now")
                .bind("now", now.toEpochMilli())
                .execute();
        List<Row> due = handle.createQuery("SELECT * FROM outbox o WHERE state = 'new' AND due_at <= :now"
                        + " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.person = o.person AND e.id <> o.id"
                        + " AND (e.state = 'sending' OR (e.state = 'new' AND e.due_at <= :now"
                        + " AND (e.queued_at < o.queued_at OR (e.queued_at = o.queued_at AND e.id < o.id)))))"
                        + " ORDER BY urgency, due_at, id LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map(ROW)
                .list();
        due.forEach(row -> handle.createUpdate(
                        "UPDATE outbox SET state = :sending, lease_until = :until, attempts = attempts + 1 WHERE id = :id")
                .bind("sending", SENDING)
                .bind("until", leaseUntil.toEpochMilli())
                .bind("id", row.id())
                .execute());
        return due;
    }

    /** The end of a message, with its outcome for the ledger. */
    public void settle(String id, String outcome, Instant at) {
        handle.createUpdate("UPDATE outbox SET state = :state, outcome = :outcome, settled_at = :at WHERE id = :id")
                .bind("state", SETTLED)
                .bind("outcome", outcome)
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** To be tried again at that time; what happened stands in the ledger. */
    public void retry(String id, String outcome, Instant dueAt) {
        handle.createUpdate("UPDATE outbox SET state = :state, outcome = :outcome, due_at = :due WHERE id = :id")
                .bind("state", NEW)
                .bind("outcome", outcome)
                .bind("due", dueAt.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** What was queued for a person, latest first. */
    public List<Row> of(PersonId person, int most) {
        return handle.createQuery(
                        "SELECT * FROM outbox WHERE person = :person ORDER BY queued_at DESC, id DESC LIMIT :most")
                .bind("person", person.value())
                .bind("most", most)
                .map(ROW)
                .list();
    }

    /** How many reminders a person was sent since then. */
    public int remindersSince(PersonId person, Instant since) {
        return handle.createQuery("SELECT COUNT(*) FROM outbox WHERE person = :person AND occasion IS NOT NULL"
                        + " AND kind <> 'text' AND queued_at >= :since AND outcome NOT LIKE 'dropped%'")
                .bind("person", person.value())
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /** Forgets what was sent to a person; that it was, when, and what became of it stays in the ledger. */
    public void forget(PersonId person) {
        handle.createUpdate("UPDATE outbox SET body = '' WHERE person = :person AND state = :settled AND body <> ''")
                .bind("person", person.value())
                .bind("settled", SETTLED)
                .execute();
    }

    /** Forgets what was sent to anybody and settled before then; how many messages that were. */
    public int forgetBefore(Instant then) {
        return handle.createUpdate(
                        "UPDATE outbox SET body = '' WHERE state = :settled AND settled_at < :then" + " AND body <> ''")
                .bind("settled", SETTLED)
                .bind("then", then.toEpochMilli())
                .execute();
    }

    /** When the oldest message that is due and unsent was due; for /health. */
    public Optional<Instant> oldestDue(Instant now) {
        return handle.createQuery("SELECT MIN(due_at) FROM outbox WHERE state <> 'settled' AND due_at <= :now")
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }
}
