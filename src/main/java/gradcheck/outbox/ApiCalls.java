package gradcheck.outbox;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxQueue.End;
import gradcheck.store.outbox.SendCalls;
import gradcheck.store.outbox.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Calls, many at a time: each stands on disk before it is made, and its outcome after it, all of them in one write before
 * the first and one after the last; one without an answer is made again identically.
 */
final class ApiCalls {
    /** Longer than a call can take, so that a call is taken over only when its process is gone. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final Store store;
    private final Channel channel;
    private final Clock clock;
    private final Ids ids;
    private final SendPause pace;
    private final OutcomeLedger ledger;

    ApiCalls(Store store, Channel channel, Limits limits, Clock clock, Ids ids) {
        this.store = store;
        this.channel = channel;
        this.clock = clock;
        this.ids = ids;
        this.pace = new SendPause(limits.zone());
        this.ledger = new OutcomeLedger(pace);
    }

    /** Equal messages of people who get them in one call. */
    record Draft(Prepared.Ready ready, List<Outbox.Row> rows) {}

    /** A call that stands on disk as it is made. */
    record Call(SendCalls.Row batch, Outgoing message, List<Outbox.Row> rows) {
        /** Whether somebody waits for what it says. */
        boolean isAwaited() {
            return batch.urgency() == Outbox.REPLY;
        }

        private Call only(Set<String> messages) {
            List<Outbox.Row> left =
                    rows.stream().filter(row -> messages.contains(row.id())).toList();
            return left.size() == rows.size() ? this : new Call(batch.to(people(left)), message, left);
        }
    }

    /** A call that was made. */
    record Made(Call call, SendOutcome outcome) {}

    /** A call that was kept and not made; what it says may be said then. */
    record Unmade(Call call, Instant due) {}

    private static List<PersonId> people(List<Outbox.Row> rows) {
        return rows.stream().map(Outbox.Row::person).toList();
    }

    /** Before the first leaves, all stand on disk as they will be made, and count in the day's budget. */
    List<Call> keep(List<Draft> drafts) {
        return drafts.isEmpty()
                ? List.of()
                : store.write(tables -> keep(tables, drafts, clock.instant())).join();
    }

    private List<Call> keep(Tables tables, List<Draft> drafts, Instant now) {
        List<Call> calls = drafts.stream().map(draft -> call(draft, now)).toList();
        Map<String, String> byMessage = new HashMap<>();
        calls.forEach(call ->
                call.rows().forEach(row -> byMessage.put(row.id(), call.batch().id())));
        Set<String> waiting = tables.sending().putInto(byMessage);
        List<Call> kept = calls.stream()
                .map(call -> call.only(waiting))
                .filter(call -> !call.rows().isEmpty())
                .toList();
        tables.batches().open(kept.stream().map(Call::batch).toList(), now.plus(LEASE));
        tables.allowance().count(pace.day(now), waiting.size());
        return kept;
    }

    private Call call(Draft draft, Instant now) {
        Outgoing message = draft.ready().message();
        String text = message instanceof Outgoing.Text words ? words.text() : "";
        int urgency = draft.rows().get(0).urgency();
        Instant until = draft.ready().until();
        SendCalls.Row batch = new SendCalls.Row(ids.next(), people(draft.rows()), text, urgency, now, until, 1, false);
        return new Call(batch, message, draft.rows());
    }

    Made make(Call call) {
        return new Made(
                call,
                channel.send(call.batch().people(), call.message(), call.batch().id()));
    }

    /**
     * What became of calls that were kept.
     *
     * @param made in the order in which they ended: what a limit stops and what was under way before it is told by that
     */
    void settle(List<Made> made, List<Unmade> unmade) {
        if (made.isEmpty() && unmade.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        store.write(tables -> {
                    ledger.settle(tables, made, now);
                    giveBack(tables, unmade);
                    return now;
                })
                .join();
    }

    /** As if they had never been kept; but one that may have been made before stays the call it is. */
    private void giveBack(Tables tables, List<Unmade> unmade) {
        List<String> dropped = new ArrayList<>();
        for (Unmade one : unmade) {
            SendCalls.Row batch = one.call().batch();
            if (batch.isDoubtful()) {
                tables.batches().again(batch.id(), SendResult.unknown("to be asked again"), false, one.due());
            } else {
                dropped.add(batch.id());
                tables.allowance()
                        .count(pace.day(batch.firstAt()), -batch.people().size());
                List<Outbox.Row> rows = one.call().rows();
                tables.sending()
                        .takeOut(
                                rows.stream()
                                        .map(row -> End.of(row, row.result()))
                                        .toList(),
                                one.due());
            }
        }
        tables.batches().drop(dropped);
    }

    /**
     * Calls that were made, or perhaps were.
     *
     * @param calls to be made again
     * @param messages how many all of them had, those too whose end or delay was written at once
     */
    record Reopened(List<Call> calls, int messages) {}

    /**
     * Calls that got no answer, or whose process died: byte by byte the same again, inside the platform's window.
     *
     * @param soonest not before that moment, if the platform still knows the call then: better at a bad time than lost
     */
    Reopened reopen(Function<List<Outbox.Row>, Instant> soonest) {
        Instant now = clock.instant();
        return store.write(tables ->
                        pace.isPaused(tables, now) ? new Reopened(List.of(), 0) : reopen(tables, soonest, now))
                .join();
    }

    private Reopened reopen(Tables tables, Function<List<Outbox.Row>, Instant> soonest, Instant now) {
        List<Call> calls = new ArrayList<>();
        int messages = 0;
        for (SendCalls.Row batch : tables.batches().claim(now, now.plus(LEASE))) {
            List<Outbox.Row> rows = tables.sending().ofBatch(batch.id());
            messages += rows.size();
            Optional<Outgoing> message = message(tables, batch, rows);
            Instant due = soonest.apply(rows);
            if (message.isEmpty() || !ledger.mayRepeat(batch, now)) {
                ledger.leaveUnknown(tables, batch, rows, now);
            } else if (due.isAfter(now) && ledger.mayRepeat(batch, due)) {
                ledger.putOff(tables, batch, due);
            } else {
                calls.add(new Call(batch, message.get(), rows));
            }
        }
        return new Reopened(calls, messages);
    }

    /** A batch's text is kept; a card or a file stands in its only row still. */
    private static Optional<Outgoing> message(Tables tables, SendCalls.Row batch, List<Outbox.Row> rows) {
        return batch.text().isEmpty()
                ? rows.stream().findFirst().flatMap(row -> tables.parcels().message(row))
                : Optional.of(new Outgoing.Text(batch.text()));
    }
}
