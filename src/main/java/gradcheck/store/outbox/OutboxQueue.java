package gradcheck.store.outbox;

import gradcheck.store.engine.ChangedStudents;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The sender's hold on the outbox: it finds what is due, puts it into calls, and says how each ended. */
public final class OutboxQueue {
    /** Due, of an urgency; an index begins with these columns, so that what else waits is not looked at. */
    private static final String DUE =
            "state = 'new' AND urgency = %d AND due_at <= :now AND " + Outbox.running("outbox");

    /**
     * Who has a message under way, waits for it; of the others, each one's first. From the first in order on, until there
     * are enough: what else waits, however much, is not looked at.
     */
    private static final String FIRST = "SELECT o.* FROM outbox o"
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

    /**
     * How a message ended.
     *
     * @param mayHaveFile whether a file may have been kept for it
     */
    public record End(String id, SendResult result, boolean mayHaveFile) {
        public End(String id, SendResult result) {
            this(id, result, true);
        }

        public static End of(Outbox.Row row, SendResult result) {
            return new End(row.id(), result, OutboxCodec.hasFile(row.kind()));
        }
    }

    /** Whether there is anything to send or to look after; a cheap look before {@link #due}, which is dear. */
    public boolean isAnythingDue(Instant now) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM outbox WHERE " + DUE.formatted(Outbox.REPLY) + ")"
                        + " OR EXISTS (SELECT 1 FROM outbox WHERE " + DUE.formatted(Outbox.BULK) + ")"
                        + " OR EXISTS (SELECT 1 FROM batch WHERE state = 'open'"
                        + " AND (next_at <= :now OR first_at > :ahead))")
                .bind("now", now.toEpochMilli())
                .bind("ahead", now.plus(SendCalls.SET_BACK).toEpochMilli())
                .mapTo(Boolean.class)
                .one();
    }

    /** When the next message that waits is due; those of a paused round wait for no moment. */
    public Optional<Instant> nextDue() {
        return handle.createQuery("SELECT MIN(due_at) FROM outbox WHERE state = 'new' AND " + Outbox.running("outbox"))
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /**
     * What is due, each person's messages in their order: a person with one under way waits, but a reply never for what
     * nobody waits for. Rows of a paused round stay and hold nobody up, and so do those of a person who has had as much
     * as the platform lets through (30 a minute, 1,000 an hour; page 90236).
     *
     * @param urgency {@link Outbox#REPLY} or {@link Outbox#BULK}
     */
    public List<Outbox.Row> due(Instant now, int urgency, int most) {
        return handle.createQuery(FIRST)
                .bind("now", now.toEpochMilli())
                .bind("urgency", urgency)
                .bind("hourAgo", now.minusSeconds(3600).toEpochMilli())
                .bind("minuteAgo", now.minusSeconds(60).toEpochMilli())
                .bind("most", most)
                .map(Outbox.ROW)
                .list();
    }

    /**
     * They are about to go out, each in its call. What was taken back since it was found due stays behind.
     *
     * @param calls by message
     * @return which go out
     */
    public Set<String> putInto(Map<String, String> calls) {
        PreparedBatch into = handle.prepareBatch("UPDATE outbox SET state = 'sending', batch = :batch,"
                + " attempts = attempts + 1 WHERE id = :id AND state = 'new'");
        List<String> ids = List.copyOf(calls.keySet());
        ids.forEach(id -> into.bind("batch", calls.get(id)).bind("id", id).add());
        int[] found = into.execute();
        return IntStream.range(0, found.length)
                .filter(i -> found[i] == 1)
                .mapToObj(ids::get)
                .collect(Collectors.toSet());
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
        PreparedBatch settled = handle.prepareBatch("UPDATE outbox SET state = 'settled', " + SendResult.COLUMNS
                + ", settled_at = :at WHERE id = :id AND state <> 'settled'");
        PreparedBatch files = handle.prepareBatch("DELETE FROM attachment WHERE id = :id");
        for (End end : ends) {
            end.result()
                    .bindTo(settled)
                    .bind("at", at.toEpochMilli())
                    .bind("id", end.id())
                    .add();
            if (end.mayHaveFile()) {
                files.bind("id", end.id()).add();
            }
        }
        execute(settled);
        execute(files);
    }

    /** To be decided and tried again at that time. */
    public void retryAll(Collection<End> ends, Instant dueAt) {
        wait(
                "UPDATE outbox SET state = 'new', " + SendResult.COLUMNS
                        + ", due_at = :due, batch = '' WHERE id = :id AND state <> 'settled'",
                ends,
                dueAt);
    }

    /** Their call was not made after all. */
    public void takeOut(Collection<End> ends, Instant dueAt) {
        wait(
                "UPDATE outbox SET state = 'new', " + SendResult.COLUMNS
                        + ", due_at = :due, batch = '', attempts = attempts - 1 WHERE id = :id",
                ends,
                dueAt);
    }

    private void wait(String sql, Collection<End> ends, Instant dueAt) {
        PreparedBatch later = handle.prepareBatch(sql);
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
