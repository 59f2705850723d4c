package gradcheck.reminders;

import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Occasions;
import gradcheck.store.query.Situations.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides who is due between two moments, by which rules, and who is not and why; from one look at the tables. */
final class DailyScheduler {
    /** What is older than this is not even told as dropped. */
    private static final int LOOK_BACK_DAYS = 14;

    private final Season season;
    private final Policy policy;
    private final Schedule schedule;
    private final Lacks lacks;
    private final ZoneId zone;

    DailyScheduler(Season season, Policy policy) {
        this.season = season;
        this.policy = policy;
        this.schedule = new Schedule(policy, season.year());
        this.lacks = new Lacks(season);
        this.zone = season.zone();
    }

    /**
     * What was decided about one student.
     *
     * @param verdict {@link Verdict#QUEUED}, or why the student is not reminded
     * @param entries the occasions it settles, for the ledger
     */
    record Decision(Situation who, List<Lack> lacks, List<Occasion> occasions, Verdict verdict, List<Entry> entries) {
        boolean isQueued() {
            return verdict == Verdict.QUEUED;
        }

        PersonId person() {
            return who.who().person();
        }
    }

    /** An occasion with its verdict. */
    record Entry(Occasion occasion, Verdict verdict) {}

    /** What decisions are made from. */
    private record Ground(
            Set<String> decided, Map<String, Integer> counts, Reminded reminded, Instant since, Instant now) {
        LocalDate day(Instant at, ZoneId zone) {
            return at.atZone(zone).toLocalDate();
        }
    }

    /** Whether any rule speaks on a day between the two moments, at its time. */
    boolean isAnythingDue(Instant since, Instant now) {
        return days(since, now).stream()
                .anyMatch(day -> policy.rules().stream().anyMatch(rule -> isBetween(rule, day, since, now)));
    }

    /** One decision for each student whom a rule speaks to. */
    List<Decision> decide(Tables tables, Instant since, Instant now) {
        Instant lookBack = now.atZone(zone).minusDays(LOOK_BACK_DAYS + 1).toInstant();
        Ground ground = new Ground(
                tables.occasions().keysSince(season.year(), lookBack),
                tables.occasions().remindedByRule(season.year()),
                Reminded.read(tables, policy, now, zone),
                since,
                now);
        List<Decision> decisions = new ArrayList<>();
        Set<String> numbers = tables.roll().inAny(season.year(), policy.audiences(), List.of(""));
        for (Situation who : tables.situations().of(season.year(), numbers)) {
            List<Lack> open = lacks.of(who, ground.day(now, zone), policy.audiences());
            if (!open.isEmpty()) {
                decide(who, open, ground).ifPresent(decisions::add);
            }
        }
        return decisions;
    }

