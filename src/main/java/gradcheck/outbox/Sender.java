package gradcheck.outbox;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.Batches;
import gradcheck.store.Ids;
import gradcheck.store.Outbox;
import gradcheck.store.Sending.End;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Claims what is due, decides it, keeps each call whole, makes it, settles it; equal texts go to up to a thousand people
 * in one call, and what somebody waits for always goes first.
 */
public final class Sender {
    /** Longer than a call can take, so that a claim is taken over only when its process is gone. */
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** A claim with many calls gives back what it has not come to by then. */
    private static final Duration WORK = Duration.ofSeconds(40);

    private static final int CLAIM = 2000;
    /** So many replies at a time, that none of their leases runs out. */
    private static final int REPLIES = 100;
    /** How many claims of replies doubtful calls wait for. */
    private static final int PATIENCE = 5;

    private final Store store;
    private final Channel channel;
    private final Prepare prepare;
    private final Limits limits;
    private final Clock clock;
    private final Ids ids;
    private final Pace pace;
    private final Settling settling;
    private int repliesInARow;
    private volatile boolean stopped;

    public Sender(Store store, Channel channel, Prepare prepare, Limits limits, Clock clock, Ids ids) {
        this.store = store;
        this.channel = channel;
        this.prepare = prepare;
        this.limits = limits;
        this.clock = clock;
        this.ids = ids;
        this.pace = new Pace(limits.zone());
        this.settling = new Settling(pace);
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

    private int send(int leastUrgent) {
        if (stopped) {
            return 0;
        }
        Instant now = clock.instant();
        Optional<Claimed> claimed =
                store.write(tables -> claim(tables, leastUrgent, now)).join();
        if (claimed.isEmpty()) {
            return 0;
        }
        List<Outbox.Row> rows = claimed.get().rows();
        Map<String, Prepared> prepared = prepare.messages(rows);
        List<Draft> drafts =
                store.write(tables -> sort(tables, rows, prepared, now)).join();
        return rows.size() - make(drafts, leastUrgent, now);
    }

    private record Claimed(List<Outbox.Row> rows) {}

    private Optional<Claimed> claim(Tables tables, int leastUrgent, Instant now) {
        if (pace.isPaused(tables, now)) {
            return Optional.empty();
        }
        int left = limits.dailyBudget() - tables.allowance().used(day(now));
        int most = leastUrgent == Outbox.REPLY ? REPLIES : Math.min(CLAIM, left);
        if (most <= 0) {
            return Optional.empty();
        }
        List<Outbox.Row> rows = tables.sending().claim(now, now.plus(LEASE), leastUrgent, most);
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Claimed(rows));
    }

    /** Equal messages of people who get them in one call. */
    private record Draft(Prepared.Ready ready, List<Outbox.Row> rows) {}

    /** A call that stands on disk as it is made. */
    private record Call(Batches.Row batch, Outgoing message, List<Outbox.Row> rows) {}

    /** What is not sent now is settled or put off at once; the rest is sorted into calls. */
    private static List<Draft> sort(Tables tables, List<Outbox.Row> rows, Map<String, Prepared> prepared, Instant now) {
        Map<Prepared.Ready, List<Outbox.Row>> equal = new LinkedHashMap<>();
        List<End> dropped = new ArrayList<>();
        for (Outbox.Row row : rows) {
            Prepared what = prepared.getOrDefault(row.id(), new Prepared.Dropped("no longer due"));
            if (what instanceof Prepared.Ready ready) {
                equal.computeIfAbsent(ready, m -> new ArrayList<>()).add(row);
            } else if (what instanceof Prepared.Later later) {
                tables.sending().putOff(List.of(new End(row.id(), "put off: " + later.reason())), later.at());
            } else {
                dropped.add(new End(row.id(), "dropped: " + ((Prepared.Dropped) what).reason()));
            }
        }
        tables.sending().settleAll(dropped, now);
        List<Draft> drafts = new ArrayList<>();
        equal.forEach((ready, all) -> {
            for (int from = 0; from < all.size(); from += Channel.MOST_RECEIVERS) {
                drafts.add(new Draft(ready, all.subList(from, Math.min(all.size(), from + Channel.MOST_RECEIVERS))));
            }
        });
        return drafts;
    }

