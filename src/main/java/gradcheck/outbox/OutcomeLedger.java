package gradcheck.outbox;

import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.ApiCalls.Call;
import gradcheck.outbox.ApiCalls.Made;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxQueue.End;
import gradcheck.store.outbox.SendCalls;
import gradcheck.store.outbox.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    void leaveUnknown(Tables tables, SendCalls.Row batch, List<Outbox.Row> rows, Instant now) {
        Entries entries = new Entries();
        entries.end(batch, rows, SendResult.unknown("no answer came, it may have arrived"));
        entries.write(tables, now);
    }

    /** The same call a little later; as doubtful as before. */
    void putOff(Tables tables, SendCalls.Row batch, Instant at) {
        repeat(tables, batch, SendResult.putOff(OutcomeCause.CROWDED_MINUTE), false, at);
    }

    /** @param made in the order in which they ended */
    void settle(Tables tables, List<Made> made, Instant now) {
        Entries entries = new Entries();
        made.forEach(one -> settle(tables, one, entries, now));
        entries.write(tables, now);
    }

    private void settle(Tables tables, Made made, Entries entries, Instant now) {
        SendCalls.Row batch = made.call().batch();
        SendOutcome outcome = made.outcome();
        if (outcome instanceof SendOutcome.Unknown unknown) {
            repeat(tables, batch, SendResult.unknown(unknown.reason()), true, now.plus(backoff(batch.tries())));
        } else if (outcome instanceof SendOutcome.TryLater later) {
            tryLater(tables, made.call(), later, entries, now);
        } else if (outcome instanceof SendOutcome.Refused refused) {
            entries.end(
                    batch, made.call().rows(), SendResult.refused(refused.cause(), refused.code(), refused.reason()));
            if (refused.isNobodyThere()) {
                made.call().rows().forEach(row -> entries.refused.put(row.person(), OutcomeCause.INVALID));
            }
        } else {
            if (entries.isFirst()) {
                pace.taken(tables, now);
            }
            entries.taken(made);
        }
    }

    private static void repeat(Tables tables, SendCalls.Row batch, SendResult result, boolean doubtful, Instant at) {
        tables.batches().again(batch.id(), result, doubtful, at);
    }

    /** Nobody got it this time: decided anew later, unless an earlier try of the same call may have arrived. */
    private void tryLater(Tables tables, Call call, SendOutcome.TryLater later, Entries entries, Instant now) {
        SendCalls.Row batch = call.batch();
        SendResult result = SendResult.tryLater(later.cause(), later.code(), later.reason());
        Instant at = pausedUntil(tables, call.rows(), later, now);
        if (batch.isDoubtful()) {
            repeat(tables, batch, result, false, at);
            return;
        }
        tables.allowance().count(pace.day(batch.firstAt()), -batch.people().size());
        boolean endless = later.isForEverybody() || batch.lastAt().toEpochMilli() < Long.MAX_VALUE;
        for (Outbox.Row row : call.rows()) {
            if (!endless && row.attempts() + 1 >= MOST_REFUSALS) {
                entries.ended.add(End.of(row, result.givenUp()));
            } else {
                entries.again.computeIfAbsent(at, moment -> new ArrayList<>()).add(End.of(row, result));
            }
        }
        entries.calls.put(batch.id(), result);
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

    private static Duration backoff(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    }

    /** What several outcomes have in common is written together. */
    private static final class Entries {
        private final List<End> ended = new ArrayList<>();
        private final Map<Instant, List<End>> again = new LinkedHashMap<>();
        private final Map<String, SendResult> calls = new LinkedHashMap<>();
        private final Map<String, String> cards = new LinkedHashMap<>();
        private final List<PersonId> reached = new ArrayList<>();
        private final Map<PersonId, OutcomeCause> refused = new LinkedHashMap<>();
        private boolean isAnyTaken;

        void end(SendCalls.Row batch, List<Outbox.Row> rows, SendResult result) {
            rows.forEach(row -> ended.add(End.of(row, result)));
            calls.put(batch.id(), result);
        }

        /** Whether no call of these was taken before: what one tells about a limit, the next needn't. */
        boolean isFirst() {
            return !isAnyTaken;
        }

        void taken(Made made) {
            isAnyTaken = true;
            Map<PersonId, OutcomeCause> left = new HashMap<>();
            if (made.outcome() instanceof SendOutcome.PartlyRefused partly) {
                partly.refusals().forEach(r -> left.put(r.person(), r.cause()));
            } else if (made.outcome() instanceof SendOutcome.Sent sent
                    && made.call().message() instanceof Outgoing.Card card) {
                cards.put(card.taskId(), sent.responseCode());
            }
            for (Outbox.Row row : made.call().rows()) {
                OutcomeCause cause = left.get(row.person());
                if (cause == null) {
                    ended.add(End.of(row, SendResult.SENT));
                    reached.add(row.person());
                } else {
                    ended.add(End.of(row, SendResult.unreachable(cause)));
                    refused.put(row.person(), cause);
                }
            }
            calls.put(made.call().batch().id(), SendResult.SENT);
        }

        void write(Tables tables, Instant now) {
            tables.sending().settleAll(ended, now);
            again.forEach((at, ends) -> tables.sending().retryAll(ends, at));
            tables.batches().settle(calls);
            tables.cards().answered(cards);
            refused.forEach((person, cause) -> tables.unreachable().note(person, cause.name(), now));
            tables.unreachable().clear(reached);
        }
    }
}
