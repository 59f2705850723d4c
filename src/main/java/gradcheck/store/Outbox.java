package gradcheck.store;

import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

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
            row.getString("outcome"),
            Instant.ofEpochMilli(row.getLong("settled_at")),
            row.getString("round"),
            row.getString("batch"));

    /**
     * Who has a message under way, waits for it; of the others, each one's first. From the first in order on, until there
     * are enough: what else waits, however much, is not looked at.
     */
    private static final String CLAIM = "SELECT o.* FROM outbox o INDEXED BY outbox_waiting"
            + " WHERE o.state = 'new' AND o.due_at <= :now AND o.urgency <= :least AND " + running("o")
            + " AND NOT EXISTS (SELECT 1 FROM outbox e INDEXED BY outbox_waiting_of WHERE e.person = o.person"
            + " AND e.state = 'new' AND e.due_at <= :now AND e.urgency <= o.urgency AND " + running("e")
            + " AND (e.urgency, e.queued_at, e.id) < (o.urgency, o.queued_at, o.id))"
            + " AND NOT EXISTS (SELECT 1 FROM outbox b INDEXED BY outbox_under_way WHERE b.person = o.person"
            + " AND b.state = 'sending' AND b.urgency <= o.urgency)"
            + " AND NOT EXISTS (SELECT s.person FROM outbox s WHERE s.person = o.person AND s.queued_at > :lately"
            + " AND s.settled_at > :hourAgo AND s.batch <> '' GROUP BY s.person HAVING COUNT(*) >= 1000"
            + " OR SUM(CASE WHEN s.settled_at > :minuteAgo THEN 1 ELSE 0 END) >= 30)"
            + " ORDER BY o.urgency, o.due_at, o.id LIMIT :most";

    private static String running(String row) {
        return "(" + row + ".round = '' OR " + row + ".round NOT IN (SELECT id FROM round WHERE state = 'paused'))";
    }

    /** What was sent in the last hour was queued in the last days: by that it is found without reading a person's spring. */
    private static final long LATELY = 3 * 24 * 3600L;

    /** How the outcome begins of what the platform did not take this time. */
    public static final String TRY_LATER = "try later: ";

    private static final String NEW = "new";
    private static final String SETTLED = "settled";

    private static final String ARRIVED =
            "settled_at > :since AND state = 'settled' AND (outcome LIKE 'sent%' OR outcome LIKE 'unknown%')";

    private static final String UNDER_WAY = "state IN ('new', 'sending')"
            + " AND (round = '' OR round NOT IN (SELECT id FROM round WHERE state = 'paused'))";

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
            String outcome,
            Instant settledAt,
            String round,
            String batch) {
        public boolean isSettled() {
            return state.equals(SETTLED);
        }

        /** A call was made, or is being made, and how it ends is not known: it may yet reach nobody. */
        public boolean isTried() {
            return !isSettled() && (!batch.isEmpty() || outcome.startsWith(TRY_LATER));
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

    /** How a message ended. */
    public record End(String id, String outcome) {}

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

    /** Claims what is due, whatever its urgency. */
    public List<Row> claim(Instant now, Instant leaseUntil, int most) {
        return claim(now, leaseUntil, BULK, most);
    }

    /**
     * Claims what is due, each person's messages in their order: a person with one in flight waits, but a reply never
     * for what nobody waits for. Rows of a paused round stay and hold nobody up, and so do those of a person who has had as much as the
     * platform lets through (30 a minute, 1,000 an hour; page 90236).
     *
     * @param leastUrgent {@link #REPLY} leaves everything else alone
     */
    public List<Row> claim(Instant now, Instant leaseUntil, int leastUrgent, int most) {
        takeBackDead(now, leaseUntil);
        List<Row> due = handle.createQuery(CLAIM)
                .bind("now", now.toEpochMilli())
                .bind("least", leastUrgent)
                .bind("lately", now.minusSeconds(LATELY).toEpochMilli())
                .bind("hourAgo", now.minusSeconds(3600).toEpochMilli())
                .bind("minuteAgo", now.minusSeconds(60).toEpochMilli())
                .bind("most", most)
                .map(ROW)
                .list();
        PreparedBatch claims = handle.prepareBatch(
                "UPDATE outbox SET state = 'sending', lease_until = :until, attempts = attempts + 1 WHERE id = :id");
        due.forEach(row -> claims.bind("until", leaseUntil.toEpochMilli())
                .bind("id", row.id())
                .add());
        execute(claims);
        return due;
    }

    /**
     * Whose process died before a call was prepared: nothing was sent. A lease longer than any lease was given by a
     * clock that has been set back since.
     */
    private void takeBackDead(Instant now, Instant leaseUntil) {
        handle.createUpdate("UPDATE outbox SET state = 'new', outcome = 'not sent: the process stopped before'"
                        + " WHERE state = 'sending' AND batch = '' AND (lease_until < :now OR lease_until > :until)")
                .bind("now", now.toEpochMilli())
                .bind("until", leaseUntil.toEpochMilli())
                .execute();
    }

    /** The process that claimed them is surely dead: its claims end now. */
    public void endLeases(Instant now) {
        handle.createUpdate("UPDATE outbox SET lease_until = :before WHERE state = 'sending' AND batch = ''")
                .bind("before", now.toEpochMilli() - 1)
                .execute();
    }

    /** The end of a message, with its outcome for the ledger. */
    public void settle(String id, String outcome, Instant at) {
        settleAll(List.of(new End(id, outcome)), at);
    }

    /** The ends of many messages in one go; files that were on their way are no longer needed. */
    public void settleAll(Collection<End> ends, Instant at) {
        PreparedBatch settled = handle.prepareBatch(
                "UPDATE outbox SET state = 'settled', outcome = :outcome, settled_at = :at WHERE id = :id");
        PreparedBatch files = handle.prepareBatch("DELETE FROM attachment WHERE id = :id");
        for (End end : ends) {
            settled.bind("outcome", end.outcome())
                    .bind("at", at.toEpochMilli())
                    .bind("id", end.id())
                    .add();
            files.bind("id", end.id()).add();
        }
        execute(settled);
        execute(files);
    }

    /** To be tried again at that time; what happened stands in the ledger. */
    public void retry(String id, String outcome, Instant dueAt) {
        retryAll(List.of(new End(id, outcome)), dueAt);
    }

    /** To be decided and tried again at that time. */
    public void retryAll(Collection<End> ends, Instant dueAt) {
        PreparedBatch later = handle.prepareBatch(
                "UPDATE outbox SET state = 'new', outcome = :outcome, due_at = :due, batch = '' WHERE id = :id");
        ends.forEach(end -> later.bind("outcome", end.outcome())
                .bind("due", dueAt.toEpochMilli())
                .bind("id", end.id())
                .add());
        execute(later);
    }

    /** Put off without having been tried. */
    public void putOff(Collection<End> ends, Instant dueAt) {
        PreparedBatch later = handle.prepareBatch("UPDATE outbox SET state = 'new', outcome = :outcome, due_at = :due,"
                + " batch = '', attempts = attempts - 1 WHERE id = :id");
        ends.forEach(end -> later.bind("outcome", end.outcome())
                .bind("due", dueAt.toEpochMilli())
                .bind("id", end.id())
                .add());
        execute(later);
    }

    /** The rows go out together in this call. */
    public void putInto(String batch, Collection<Row> rows) {
        PreparedBatch into = handle.prepareBatch("UPDATE outbox SET batch = :batch WHERE id = :id");
        rows.forEach(row -> into.bind("batch", batch).bind("id", row.id()).add());
        execute(into);
    }

    public List<Row> ofBatch(String batch) {
        return handle.createQuery("SELECT * FROM outbox WHERE batch = :batch ORDER BY id")
                .bind("batch", batch)
                .map(ROW)
                .list();
    }

    /** Takes back what has not gone out; false when it is too late. */
    public boolean cancel(String id, String outcome, Instant at) {
        return handle.createUpdate("UPDATE outbox SET state = :settled, outcome = :outcome, settled_at = :at"
                                + " WHERE id = :id AND state = :new")
                        .bind("settled", SETTLED)
                        .bind("outcome", outcome)
                        .bind("at", at.toEpochMilli())
                        .bind("id", id)
                        .bind("new", NEW)
                        .execute()
                == 1;
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

    /**
     * The reminders that are under way, and those that have arrived or may have, since then. A paused round's are not under
     * way: nobody knows when, or whether.
     */
    public List<Row> remindersSince(Instant since) {
        return handle.createQuery("SELECT * FROM outbox WHERE kind = 'reminder' AND " + UNDER_WAY + " UNION ALL"
                        + " SELECT * FROM outbox WHERE kind = 'reminder' AND " + ARRIVED)
                .bind("since", since.toEpochMilli())
                .map(ROW)
                .list();
    }

    /** The same of these people alone, who are few. */
    public List<Row> remindersSince(Collection<PersonId> people, Instant since) {
        if (people.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT * FROM outbox WHERE person IN (<people>) AND kind = 'reminder' AND (("
                        + UNDER_WAY + ") OR (" + ARRIVED + "))")
                .bind("since", since.toEpochMilli())
                .bindList(
                        "people",
                        people.stream().map(PersonId::value).distinct().toList())
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
        handle.createUpdate("UPDATE batch SET text = '' WHERE state = 'settled' AND first_at < :then")
                .bind("then", then.toEpochMilli())
                .execute();
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

    /** Whether there is anything to claim or to look after; a cheap look before claims, which are dear. */
    public boolean isAnythingDue(Instant now) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'sending')"
                        + " OR EXISTS (SELECT 1 FROM outbox WHERE state = 'new' AND due_at <= :now)"
                        + " OR EXISTS (SELECT 1 FROM batch WHERE state = 'open' AND next_at <= :now)")
                .bind("now", now.toEpochMilli())
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * When the next message that waits is due, or the claim of a process that died runs out; those of a paused round wait
     * for no moment.
     */
    public Optional<Instant> nextDue() {
        return handle.createQuery("SELECT MIN(CASE WHEN state = 'sending' THEN lease_until + 1 ELSE due_at END)"
                        + " FROM outbox WHERE (state = 'new' OR (state = 'sending' AND batch = ''))"
                        + " AND (round = '' OR round NOT IN (SELECT id FROM round WHERE state = 'paused'))")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