    /** Makes the calls; how many messages were given back because time ran out or the platform wants a pause. */
    private int make(List<Draft> drafts, int urgency, Instant since) {
        int given = 0;
        for (int i = 0; i < drafts.size(); i++) {
            if (urgency != Outbox.REPLY && i > 0) {
                while (send(Outbox.REPLY) > 0) {
                    // Somebody waits for these; nobody for the rest of the round.
                }
            }
            boolean late = stopped || Duration.between(since, clock.instant()).compareTo(WORK) > 0;
            if (late || (i > 0 && store.read(tables -> pace.isPaused(tables, clock.instant())))) {
                return given + giveBack(drafts.subList(i, drafts.size()), clock.instant());
            }
            Draft draft = drafts.get(i);
            Instant quieter = quieter(draft.rows().size());
            if (quieter.isAfter(clock.instant())) {
                given += giveBack(List.of(draft), quieter);
            } else {
                make(store.write(tables -> keep(tables, draft, clock.instant())).join());
            }
        }
        return given;
    }

    /** Now; a call to many waits for a minute in which not everybody sends. */
    private Instant quieter(int people) {
        Instant now = clock.instant();
        return people > 1 ? Rush.avoiding(now, limits.zone()) : now;
    }

    /** Before it leaves, the call stands on disk as it will be made, and counts in the day's budget. */
    private Call keep(Tables tables, Draft draft, Instant now) {
        List<PersonId> people = draft.rows().stream().map(Outbox.Row::person).toList();
        Outgoing message = draft.ready().message();
        String text = message instanceof Outgoing.Text words ? words.text() : "";
        int urgency = draft.rows().get(0).urgency();
        Batches.Row batch = new Batches.Row(
                ids.next(), people, text, urgency, now, draft.ready().until(), 1, false);
        tables.batches().open(batch, now.plus(LEASE));
        tables.sending().putInto(batch.id(), draft.rows());
        tables.allowance().count(day(now), people.size());
        return new Call(batch, message, draft.rows());
    }

    private void make(Call call) {
        SendOutcome outcome =
                channel.send(call.batch().people(), call.message(), call.batch().id());
        store.write(tables -> {
                    if (call.message() instanceof Outgoing.Card card && outcome instanceof SendOutcome.Sent sent) {
                        tables.cards().answered(card.taskId(), sent.responseCode());
                    }
                    return settling.settle(tables, call.batch(), call.rows(), outcome, clock.instant());
                })
                .join();
    }

    private int giveBack(List<Draft> drafts, Instant due) {
        List<End> unsent = drafts.stream()
                .flatMap(draft -> draft.rows().stream())
                .map(row -> new End(row.id(), row.outcome()))
                .toList();
        return store.write(tables -> {
                    tables.sending().putOff(unsent, due);
                    return unsent.size();
                })
                .join();
    }

    /** A call that was made, or perhaps was; empty where what it said is gone. */
    private record Open(Batches.Row batch, Optional<Outgoing> message, List<Outbox.Row> rows) {}

    /** Calls that got no answer, or whose process died: byte by byte the same again, inside the platform's window. */
    private int repeatOpen() {
        Instant now = clock.instant();
        List<Open> open = store.write(tables -> reopened(tables, now)).join();
        for (Open one : open) {
            if (stopped) {
                break;
            }
            repeat(one);
        }
        return open.stream().mapToInt(one -> one.rows().size()).sum();
    }

    private void repeat(Open one) {
        Instant quieter = quieter(one.rows().size());
        if (one.message().isEmpty() || !settling.mayRepeat(one.batch(), clock.instant())) {
            store.write(tables -> settling.leaveUnknown(tables, one.batch(), one.rows(), clock.instant()))
                    .join();
        } else if (quieter.isAfter(clock.instant())) {
            store.write(tables -> {
                        settling.putOff(tables, one.batch(), quieter);
                        return one;
                    })
                    .join();
        } else {
            make(new Call(one.batch(), one.message().get(), one.rows()));
        }
    }

    /** A batch's text is kept; a card or a file stands in its only row still. */
    private List<Open> reopened(Tables tables, Instant now) {
        if (pace.isPaused(tables, now)) {
            return List.of();
        }
        List<Open> open = new ArrayList<>();
        for (Batches.Row batch : tables.batches().claim(now, now.plus(LEASE))) {
            List<Outbox.Row> rows = tables.sending().ofBatch(batch.id());
            Optional<Outgoing> message = batch.text().isEmpty()
                    ? rows.stream().findFirst().flatMap(row -> tables.parcels().message(row))
                    : Optional.of(new Outgoing.Text(batch.text()));
            open.add(new Open(batch, message, rows));
        }
        return open;
    }

    private LocalDate day(Instant now) {
        return now.atZone(limits.zone()).toLocalDate();
    }
}
