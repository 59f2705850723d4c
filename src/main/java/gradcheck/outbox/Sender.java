package gradcheck.outbox;

import gradcheck.message.OutcomeCause;
import gradcheck.outbox.ApiCalls.Draft;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxQueue.End;
import gradcheck.store.outbox.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Claims what is due, decides it, sorts it into calls, and has them made; equal texts go to up to a thousand people in one
 * call, and what somebody waits for always goes first, several calls at a time.
 */
public final class Sender {
    /** A claim with many calls gives back what it has not come to by then. */
    private static final Duration WORK = Duration.ofSeconds(40);

    private static final int CLAIM = 2000;
    /** So many replies at a time, that none of their leases runs out. */
    private static final int REPLIES = 100;
    /** How many claims of replies doubtful calls wait for. */
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
    /** Since the last claim the platform asked for a pause; it stands on disk as well. */
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
                    tables.sending().endLeases(now);
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

    /** Makes no further call; what was claimed for one is given back. */
    public void stop() {
        stopped = true;
    }

    private int send(int urgency) {
        if (stopped) {
            return 0;
        }
        Instant now = clock.instant();
        List<Outbox.Row> rows =
                store.write(tables -> claim(tables, urgency, now)).join();
        if (rows.isEmpty()) {
            return 0;
        }
        Map<String, Prepared> prepared = prepare.messages(rows);
        List<Draft> drafts = sort(rows, prepared, now);
        Round round = new Round(now);
        if (urgency == Outbox.REPLY) {
            lanes.each(drafts, round::make);
        } else {
            drafts.forEach(draft -> {
                while (send(Outbox.REPLY) > 0) {
                    // Somebody waits for these; nobody for the rest of the round.
                }
                round.make(draft);
            });
        }
        return rows.size() - round.giveBack();
    }

    private List<Outbox.Row> claim(Tables tables, int urgency, Instant now) {
        if (pace.isPaused(tables, now)) {
            return List.of();
        }
        int left = limits.dailyBudget() - tables.allowance().used(day(now));
        int most = urgency == Outbox.REPLY ? REPLIES : Math.min(CLAIM, left);
        if (most <= 0) {
            return List.of();
        }
        paused = false;
        return tables.sending().claim(now, now.plus(ApiCalls.LEASE), urgency, most);
    }

    /** What is not sent now is settled or put off at once; the rest is sorted into calls. */
    private List<Draft> sort(List<Outbox.Row> rows, Map<String, Prepared> prepared, Instant now) {
        Map<Prepared.Ready, List<Outbox.Row>> equal = new LinkedHashMap<>();
        Map<Instant, List<End>> later = new LinkedHashMap<>();
        List<End> dropped = new ArrayList<>();
        for (Outbox.Row row : rows) {
            Prepared what = prepared.getOrDefault(row.id(), new Prepared.Dropped(OutcomeCause.NO_LONGER_DUE));
            if (what instanceof Prepared.Ready ready) {
                equal.computeIfAbsent(ready, m -> new ArrayList<>()).add(row);
            } else if (what instanceof Prepared.Later put) {
                later.computeIfAbsent(put.at(), at -> new ArrayList<>())
                        .add(new End(row.id(), SendResult.putOff(put.why())));
            } else {
                dropped.add(new End(row.id(), SendResult.dropped(((Prepared.Dropped) what).why())));
            }
        }
        if (!later.isEmpty() || !dropped.isEmpty()) {
            store.write(tables -> {
                        later.forEach((at, ends) -> tables.sending().putOff(ends, at));
                        tables.sending().settleAll(dropped, now);
                        return now;
                    })
                    .join();
        }
        return drafts(equal);
    }

    private static List<Draft> drafts(Map<Prepared.Ready, List<Outbox.Row>> equal) {
        List<Draft> drafts = new ArrayList<>();
        equal.forEach((ready, all) -> {
            for (int from = 0; from < all.size(); from += Channel.MOST_RECEIVERS) {
                drafts.add(new Draft(ready, all.subList(from, Math.min(all.size(), from + Channel.MOST_RECEIVERS))));
            }
        });
        return drafts;
    }

    /** One claim's calls, as they are made; what they don't come to is given back together. */
    private final class Round {
        private final Instant since;
        private final Queue<Unsent> unsent = new ConcurrentLinkedQueue<>();

        Round(Instant since) {
            this.since = since;
        }

        void make(Draft draft) {
            Instant now = clock.instant();
            Instant due = soonest(draft.rows(), now);
            if (isOver(now) || due.isAfter(now)) {
                unsent.add(new Unsent(draft, due));
            } else if (calls.make(draft) instanceof SendOutcome.TryLater later) {
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
        private boolean isOver(Instant now) {
            return stopped || paused || Duration.between(since, now).compareTo(WORK) > 0;
        }

        /** How many messages that were. */
        int giveBack() {
            return unsent.isEmpty()
                    ? 0
                    : store.write(tables -> unsent.stream()
                                    .mapToInt(one -> giveBack(tables, one))
                                    .sum())
                            .join();
        }

        private static int giveBack(Tables tables, Unsent one) {
            tables.sending()
                    .putOff(
                            one.draft().rows().stream()
                                    .map(row -> new End(row.id(), row.result()))
                                    .toList(),
                            one.due());
            return one.draft().rows().size();
        }
    }

    private record Unsent(Draft draft, Instant due) {}

    /** Now; what nobody waits for comes outside of quiet hours, to many in a minute in which not everybody sends. */
    private Instant soonest(List<Outbox.Row> rows, Instant now) {
        if (rows.isEmpty() || rows.get(0).urgency() == Outbox.REPLY) {
            return now;
        }
        Instant free = limits.quiet().firstFree(now.atZone(limits.zone())).toInstant();
        return rows.size() > 1 ? CrowdedMinutes.avoiding(free, limits.zone()) : free;
    }

    private int repeatOpen() {
        List<ApiCalls.Open> open = calls.reopened();
        for (ApiCalls.Open one : open) {
            if (stopped) {
                break;
            }
            calls.repeat(one, soonest(one.rows(), clock.instant()));
        }
        return open.stream().mapToInt(one -> one.rows().size()).sum();
    }

    private LocalDate day(Instant now) {
        return now.atZone(limits.zone()).toLocalDate();
    }
}
