package gradcheck.store.outbox;

import gradcheck.message.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Calls to the platform, kept before they are made: the same receivers in the same order and the same text, so that one
 * without an answer can be repeated identically by whatever process comes after.
 */
public final class SendCalls {
    /** By so much a clock may be set back and still be trusted. */
    public static final Duration SET_BACK = Duration.ofMinutes(5);

    private static final RowMapper<Row> ROW = (row, context) -> new Row(
            row.getString("id"),
            Arrays.stream(row.getString("people").split("\\|"))
                    .filter(p -> !p.isEmpty())
                    .map(PersonId::new)
                    .toList(),
            row.getString("text"),
            row.getInt("urgency"),
            Instant.ofEpochMilli(row.getLong("first_at")),
            Instant.ofEpochMilli(row.getLong("last_at")),
            row.getInt("tries"),
            row.getInt("is_doubtful") == 1);

    private static final String ENDED = "outcome_kind = :kind, platform_code = :code, outcome = :outcome";

    private final Handle handle;

    public SendCalls(Handle handle) {
        this.handle = handle;
    }

    /**
     * A call that is not settled.
     *
     * @param text what it says; empty for a card or a file, which its row still holds
     * @param firstAt when it was first made: the platform's duplicate window begins there
     * @param lastAt after that moment it is not repeated
     * @param isDoubtful whether an earlier try may have arrived
     */
    public record Row(
            String id,
            List<PersonId> people,
            String text,
            int urgency,
            Instant firstAt,
            Instant lastAt,
            int tries,
            boolean isDoubtful) {
        /** The same call to others. */
        public Row to(List<PersonId> others) {
            return new Row(id, others, text, urgency, firstAt, lastAt, tries, isDoubtful);
        }
    }

    /** Keeps calls that are about to be made for the first time, leased to their process. */
    public void open(List<Row> rows, Instant leaseUntil) {
        PreparedBatch added = handle.prepareBatch(
                "INSERT INTO batch (id, people, text, urgency, first_at, next_at, last_at, lease_until,"
                        + " tries, is_doubtful, state, outcome) VALUES (:id, :people, :text, :urgency, :first, :first,"
                        + " :last, :lease, 1, 0, 'open', '')");
        rows.forEach(row -> added.bind("id", row.id())
                .bind("people", row.people().stream().map(PersonId::value).collect(Collectors.joining("|")))
                .bind("text", row.text())
                .bind("urgency", row.urgency())
                .bind("first", row.firstAt().toEpochMilli())
                .bind("last", row.lastAt().toEpochMilli())
                .bind("lease", leaseUntil.toEpochMilli())
                .add());
        execute(added);
    }

    /** They were kept and not made: nothing happened that the ledger would have to tell. */
    public void drop(Collection<String> ids) {
        PreparedBatch dropped = handle.prepareBatch("DELETE FROM batch WHERE id = :id");
        ids.forEach(id -> dropped.bind("id", id).add());
        execute(dropped);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /**
     * Claims calls whose next try is due, or whose process died: of those nobody knows whether they were made; and those
     * that were first made later than now, by a clock that has been set back since: their window can't be told any more.
     *
     * @param leaseUntil a lease beyond it was given by a clock that has been set back since
     */
    public List<Row> claim(Instant now, Instant leaseUntil) {
        String due = " WHERE state = 'open' AND (next_at <= :now OR first_at > :ahead)"
                + " AND (lease_until < :now OR lease_until > :until)";
        bound(handle.createUpdate("UPDATE batch SET is_doubtful = 1" + due + " AND lease_until > 0"), now, leaseUntil)
                .execute();
        List<Row> rows = bound(
                        handle.createQuery("SELECT * FROM batch" + due + " ORDER BY urgency, first_at, id"),
                        now,
                        leaseUntil)
                .map(ROW)
                .list();
        PreparedBatch leased =
                handle.prepareBatch("UPDATE batch SET lease_until = :until, tries = tries + 1 WHERE id = :id");
        rows.forEach(row -> leased.bind("until", leaseUntil.toEpochMilli())
                .bind("id", row.id())
                .add());
        execute(leased);
        return rows;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Instant now, Instant leaseUntil) {
        return statement
                .bind("now", now.toEpochMilli())
                .bind("ahead", now.plus(SET_BACK).toEpochMilli())
                .bind("until", leaseUntil.toEpochMilli());
    }

    /** The process that was making them is surely dead: nobody will ever tell their outcome. */
    public void endLeases(Instant now) {
        handle.createUpdate("UPDATE batch SET lease_until = :before WHERE state = 'open' AND lease_until > 0")
                .bind("before", now.toEpochMilli() - 1)
                .execute();
    }

    /** The same call again at that time. */
    public void again(String id, SendResult result, boolean isDoubtful, Instant nextAt) {
        ended(
                        handle.createUpdate("UPDATE batch SET lease_until = 0, next_at = :next, " + ENDED
                                + ", is_doubtful = CASE WHEN :doubtful = 1 THEN 1 ELSE is_doubtful END WHERE id = :id"),
                        result)
                .bind("next", nextAt.toEpochMilli())
                .bind("doubtful", isDoubtful ? 1 : 0)
                .bind("id", id)
                .execute();
    }

    /** The calls are at their end: their texts stay for the ledger, their lists of people stand in the rows. */
    public void settle(Map<String, SendResult> results) {
        PreparedBatch settled =
                handle.prepareBatch("UPDATE batch SET state = 'settled', " + ENDED + ", people = '' WHERE id = :id");
        results.forEach((id, result) -> ended(settled, result).bind("id", id).add());
        execute(settled);
    }

    private static <S extends SqlStatement<S>> S ended(S update, SendResult result) {
        return update.bind("kind", result.kind().name())
                .bind("code", result.code())
                .bind("outcome", result.detail());
    }

    /** How often calls since then were refused, for good or for a while, by the platform's number. */
    public Map<String, Integer> failedSince(Instant since) {
        Map<String, Integer> failed = new TreeMap<>();
        handle.createQuery(
                        "SELECT platform_code, COUNT(*) AS calls FROM batch WHERE first_at > :since"
                                + " AND outcome_kind IN ('REFUSED', 'TRY_LATER') AND platform_code <> '' GROUP BY platform_code")
                .bind("since", since.toEpochMilli())
                .map((row, context) -> failed.put(row.getString("platform_code"), row.getInt("calls")))
                .list();
        return failed;
    }

    /** What a call said. */
    public Optional<String> text(String id) {
        return handle.createQuery("SELECT text FROM batch WHERE id = :id AND text <> ''")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    /** When an open call is to be looked after: its next try, or the end of its lease. */
    public Optional<Instant> nextAt() {
        return handle.createQuery("SELECT MIN(CASE WHEN lease_until >= next_at THEN lease_until + 1 ELSE next_at END)"
                        + " FROM batch WHERE state = 'open'")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }
}