    private Optional<Decision> decide(Situation who, List<Lack> open, Ground ground) {
        List<Occasion> due = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            for (Lack lack : open) {
                if (lack.audience() == rule.audience()) {
                    ofRule(rule, lack, who, ground).forEach(occasion -> place(occasion, who, ground, due, entries));
                }
            }
        }
        if (due.isEmpty()) {
            return entries.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Decision(who, open, List.of(), entries.get(0).verdict(), entries));
        }
        Verdict verdict = verdict(who, open, due, ground);
        due.forEach(occasion -> entries.add(new Entry(occasion, verdict)));
        if (verdict == Verdict.QUEUED) {
            laterToday(who, open, ground).forEach(occasion -> entries.add(new Entry(occasion, Verdict.MERGED)));
        }
        return Optional.of(new Decision(who, open, due, verdict, entries));
    }

    private Verdict verdict(Situation who, List<Lack> open, List<Occasion> due, Ground ground) {
        boolean last = due.stream().anyMatch(Occasion::isLast);
        if (who.muted() && !last) {
            return Verdict.STOPPED;
        }
        LocalDate today = ground.day(ground.now(), zone);
        List<LocalDate> lastDays = last
                ? List.of()
                : open.stream().flatMap(l -> l.deadline().stream()).distinct().toList();
        return ground.reminded()
                .cap(who.who().person(), today, lastDays)
                .map(Verdict::of)
                .orElse(Verdict.QUEUED);
    }

    /** On a day off only the very last notice speaks; everything else waits for the next working day. */
    private boolean isSilentDay(Occasion occasion, Ground ground) {
        return !occasion.isLast()
                && !policy.calendar().isWorkingDay(ground.day(ground.now(), zone))
                && !occasion.until(zone, policy.quiet()).isBefore(ground.now());
    }

    /** Of several missed occasions of a rule only the newest still means anything. */
    private void place(Occasion occasion, Situation who, Ground ground, List<Occasion> due, List<Entry> entries) {
        if (occasion.until(zone, policy.quiet()).isBefore(ground.now())) {
            entries.add(new Entry(occasion, Verdict.TOO_LATE));
            return;
        }
        String counted = who.who().number() + "|" + occasion.rule().name();
        if (ground.counts().getOrDefault(counted, 0) >= occasion.rule().cap() && !occasion.isLast()) {
            entries.add(new Entry(occasion, Verdict.CAPPED_RULE));
            return;
        }
        due.stream()
                .filter(earlier -> earlier.rule().equals(occasion.rule()))
                .findFirst()
                .ifPresent(earlier -> {
                    due.remove(earlier);
                    entries.add(new Entry(earlier, Verdict.SUPERSEDED));
                });
        due.add(occasion);
    }

    private List<Occasion> ofRule(Rule rule, Lack lack, Situation who, Ground ground) {
        return days(ground.since(), ground.now()).stream()
                .filter(day -> isBetween(rule, day, ground.since(), ground.now()))
                .flatMap(day -> schedule.on(rule, lack.deadline(), day).stream())
                .filter(occasion -> isUndecided(occasion, who, ground))
                .filter(occasion -> !isSilentDay(occasion, ground))
                .toList();
    }

    /** What another rule would say later today is said in the same message. */
    private List<Occasion> laterToday(Situation who, List<Lack> open, Ground ground) {
        LocalDate today = ground.day(ground.now(), zone);
        List<Occasion> later = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            for (Lack lack : open) {
                if (lack.audience() == rule.audience()) {
                    schedule.on(rule, lack.deadline(), today)
                            .filter(occasion -> occasion.dueAt(zone).isAfter(ground.now()))
                            .filter(occasion -> isUndecided(occasion, who, ground))
                            .ifPresent(later::add);
                }
            }
        }
        return later;
    }

    private static boolean isUndecided(Occasion occasion, Situation who, Ground ground) {
        return !ground.decided()
                .contains(who.who().number() + "|" + occasion.rule().name() + "|" + occasion.key());
    }

    private boolean isBetween(Rule rule, LocalDate day, Instant since, Instant now) {
        Instant at = day.atTime(rule.at()).atZone(zone).toInstant();
        return at.isAfter(since) && !at.isAfter(now);
    }

    private List<LocalDate> days(Instant since, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate first = since.atZone(zone).toLocalDate();
        LocalDate earliest = today.minusDays(LOOK_BACK_DAYS);
        return (first.isBefore(earliest) ? earliest : first)
                .datesUntil(today.plusDays(1))
                .toList();
    }

    /** The ledger's rows of a decision. */
    List<Occasions.Row> rows(Decision decision, String message) {
        return decision.entries().stream()
                .sorted(Comparator.comparing(entry -> entry.occasion().day()))
                .map(entry -> new Occasions.Row(
                        decision.who().who().number(),
                        entry.occasion().rule().name(),
                        entry.occasion().key(),
                        entry.occasion().dueAt(zone),
                        decision.isQueued() ? message : "",
                        entry.verdict().written()))
                .collect(Collectors.toList());
    }
}
