package gradcheck.store.outbox;

import gradcheck.store.engine.ChangedStudents;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The sender's hold on the outbox: it claims what is due for a while, puts it into calls, and says how each ended. */
public final class OutboxQueue {
    /** Due for a claim of its urgency; an index begins with these columns, so that what else waits is not looked at. */
    private static final String DUE =
            "state = 'new' AND urgency = %d AND due_at <= :now AND " + Outbox.running("outbox");

    /**
     * Who has a message under way, waits for it; of the others, each one's first. From the first in order on, until there
     * are enough: what else waits, however much, is not looked at.
     */
    private static final String CLAIM = "SELECT o.* FROM outbox o"
            + " WHERE o.state = 'new' AND o.urgency = :urgency AND o.due_at <= :now AND " + Outbox.running("o")
            + " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.person = o.person AND e.settled_at = 0"
            + " AND e.urgency <= o.urgency AND (e.state = 'sending' OR (e.state = 'new' AND e.due_at <= :now AND "
            + Outbox.running("e") + " AND (e.urgency, e.queued_at, e.id) < (o.urgency, o.queued_at, o.id))))"
            + " AND NOT EXISTS (SELECT s.person FROM outbox s WHERE s.person = o.person"
            + " AND s.settled_at > :hourAgo AND s.batch <> '' GROUP BY s.person HAVING COUNT(*) >= 1000"
            + " OR SUM(CASE WHEN s.settled_at > :minuteAgo THEN 1 ELSE 0 END) >= 30)"
            + " ORDER BY o.due_at, o.id LIMIT :most";

    private final Handle handle;
    private final ChangedStudents changed;

    public OutboxQueue(Handle handle, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
    }

    /** How a message ended. */
    public record End(String id, SendResult result) {}

    /** Whether there is anything to claim or to look after; a cheap look before claims, which are dear. */
    public boolean isAnythingDue(Instant now) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'sending')"
                        + " OR EXISTS (SELECT 1 FROM outbox WHERE " + DUE.formatted(Outbox.REPLY) + ")"
                        + " OR EXISTS (SELECT 1 FROM outbox WHERE " + DUE.formatted(Outbox.BULK) + ")"
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
        return handle.createQuery("SELECT MIN(at) FROM (SELECT due_at AS at FROM outbox WHERE state = 'new' AND "
                        + Outbox.running("outbox") + " UNION ALL SELECT lease_until + 1 FROM outbox"
                        + " WHERE state = 'sending' AND batch = '') AS moments")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /**
     * Claims what is due, each person's messages in their order: a person with one in flight waits, but a reply never
     * for what nobody waits for. Rows of a paused round stay and hold nobody up, and so do those of a person who has had
     * as much as the platform lets through (30 a minute, 1,000 an hour; page 90236).
     *
     * @param urgency {@link Outbox#REPLY} or {@link Outbox#BULK}
     */
    public List<Outbox.Row> claim(Instant now, Instant leaseUntil, int urgency, int most) {
        takeBackDead(now, leaseUntil);
        List<Outbox.Row> due = handle.createQuery(CLAIM)
                .bind("now", now.toEpochMilli())
                .bind("urgency", urgency)
                .bind("hourAgo", now.minusSeconds(3600).toEpochMilli())
                .bind("minuteAgo", now.minusSeconds(60).toEpochMilli())
                .bind("most", most)
                .map(Outbox.ROW)
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
        SendResult.NOT_SENT
                .bindTo(handle.createUpdate("UPDATE outbox SET state = 'new', " + SendResult.COLUMNS
                        + " WHERE state = 'sending' AND batch = '' AND (lease_until < :now OR lease_until > :until)"))
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

    /** The rows go out together in this call. */
    public void putInto(String batch, Collection<Outbox.Row> rows) {
        PreparedBatch into = handle.prepareBatch("UPDATE outbox SET batch = :batch WHERE id = :id");
        rows.forEach(row -> into.bind("batch", batch).bind("id", row.id()).add());
        execute(into);
    }

    /** The messages of a call that is open. */
    public List<Outbox.Row> ofBatch(String batch) {
        return handle.createQuery("SELECT * FROM outbox WHERE batch = :batch AND state = 'sending' ORDER BY id")
                .bind("batch", batch)
                .map(Outbox.ROW)
                .list();
    }

    /** The ends of many messages in one go; files that were on their way are no longer needed. */
    public void settleAll(Collection<End> ends, Instant at) {
        changed.settled(ends.stream().map(End::id).toList());
        PreparedBatch settled = handle.prepareBatch(
                "UPDATE outbox SET state = 'settled', " + SendResult.COLUMNS + ", settled_at = :at WHERE id = :id");
        PreparedBatch files = handle.prepareBatch("DELETE FROM attachment WHERE id = :id");
        for (End end : ends) {
            end.result()
                    .bindTo(settled)
                    .bind("at", at.toEpochMilli())
                    .bind("id", end.id())
                    .add();
            files.bind("id", end.id()).add();
        }
        execute(settled);
        execute(files);
    }

    /** To be decided and tried again at that time. */
    public void retryAll(Collection<End> ends, Instant dueAt) {
        PreparedBatch later = handle.prepareBatch("UPDATE outbox SET state = 'new', " + SendResult.COLUMNS
                + ", due_at = :due, batch = '' WHERE id = :id");
        ends.forEach(end -> end.result()
                .bindTo(later)
                .bind("due", dueAt.toEpochMilli())
                .bind("id", end.id())
                .add());
        execute(later);
    }

    /** Put off without having been tried. */
    public void putOff(Collection<End> ends, Instant dueAt) {
        PreparedBatch later = handle.prepareBatch("UPDATE outbox SET state = 'new', " + SendResult.COLUMNS
                + ", due_at = :due, batch = '', attempts = attempts - 1 WHERE id = :id");
        ends.forEach(end -> end.result()
                .bindTo(later)
                .bind("due", dueAt.toEpochMilli())
                .bind("id", end.id())
                .add());
        execute(later);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
