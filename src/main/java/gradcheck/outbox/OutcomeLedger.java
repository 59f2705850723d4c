package gradcheck.outbox;

import gradcheck.message.OutcomeCause;
import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxQueue.End;
import gradcheck.store.outbox.SendCalls;
import gradcheck.store.outbox.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a call's outcome means for its messages, written in one go: the ledger. */
final class OutcomeLedger {
    private static final Logger log = LoggerFactory.getLogger(OutcomeLedger.class);
    /**
     * The platform drops an identical request for some time (page 90236; documented, not tried on a live tenant). By a
     * clock that is set back meanwhile the calls end as much later.
     */
    private static final Duration WINDOW = Channel.MADE_AGAIN.minus(SendCalls.SET_BACK);

    /** Of a message that surely reached nobody: some five hours. What has a time limit of its own is tried until then. */
    private static final int MOST_REFUSALS = 20;

    private static final int MOST_DOUBLINGS = 7;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private final SendPause pace;

    OutcomeLedger(SendPause pace) {
        this.pace = pace;
    }

    /** A call may be repeated while the platform would still know it, and while it still holds. */
    boolean mayRepeat(SendCalls.Row batch, Instant now) {
        return !now.isBefore(batch.firstAt().minus(SendCalls.SET_BACK))
                && now.isBefore(batch.firstAt().plus(WINDOW))
                && !now.isAfter(batch.lastAt());
    }

    /** Nobody will ever know, and the ledger says so. */
    SendOutcome leaveUnknown(Tables tables, SendCalls.Row batch, List<Outbox.Row> rows, Instant now) {
        SendOutcome outcome = new SendOutcome.Unknown("no answer, and too late to ask again");
        end(tables, batch, rows, SendResult.unknown("no answer came, it may have arrived"), now);
        return outcome;
    }

    /** The same call a little later; as doubtful as before. */
    void putOff(Tables tables, SendCalls.Row batch, Instant at) {
        repeat(tables, batch, SendResult.putOff(OutcomeCause.CROWDED_MINUTE), false, at);
    }

    SendOutcome settle(Tables tables, SendCalls.Row batch, List<Outbox.Row> rows, SendOutcome outcome, Instant now) {
        if (outcome instanceof SendOutcome.Unknown unknown) {
            repeat(tables, batch, SendResult.unknown(unknown.reason()), true, now.plus(backoff(batch.tries())));
        } else if (outcome instanceof SendOutcome.TryLater later) {
            tryLater(tables, batch, rows, later, now);
        } else if (outcome instanceof SendOutcome.Refused refused) {
            refused(tables, batch, rows, refused, now);
        } else {
            taken(tables, batch, rows, outcome, now);
        }
        return outcome;
    }

    private static void repeat(Tables tables, SendCalls.Row batch, SendResult result, boolean doubtful, Instant at) {
        tables.batches().again(batch.id(), result, doubtful, at);
    }

    /** Nobody got it this time: decided anew later, unless an earlier try of the same call may have arrived. */
    private void tryLater(
            Tables tables, SendCalls.Row batch, List<Outbox.Row> rows, SendOutcome.TryLater later, Instant now) {
        SendResult result = SendResult.tryLater(later.cause(), later.code(), later.reason());
        Instant at = pausedUntil(tables, rows, later, now);
        if (batch.isDoubtful()) {
            repeat(tables, batch, result, false, at);
            return;
        }
        tables.allowance().count(pace.day(batch.firstAt()), -batch.people().size());
        boolean endless = later.isForEverybody() || batch.lastAt().toEpochMilli() < Long.MAX_VALUE;
        List<End> again = new ArrayList<>();
        List<End> given = new ArrayList<>();
        for (Outbox.Row row : rows) {
            boolean last = !endless && row.attempts() + 1 >= MOST_REFUSALS;
            (last ? given : again).add(new End(row.id(), last ? result.givenUp() : result));
        }
        tables.sending().settleAll(given, now);
        tables.sending().retryAll(again, at);
        tables.batches().settle(batch.id(), result);
    }

    private Instant pausedUntil(Tables tables, List<Outbox.Row> rows, SendOutcome.TryLater later, Instant now) {
        if (!later.isForEverybody()) {
            int tries = rows.stream().mapToInt(Outbox.Row::attempts).max().orElse(0);
            return now.plus(later.pause().multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS)));
        }
        Instant until = later.cause() == OutcomeCause.RATE_LIMIT
                ? pace.limited(tables, now)
                : pace.blocked(tables, now, later.pause());
        log.error("event=sending_paused code={} reason=\"{}\" until={}", later.code(), later.reason(), until);
        return until;
    }

    private void refused(
            Tables tables, SendCalls.Row batch, List<Outbox.Row> rows, SendOutcome.Refused refused, Instant now) {
        if (refused.isNobodyThere()) {
            rows.forEach(row -> tables.unreachable().note(row.person(), OutcomeCause.INVALID.name(), now));
        }
        end(tables, batch, rows, SendResult.refused(refused.cause(), refused.code(), refused.reason()), now);
    }

    private void taken(Tables tables, SendCalls.Row batch, List<Outbox.Row> rows, SendOutcome outcome, Instant now) {
        Map<PersonId, OutcomeCause> refused = new HashMap<>();
        if (outcome instanceof SendOutcome.PartlyRefused partly) {
            partly.refusals().forEach(r -> refused.put(r.person(), r.cause()));
        }
        List<End> ends = new ArrayList<>();
        List<PersonId> reached = new ArrayList<>();
        for (Outbox.Row row : rows) {
            OutcomeCause cause = refused.get(row.person());
            if (cause == null) {
                ends.add(new End(row.id(), SendResult.SENT));
                reached.add(row.person());
            } else {
                ends.add(new End(row.id(), SendResult.unreachable(cause)));
                tables.unreachable().note(row.person(), cause.name(), now);
            }
        }
        tables.sending().settleAll(ends, now);
        tables.unreachable().clear(reached);
        pace.taken(tables, now);
        tables.batches().settle(batch.id(), SendResult.SENT);
    }

    private static void end(Tables tables, SendCalls.Row batch, List<Outbox.Row> rows, SendResult result, Instant now) {
        tables.sending()
                .settleAll(rows.stream().map(row -> new End(row.id(), result)).toList(), now);
        tables.batches().settle(batch.id(), result);
    }

    private static Duration backoff(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    }
}
