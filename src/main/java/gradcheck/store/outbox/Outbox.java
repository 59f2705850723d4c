package gradcheck.store.outbox;

import gradcheck.message.OutcomeCause;
import gradcheck.message.OutcomeKind;
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

    /** Of a reminder, a row's kind: what it says is decided at the moment of sending. */
    public static final String REMINDER = "reminder";

    static final RowMapper<Row> ROW = (row, context) -> new Row(
            row.getString("id"),
            new PersonId(row.getString("person")),
            row.getString("kind"),
            row.getString("body"),
            row.getInt("urgency"),
            row.getInt("attempts"),
            Instant.ofEpochMilli(row.getLong("queued_at")),
            Instant.ofEpochMilli(row.getLong("due_at")),
            row.getString("state"),
            SendResult.read(row),
            Instant.ofEpochMilli(row.getLong("settled_at")),
            row.getString("round"),
            row.getString("batch"));

    /** When each message is due that is not settled; an index has each half. */
    public static final String OPEN = "(SELECT due_at FROM outbox WHERE state = 'new' UNION ALL"
            + " SELECT due_at FROM outbox WHERE state = 'sending') AS unsettled";

    private static final String NEW = "new";
    private static final String SETTLED = "settled";

    private final Handle handle;

    public Outbox(Handle handle) {
        this.handle = handle;
    }

    /**
     * A message on its way.
     *
     * @param kind {@code text}, or the name of the reminder that decides at the moment of sending
     * @param body the text; for a reminder what it needs to decide
     * @param result how far it has come
     * @param settledAt {@link Instant#EPOCH} until it is settled
     * @param round the round it belongs to; empty: none
     * @param batch the call it went out with; empty before it was sent
     */
    public record Row(
            String id,
            PersonId person,
            String kind,
            String body,
            int urgency,
            int attempts,
            Instant queuedAt,
            Instant dueAt,
            String state,
            SendResult result,
            Instant settledAt,
            String round,
            String batch) {
        public boolean isSettled() {
            return state.equals(SETTLED);
        }

        /** A call was made, or is being made, and how it ends is not known: it may yet reach nobody. */
        public boolean isTried() {
            return !isSettled() && (!batch.isEmpty() || result.kind() == OutcomeKind.TRY_LATER);
        }

        /** Neither sent nor about to be. */
        public boolean isWaiting() {
            return state.equals(NEW);
        }
    }

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
            Optional<String> occasion,
            String round) {
        public New(
                String id,
                PersonId person,
                String kind,
                String body,
                int urgency,
                Instant dueAt,
                Optional<String> occasion) {
            this(id, person, kind, body, urgency, dueAt, occasion, "");
        }
    }

    /** Queues a message; false when its occasion was queued before. */
    public boolean queue(New added, Instant now) {
        return handle.createUpdate("INSERT INTO outbox (id, person, kind, body, urgency, due_at, queued_at, state,"
                                + " attempts, lease_until, occasion, settled_at, outcome, round) VALUES (:id, :person,"
                                + " :kind, :body, :urgency, :due, :now, 'new', 0, 0, :occasion, 0, '', :round)"
                                + " ON CONFLICT (occasion) DO NOTHING")
                        .bind("id", added.id())
                        .bind("person", added.person().value())
                        .bind("kind", added.kind())
                        .bind("body", added.body())
                        .bind("urgency", added.urgency())
                        .bind("due", added.dueAt().toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .bind("occasion", added.occasion().orElse(null))
                        .bind("round", added.round())
                        .execute()
                == 1;
    }

    /** Whether a message was queued for this occasion, whatever became of it. */
    public boolean knows(String occasion) {
        return handle.createQuery("SELECT COUNT(*) FROM outbox WHERE occasion = :occasion")
                        .bind("occasion", occasion)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Takes back what has not gone out; false when it is too late. */
    public boolean cancel(String id, OutcomeCause why, Instant at) {
        return SendResult.dropped(why)
                        .bindTo(handle.createUpdate("UPDATE outbox SET state = :settled, " + SendResult.COLUMNS
                                + ", settled_at = :at WHERE id = :id AND state = :new"))
                        .bind("settled", SETTLED)
                        .bind("at", at.toEpochMilli())
                        .bind("id", id)
                        .bind("new", NEW)
                        .execute()
                == 1;
    }

    /** Takes back everything for a person that has not gone out. */
    public void cancelAll(PersonId person, OutcomeCause why, Instant at) {
        SendResult.dropped(why)
                .bindTo(handle.createUpdate("UPDATE outbox SET state = :settled, " + SendResult.COLUMNS
                        + ", settled_at = :at WHERE person = :person AND settled_at = 0 AND state = :new"))
                .bind("settled", SETTLED)
                .bind("at", at.toEpochMilli())
                .bind("person", person.value())
                .bind("new", NEW)
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

    public Optional<Row> byId(String id) {
        return handle.createQuery("SELECT * FROM outbox WHERE id = :id")
                .bind("id", id)
                .map(ROW)
                .findOne();
    }

    /** How many reminders a person was sent since then. */
    public int remindersSince(PersonId person, Instant since) {
        return handle.createQuery("SELECT COUNT(*) FROM outbox WHERE person = :person AND occasion IS NOT NULL"
                        + " AND kind <> 'text' AND queued_at >= :since AND outcome_kind <> 'DROPPED'")
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
        handle.createUpdate("UPDATE batch SET text = '' WHERE state = 'settled' AND first_at < :then")
                .bind("then", then.toEpochMilli())
                .execute();
        return handle.createUpdate(
                        "UPDATE outbox SET body = '' WHERE state = :settled AND settled_at < :then AND body <> ''")
                .bind("settled", SETTLED)
                .bind("then", then.toEpochMilli())
                .execute();
    }

    /** When the oldest message that is due and unsent was due; for /health. */
    public Optional<Instant> oldestDue(Instant now) {
        return handle.createQuery("SELECT MIN(due_at) FROM " + OPEN + " WHERE due_at <= :now")
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** A condition on a row that no paused round holds back. */
    static String running(String row) {
        return "(" + row + ".round = '' OR " + row + ".round NOT IN (SELECT id FROM round WHERE state = 'paused'))";
    }
}
