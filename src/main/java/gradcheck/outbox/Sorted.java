package gradcheck.outbox;

import gradcheck.message.OutcomeCause;
import gradcheck.outbox.ApiCalls.Draft;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxQueue.End;
import gradcheck.store.outbox.SendResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages that are due, by what was decided of each: those that go out, in calls, and those that don't, or not now. */
final class Sorted {
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Instant, List<End>> later = new LinkedHashMap<>();
    private final List<End> dropped = new ArrayList<>();
    private final Instant now;
    private int waiting;

    private Sorted(Instant now) {
        this.now = now;
    }

    /** @param prepared by message; what is not in it holds no more */
    static Sorted of(List<Outbox.Row> rows, Map<String, Prepared> prepared, Limits limits, Instant now) {
        Sorted sorted = new Sorted(now);
        Map<Prepared.Ready, List<Outbox.Row>> equal = new LinkedHashMap<>();
        for (Outbox.Row row : rows) {
            Prepared what = prepared.getOrDefault(row.id(), new Prepared.Dropped(OutcomeCause.NO_LONGER_DUE));
            if (what instanceof Prepared.Ready ready) {
                equal.computeIfAbsent(ready, m -> new ArrayList<>()).add(row);
            } else if (what instanceof Prepared.Later put) {
                sorted.putOff(row, SendResult.putOff(put.why()), put.at());
            } else {
                sorted.dropped.add(End.of(row, SendResult.dropped(((Prepared.Dropped) what).why())));
            }
        }
        equal.forEach((ready, all) -> sorted.draft(ready, all, limits));
        return sorted;
    }

    private void putOff(Outbox.Row row, SendResult result, Instant at) {
        later.computeIfAbsent(at, moment -> new ArrayList<>()).add(End.of(row, result));
    }

    /** As few calls as there may be, unless it is no time for them. */
    private void draft(Prepared.Ready ready, List<Outbox.Row> all, Limits limits) {
        for (int from = 0; from < all.size(); from += Channel.MOST_RECEIVERS) {
            List<Outbox.Row> some = all.subList(from, Math.min(all.size(), from + Channel.MOST_RECEIVERS));
            Instant due = limits.soonest(some, now);
            if (due.isAfter(now)) {
                some.forEach(row -> putOff(row, row.result(), due));
                waiting += some.size();
            } else {
                drafts.add(new Draft(ready, some));
            }
        }
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** How many messages are ready, and in no draft because it is no time for them. */
    int waiting() {
        return waiting;
    }

    boolean hasUnsent() {
        return !later.isEmpty() || !dropped.isEmpty();
    }

    /** Settles or puts off what does not go out now; how many messages that were. */
    int writeUnsent(Tables tables) {
        later.forEach((at, ends) -> tables.sending().retryAll(ends, at));
        tables.sending().settleAll(dropped, now);
        return dropped.size() + later.values().stream().mapToInt(List::size).sum();
    }
}
