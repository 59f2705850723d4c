package gradcheck.outbox;

import gradcheck.outbox.ApiCalls.Call;
import gradcheck.outbox.ApiCalls.Draft;
import gradcheck.outbox.ApiCalls.Made;
import gradcheck.outbox.ApiCalls.Unmade;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Takes what is due, decides it, sorts it into calls, and has them made; equal texts go to up to a thousand people in one
 * call, and what somebody waits for always goes first, several calls at a time.
 */
public final class Sender {
    /** What many calls have not come to by then is given back. */
    private static final Duration WORK = Duration.ofSeconds(40);

    private static final int ROUND = 2000;
    /** So many of a round's calls are kept at a time, that a process that dies leaves few in doubt. */
    private static final int AT_A_TIME = 20;
    /** So many replies at a time, that none of their calls' leases runs out. */
    private static final int REPLIES = 100;
    /** How many times replies go before doubtful calls. */
    private static final int PATIENCE = 5;

    private final Store store;
    private final Prepare prepare;
    private final Limits limits;
    private final Clock clock;
    private final SendPause pace;
    private final ApiCalls calls;
    private final AdaptiveConcurrency lanes;
    private int repliesInARow;
    private volatile boolean stopped;
    /** Since it was last looked what is due, the platform asked for a pause; it stands on disk as well. */
    private volatile boolean paused;

    public Sender(Store store, Channel channel, Prepare prepare, Limits limits, Clock clock, Ids ids) {
        this.store = store;
        this.prepare = prepare;
        this.limits = limits;
        this.clock = clock;
        this.pace = new SendPause(limits.zone());
        this.calls = new ApiCalls(store, channel, limits, clock, ids);
        this.lanes = new AdaptiveConcurrency(channel.atOnce());
    }

    /** Decides, at the moment of sending, what each message is; a row that is not in the answer is dropped. */
    @FunctionalInterface
    public interface Prepare {
        Map<String, Prepared> messages(List<Outbox.Row> rows);
    }

    /**
     * For the only process there is, at its start: whoever waits for an answer need not wait for the lease of the one
     * before it, too. A call that one may have made is repeated identically.
     */
    public void takeOver() {
        Instant now = clock.instant();
        store.write(tables -> {
                    tables.batches().endLeases(now);
                    return now;
                })
                .join();
    }

    /** Sends what is due now; how many messages were settled or put off. */
    public int sendDue() {
        Instant now = clock.instant();
        if (!store.<Boolean>read(tables -> tables.sending().isAnythingDue(now))) {
            return 0;
        }
        int done = send(Outbox.REPLY);
        if (done == 0) {
            return repeatOpen() + send(Outbox.BULK);
        }
        // Where replies never end, a doubtful one would else be repeated when the platform has forgotten it.
        repliesInARow = (repliesInARow + 1) % PATIENCE;
        return repliesInARow == 0 ? done + repeatOpen() : done;
    }

    /** Makes no further call; those that were kept and not made are given back. */
    public void stop() {
        stopped = true;
    }

    private int send(int urgency) {
        if (stopped) {
            return 0;
        }
        Instant now = clock.instant();
        List<Outbox.Row> rows = store.read(tables -> due(tables, urgency, now));
        if (rows.isEmpty()) {
            return 0;
        }
        Sorted sorted = Sorted.of(rows, prepare.messages(rows), limits, now);
        if (sorted.hasUnsent()) {
            store.write(sorted::writeUnsent).join();
        }
        Round round = new Round(now);
        if (urgency == Outbox.REPLY) {
            round.makeSideBySide(calls.keep(sorted.drafts()));
            return rows.size() - sorted.waiting() - round.unsent();
        }
        int unsent = 0;
        for (int from = 0; from < sorted.drafts().size(); from += AT_A_TIME) {
            int to = Math.min(from + AT_A_TIME, sorted.drafts().size());
            List<Draft> next = sorted.drafts().subList(from, to);
            if (round.isOver(clock.instant())) {
                unsent += next.stream().mapToInt(draft -> draft.rows().size()).sum();
            } else {
                round.makeOneByOne(calls.keep(next));
            }
        }
        return rows.size() - sorted.waiting() - round.unsent() - unsent;
    }

    private List<Outbox.Row> due(Tables tables, int urgency, Instant now) {
        if (pace.isPaused(tables, now)) {
            return List.of();
        }
        int left = limits.dailyBudget() - tables.allowance().used(pace.day(now));
        int most = urgency == Outbox.REPLY ? REPLIES : Math.min(ROUND, left);
        if (most <= 0) {
            return List.of();
        }
        paused = false;
        return tables.sending().due(now, urgency, most);
    }

    /** Calls that were kept together, as they are made; their ends are written together, too. */
    private final class Round {
        private final Instant since;
        private final Queue<Made> made = new ConcurrentLinkedQueue<>();
        private final Queue<Unmade> unmade = new ConcurrentLinkedQueue<>();
        private int unsent;

        Round(Instant since) {
            this.since = since;
        }

        void makeSideBySide(List<Call> kept) {
            try {
                lanes.each(kept, this::make);
            } finally {
                settle();
            }
        }

        void makeOneByOne(List<Call> kept) {
            try {
                for (Call call : kept) {
                    while (!isOver(clock.instant()) && send(Outbox.REPLY) > 0) {
                        // Somebody waits for these; nobody for the rest of the round.
                    }
                    make(call);
                }
            } finally {
                settle();
            }
        }

        private void make(Call call) {
            Instant now = clock.instant();
            Instant due = call.batch().isDoubtful() ? now : limits.soonest(call.rows(), now);
            if (isOver(now) || due.isAfter(now)) {
                unmade.add(new Unmade(call, due));
                return;
            }
            Made one = calls.make(call);
            made.add(one);
            if (one.outcome() instanceof SendOutcome.TryLater later) {
                heed(later);
            }
        }

        private void heed(SendOutcome.TryLater later) {
            if (later.isCrowded()) {
                lanes.crowded();
            }
            if (later.isForEverybody()) {
                paused = true;
            }
        }

        /** Time ran out, or the platform wants a pause. */
        boolean isOver(Instant now) {
            return stopped || paused || Duration.between(since, now).compareTo(WORK) > 0;
        }

        private void settle() {
            unsent += unmade.stream().mapToInt(one -> one.call().rows().size()).sum();
            calls.settle(List.copyOf(made), List.copyOf(unmade));
            made.clear();
            unmade.clear();
        }

        /** How many messages it has not come to. */
        int unsent() {
            return unsent;
        }
    }

    private int repeatOpen() {
        if (stopped) {
            return 0;
        }
        Instant now = clock.instant();
        ApiCalls.Reopened open = calls.reopen(rows -> limits.soonest(rows, now));
        Round round = new Round(now);
        round.makeSideBySide(open.calls().stream().filter(Call::isAwaited).toList());
        round.makeOneByOne(
                open.calls().stream().filter(call -> !call.isAwaited()).toList());
        return open.messages() - round.unsent();
    }
}
