package gradcheck.outbox;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.SendCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes calls: each stands on disk before it is made, and its outcome after it; one without an answer is made again
 * identically.
 */
final class ApiCalls {
    /** Longer than a call can take, so that a claim is taken over only when its process is gone. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final Store store;
    private final Channel channel;
    private final Clock clock;
    private final Ids ids;
    private final SendPause pace;
    private final OutcomeLedger settling;

    ApiCalls(Store store, Channel channel, Limits limits, Clock clock, Ids ids) {
        this.store = store;
        this.channel = channel;
        this.clock = clock;
        this.ids = ids;
        this.pace = new SendPause(limits.zone());
        this.settling = new OutcomeLedger(pace);
    }

    /** Equal messages of people who get them in one call. */
    record Draft(Prepared.Ready ready, List<Outbox.Row> rows) {}

    /** A call that stands on disk as it is made. */
    private record Call(SendCalls.Row batch, Outgoing message, List<Outbox.Row> rows) {}

    SendOutcome make(Draft draft) {
        return make(store.write(tables -> keep(tables, draft, clock.instant())).join());
    }

    /** Before it leaves, the call stands on disk as it will be made, and counts in the day's budget. */
    private Call keep(Tables tables, Draft draft, Instant now) {
        List<PersonId> people = draft.rows().stream().map(Outbox.Row::person).toList();
        Outgoing message = draft.ready().message();
        String text = message instanceof Outgoing.Text words ? words.text() : "";
        int urgency = draft.rows().get(0).urgency();
        SendCalls.Row batch = new SendCalls.Row(
                ids.next(), people, text, urgency, now, draft.ready().until(), 1, false);
        tables.batches().open(batch, now.plus(LEASE));
        tables.sending().putInto(batch.id(), draft.rows());
        tables.allowance().count(pace.day(now), people.size());
        return new Call(batch, message, draft.rows());
    }

    private SendOutcome make(Call call) {
        SendOutcome outcome =
                channel.send(call.batch().people(), call.message(), call.batch().id());
        return store.write(tables -> {
                    if (call.message() instanceof Outgoing.Card card && outcome instanceof SendOutcome.Sent sent) {
                        tables.cards().answered(card.taskId(), sent.responseCode());
                    }
                    return settling.settle(tables, call.batch(), call.rows(), outcome, clock.instant());
                })
                .join();
    }

    /** A call that was made, or perhaps was; empty where what it said is gone. */
    record Open(SendCalls.Row batch, Optional<Outgoing> message, List<Outbox.Row> rows) {}

    /** Calls that got no answer, or whose process died. */
    List<Open> reopened() {
        Instant now = clock.instant();
        return store.write(tables -> reopened(tables, now)).join();
    }

    /** A batch's text is kept; a card or a file stands in its only row still. */
    private List<Open> reopened(Tables tables, Instant now) {
        if (pace.isPaused(tables, now)) {
            return List.of();
        }
        List<Open> open = new ArrayList<>();
        for (SendCalls.Row batch : tables.batches().claim(now, now.plus(LEASE))) {
            List<Outbox.Row> rows = tables.sending().ofBatch(batch.id());
            Optional<Outgoing> message = batch.text().isEmpty()
                    ? rows.stream().findFirst().flatMap(row -> tables.parcels().message(row))
                    : Optional.of(new Outgoing.Text(batch.text()));
            open.add(new Open(batch, message, rows));
        }
        return open;
    }

    /**
     * Byte by byte the same again, inside the platform's window.
     *
     * @param soonest not before that moment, if the platform still knows the call then: better at a bad time than lost
     */
    void repeat(Open open, Instant soonest) {
        Instant now = clock.instant();
        if (open.message().isEmpty() || !settling.mayRepeat(open.batch(), now)) {
            store.write(tables -> settling.leaveUnknown(tables, open.batch(), open.rows(), now))
                    .join();
        } else if (soonest.isAfter(now) && settling.mayRepeat(open.batch(), soonest)) {
            store.write(tables -> {
                        settling.putOff(tables, open.batch(), soonest);
                        return open;
                    })
                    .join();
        } else {
            make(new Call(open.batch(), open.message().get(), open.rows()));
        }
    }
}
