package gradcheck.reminders;

import gradcheck.copy.Copy;
import gradcheck.domain.Season;
import gradcheck.domain.status.StudentState;
import gradcheck.message.OutcomeCause;
import gradcheck.outbox.Prepared;
import gradcheck.reminders.DailyScheduler.Decision;
import gradcheck.reminders.digest.Digest;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reminds students of what they have yet to do: queued by the rules, once for ever for each student, rule and occasion,
 * and decided again at the moment of sending.
 */
public final class Reminders {
    private static final String SWEPT = "reminders-swept";
    /** So many students in one write, that a message from a person never waits long behind them. */
    private static final int CHUNK = 300;

    private final Store store;
    private final Season season;
    private final Policy policy;
    private final Clock clock;
    private final Ids ids;
    private final DailyScheduler sweep;
    private final SendDecision verdicts;
    private final ReminderTexts words;
    private final Digest digest;
    private volatile Instant idleFrom = Instant.MAX;
    private volatile Instant idleUntil = Instant.MIN;

    /** What reminders are made with. */
    public record Ground(Season season, Policy policy, Copy copy, Clock clock, Ids ids) {}

    public Reminders(Store store, Ground ground) {
        this.store = store;
        this.season = ground.season();
        this.policy = ground.policy();
        this.clock = ground.clock();
        this.ids = ground.ids();
        this.sweep = new DailyScheduler(season, policy);
        this.words = new ReminderTexts(season, policy, ground.copy());
        this.verdicts = new SendDecision(season, policy, words);
        this.digest = new Digest(ground);
    }

    /** Queues what is due now; how many were new. */
    public int queueDue() {
        Instant now = clock.instant();
        if (!now.isBefore(idleFrom) && now.isBefore(idleUntil)) {
            return 0;
        }
        boolean speaks =
                !isQuiet(now) && !store.<Boolean>read(tables -> tables.seasons().isClosed(season.year()));
        int queued = speaks ? sweep(now) : 0;
        if (speaks) {
            queued += store.write(tables -> digest.queueDue(tables, now)).join();
        }
        idleUntil = nextLook(now);
        idleFrom = now;
        return queued;
    }

    /** What would be decided at that moment; nothing is queued. */
    List<Decision> decisions(Tables tables, Instant at) {
        return sweep.decide(tables, since(tables, at), at);
    }

    /**
     * Messages at the moment of sending: a reminder is decided anew, everything else is as it was queued, and waits for the
     * morning where nobody waits for it.
     */
    public Map<String, Prepared> messages(List<Outbox.Row> rows) {
        Instant now = clock.instant();
        return store.read(tables -> {
            Map<String, Prepared> prepared = new HashMap<>();
            List<Outbox.Row> own = new ArrayList<>();
            for (Outbox.Row row : rows) {
                if (row.kind().equals(Outbox.REMINDER)) {
                    own.add(row);
                } else if (row.kind().equals(Digest.KIND)) {
                    prepared.put(row.id(), digest.prepared(row, now));
                } else if (row.urgency() != Outbox.REPLY && isQuiet(now)) {
                    Instant morning = policy.soonest(now.atZone(season.zone())).toInstant();
                    prepared.put(row.id(), new Prepared.Later(morning, OutcomeCause.QUIET_HOURS));
                } else {
                    tables.parcels()
                            .message(row)
                            .map(Prepared.Ready::new)
                            .ifPresent(message -> prepared.put(row.id(), message));
                }
            }
            prepared.putAll(verdicts.of(tables, own, now));
            return prepared;
        });
    }

    private int sweep(Instant now) {
        Instant since = store.read(tables -> since(tables, now));
        int queued = 0;
        if (sweep.isAnythingDue(since, now)) {
            List<Decision> decisions = store.read(tables -> sweep.decide(tables, since, now));
            queued = queue(decisions, now);
        }
        boolean working =
                policy.calendar().isWorkingDay(now.atZone(season.zone()).toLocalDate());
        if (now.isAfter(since) && working) {
            // What falls on a day off is looked at again on the next working day.
            store.write(tables -> {
                        tables.marks().set(SWEPT, now.toString());
                        return now;
                    })
                    .join();
        }
        return queued;
    }

    /** The last look; what was decided before stays decided, so after a jump of the clock it is safe to look again. */
    private Instant since(Tables tables, Instant now) {
        Instant longest = now.minus(policy.longestLate());
        return tables.marks()
                .get(SWEPT)
                .map(Instant::parse)
                .filter(at -> !at.isAfter(now))
                .orElse(longest);
    }

    /** A decision with its minute; who is not reminded needs none. */
    private record Timed(Decision decision, String text, Instant at) {}

    /** Equal texts next to each other, so many a minute: a thousand of them are one call. */
    private int queue(List<Decision> decisions, Instant now) {
        LocalDate today = now.atZone(season.zone()).toLocalDate();
        Slots slots = new Slots(policy, now.atZone(season.zone()));
        List<Timed> timed = decisions.stream()
                .map(d -> new Timed(
                        d, d.isQueued() ? words.of(d.lacks(), today, d.who().muted()) : "", now))
                .sorted(Comparator.comparing(Timed::text)
                        .thenComparing(t -> t.decision().person()))
                .map(t -> t.decision().isQueued() ? new Timed(t.decision(), t.text(), slots.next()) : t)
                .toList();
        int count = 0;
        for (int from = 0; from < timed.size(); from += CHUNK) {
            List<Timed> chunk = timed.subList(from, Math.min(timed.size(), from + CHUNK));
            count += store.write(tables -> keep(tables, chunk, now)).join();
        }
        return count;
    }

    private int keep(Tables tables, List<Timed> chunk, Instant now) {
        int queued = 0;
        for (Timed timed : chunk) {
            String id = ids.next();
            if (timed.decision().isQueued()) {
                queued += tables.outbox().queue(message(id, timed.decision(), timed.at()), now) ? 1 : 0;
            }
            tables.occasions().add(season.year(), sweep.rows(timed.decision(), id), now);
        }
        return queued;
    }

    private Outbox.New message(String id, Decision decision, Instant at) {
        ZoneId zone = season.zone();
        Instant until = decision.occasions().stream()
                .map(o -> o.until(zone, policy.quiet()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Set<StudentState> audiences =
                decision.occasions().stream().map(o -> o.rule().audience()).collect(Collectors.toSet());
        String number = decision.who().who().number();
        String first = decision.occasions().stream()
                .map(o -> o.rule().name() + "|" + o.key())
                .sorted()
                .findFirst()
                .orElseThrow();
        return new Outbox.New(
                id,
                decision.person(),
                Outbox.REMINDER,
                new ReminderPayload(number, audiences, until).written(),
                Outbox.BULK,
                at,
                Optional.of("reminder|" + season.year() + "|" + number + "|" + first));
    }

    private boolean isQuiet(Instant now) {
        return policy.quiet().covers(now.atZone(season.zone()).toLocalTime());
    }

    /** When a rule or the digest speaks next; until then there is nothing to look at. */
    private Instant nextLook(Instant now) {
        ZonedDateTime local = now.atZone(season.zone());
        List<ZonedDateTime> times = new ArrayList<>();
        for (LocalDate day : List.of(local.toLocalDate(), local.toLocalDate().plusDays(1))) {
            policy.rules().forEach(rule -> times.add(day.atTime(rule.at()).atZone(season.zone())));
            times.add(day.atTime(policy.digestAt()).atZone(season.zone()));
            policy.quiet()
                    .blocks()
                    .forEach(block -> times.add(day.atTime(block.to()).atZone(season.zone())));
        }
        return times.stream()
                .filter(local::isBefore)
                .min(Comparator.naturalOrder())
                .map(ZonedDateTime::toInstant)
                .orElseThrow();
    }

    /** When {@link #queueDue} next has something to look at. */
    public Instant nextLook() {
        return nextLook(clock.instant());
    }
}
