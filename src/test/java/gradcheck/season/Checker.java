package gradcheck.season;

import gradcheck.message.PersonId;
import gradcheck.reminders.Audience;
import gradcheck.reminders.Escalation;
import gradcheck.reminders.Policy;
import gradcheck.reminders.Rule;
import gradcheck.season.FakePlatform.Delivery;
import gradcheck.store.Outbox;
import gradcheck.store.Tables;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a spring to what was promised. It knows nothing of how the bot decides: it compares what really arrived with
 * what was really true, and the bot's ledger with both.
 */
final class Checker {
    static final String DUE = "who is due is reminded within the rule's window";
    static final String TWICE = "nobody gets the same reminder twice";
    static final String DONE = "nobody is reminded after being done";
    static final String DAY = "at most one reminder a day";
    static final String WEEK = "at most three reminders in seven days";
    static final String QUIET = "quiet hours are kept";
    static final String OFF = "days off are kept";
    static final String STOPPED = "who stopped reminders, or is paused, hears only the last notice";
    static final String CROWDED = "rounds keep away from the hour and half past";
    static final String BUDGET = "the day's budget is kept";
    static final String CONFIRMED = "every confirmation is there";
    static final String LEDGER = "the ledger says what happened";
    static final String STUCK = "nothing is left lying";
    static final String ESCALATED = "who didn't answer three reminders is on the list";
    static final String DIGEST = "secretaries get their digests";
    private static final Duration LONG = Duration.ofHours(5);
    private static final Duration SHORT = Duration.ofMinutes(20);

    private final Spring spring;
    private final Policy policy;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<PersonId, List<Delivery>> arrived = new HashMap<>();
    private final Map<String, Integer> checked = new java.util.TreeMap<>();

    Checker(Spring spring) {
        this.spring = spring;
        this.policy = spring.setup.policy();
        spring.platform.deliveries.stream()
                .filter(d -> FakePlatform.isUnasked(d.text()))
                .forEach(d -> arrived.computeIfAbsent(d.person(), p -> new ArrayList<>())
                        .add(d));
    }

    List<Violation> check() {
        spring.pupils.values().forEach(this::pupil);
        budget();
        crowded();
        digests();
        spring.broken.forEach(what -> violations.add(new Violation(CONFIRMED, any(), what)));
        spring.store().read(tables -> {
            ledger(tables);
            confirmations(tables);
            escalation(tables);
            return tables;
        });
        return violations;
    }

    /** How often each promise was looked at. */
    Map<String, Integer> checked() {
        return checked;
    }

    private void hold(String promise, boolean kept, Pupil pupil, String what) {
        checked.merge(promise, 1, Integer::sum);
        if (!kept) {
            violations.add(new Violation(promise, pupil, what));
        }
    }

    private Pupil any() {
        return spring.pupils.values().iterator().next();
    }

    private List<Delivery> arrived(Pupil pupil) {
        return arrived.getOrDefault(pupil.person, List.of());
    }

    private void pupil(Pupil pupil) {
        Map<LocalDate, Set<String>> byDay = new HashMap<>();
        List<LocalDate> days = new ArrayList<>();
        for (Delivery d : arrived(pupil)) {
            Pupil.State then = pupil.at(d.firstTried());
            LocalDate day = Spring.day(d.botAt());
            LocalTime hour = d.botAt().atZone(Spring.ZONE).toLocalTime();
            hold(DONE, !then.lacks().isEmpty(), pupil, "reminded at " + d.at() + " with nothing to do");
            hold(
                    QUIET,
                    !new Policy.Quiet(LocalTime.of(22, 0), LocalTime.of(8, 0)).covers(hour),
                    pupil,
                    "at " + d.botAt());
            boolean last = isLastDay(then, day);
            hold(STOPPED, then.takesPart() && (!then.muted() || last), pupil, "reminded at " + d.at());
            hold(
                    OFF,
                    policy.calendar().isWorkingDay(day) || last || isOfRound(pupil, day),
                    pupil,
                    "reminded on " + day);
            boolean repeated = !byDay.computeIfAbsent(day, x -> new HashSet<>()).add(d.text());
            hold(TWICE, !repeated, pupil, "twice the same on " + day);
            hold(DAY, !days.contains(day), pupil, "several on " + day);
            days.add(day);
        }
        for (LocalDate end : days) {
            long week = days.stream()
                    .filter(x -> !x.isAfter(end) && x.isAfter(end.minusDays(7)))
                    .count();
            hold(WEEK, week <= 3, pupil, week + " in the week to " + end);
        }
        policy.rules().forEach(rule -> due(pupil, rule));
    }

    /** A round that a secretary has started goes out on any day. */
    private boolean isOfRound(Pupil pupil, LocalDate day) {
        return spring.store().read(tables -> tables.outbox().of(pupil.person, 500)).stream()
                .anyMatch(row -> !row.round().isEmpty()
                        && !Spring.day(row.settledAt()).isBefore(day)
                        && !Spring.day(row.dueAt()).isAfter(day));
    }

    private boolean isLastDay(Pupil.State then, LocalDate day) {
        return then.lacks().stream()
                .anyMatch(lack -> deadline(lack).filter(day::equals).isPresent());
    }

    private Optional<LocalDate> deadline(Audience lack) {
        return switch (lack) {
            case NOT_COLLECTED, PHOTO_UNKNOWN -> Optional.of(LocalDate.of(2027, 4, 30));
            case UNCHECKED, RETAKE -> Optional.empty();
            default -> spring.setup.season().recordCloses();
        };
    }

    /** Counts the days by itself, with nothing of the bot's but the rule and the list of days off. */
    private void due(Pupil pupil, Rule rule) {
        for (LocalDate day = Spring.FIRST.plusDays(2); day.isBefore(Spring.LAST); day = day.plusDays(1)) {
            if (speaks(rule, day)) {
                Instant from = Spring.at(day, rule.at().getHour(), rule.at().getMinute());
                boolean last = deadline(rule.audience()).filter(day::equals).isPresent();
                Instant to = last ? Spring.at(day, 22, 0) : from.plus(rule.late());
                // A minute's grace on either side: what happens in the same instant may be seen either way.
                if (pupil.lackedThroughout(rule.audience(), from.minus(SHORT), to.plus(SHORT))) {
                    hold(DUE, isExplained(pupil, rule, day, from, to), pupil, "rule " + rule.name() + " on " + day);
                }
            }
        }
    }

    private boolean speaks(Rule rule, LocalDate day) {
        Optional<LocalDate> deadline = deadline(rule.audience());
        if (deadline.isEmpty()) {
            return rule.weekday().isPresent()
                    && day.equals(weekly(rule.weekday().get(), day));
        }
        return !day.isAfter(deadline.get())
                && rule.daysBefore().stream()
                        .anyMatch(n -> day.equals(moved(deadline.get().minusDays(n), n)));
    }

    private LocalDate moved(LocalDate meant, int before) {
        LocalDate day = meant;
        while (before > 0 && !policy.calendar().isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private LocalDate weekly(DayOfWeek weekday, LocalDate day) {
        LocalDate meant = day.minusDays(day.getDayOfWeek().getValue() - weekday.getValue());
        while (!policy.calendar().isWorkingDay(meant) && meant.getDayOfWeek() != DayOfWeek.SUNDAY) {
            meant = meant.plusDays(1);
        }
        return policy.calendar().isWorkingDay(meant) ? meant : LocalDate.MIN;
    }

    private boolean isExplained(Pupil pupil, Rule rule, LocalDate day, Instant from, Instant to) {
        List<Delivery> all = arrived(pupil);
        boolean reminded = all.stream()
                .anyMatch(d -> Spring.day(d.botAt()).equals(day)
                        || (!d.at().isBefore(from.minus(SHORT)) && !d.at().isAfter(to.plus(SHORT))));
        return reminded
                || isCapped(all, day, rule)
                || isUnreachable(pupil, from)
                || isUnknown(pupil, from, to)
                || isNobodyHome(from, to);
    }

    /** As many as allowed in the week before, or kept back for a last notice in the week after. */
    private boolean isCapped(List<Delivery> all, LocalDate day, Rule rule) {
        long around = all.stream()
                .map(d -> Spring.day(d.botAt()))
                .filter(d -> d.isAfter(day.minusDays(7)) && d.isBefore(day.plusDays(7)))
                .count();
        return around >= policy.caps().perWeek() || all.size() >= rule.cap();
    }

    private boolean isUnreachable(Pupil pupil, Instant from) {
        return spring.platform.unlicensed.contains(pupil.person)
                || spring.platform
                        .invalidUntil
                        .getOrDefault(pupil.person, Instant.EPOCH)
                        .isAfter(from);
    }

    /** The platform lost a call for this person without an answer, and the ledger admits it. */
    private boolean isUnknown(Pupil pupil, Instant from, Instant to) {
        boolean lost = spring.platform.calls.stream()
                .anyMatch(c -> c.people().contains(pupil.person)
                        && !c.at().isBefore(from.minus(SHORT))
                        && !c.at().isAfter(to.plus(LONG))
                        && !c.ending().equals("accepted"));
        return lost
                && spring.store().read(tables -> tables.outbox().of(pupil.person, 200)).stream()
                        .anyMatch(row -> row.outcome().startsWith("unknown")
                                && row.settledAt().isAfter(from.minus(SHORT))
                                && row.settledAt().isBefore(to.plus(LONG)));
    }

    /** For more than half of the window's waking hours the bot was dead or the platform down. */
    private boolean isNobodyHome(Instant from, Instant to) {
        long dead = spring.downtimes.stream()
                .mapToLong(d -> overlap(d[0], d[1], from, to))
                .sum();
        long down = spring.platform.outages.stream()
                .mapToLong(o -> overlap(o.from(), o.to(), from, to))
                .sum();
        long limited = spring.platform.penalties.stream()
                .mapToLong(p -> overlap(p[0], p[1], from, to))
                .sum();
        // The bot's own pauses end later than the penalties; so a third of a window is enough of an excuse.
        return dead + down + limited > Duration.between(from, to).toMillis() / 3;
    }

    private static long overlap(Instant from, Instant to, Instant a, Instant b) {
        long first = Math.max(from.toEpochMilli(), a.toEpochMilli());
        return Math.max(0, Math.min(to.toEpochMilli(), b.toEpochMilli()) - first);
    }

    private void budget() {
        spring.platform.peopleADay.forEach(
                (day, people) -> hold(BUDGET, people <= policy.dailyBudget(), any(), people + " people on " + day));
    }

    private void crowded() {
        long bulk = spring.platform.deliveries.stream().filter(Delivery::isBulk).count();
        long crowded = spring.platform.deliveries.stream()
                .filter(Delivery::isBulk)
                .filter(d -> d.botAt().atZone(Spring.ZONE).getMinute() % 30 == 0)
                .count();
        hold(CROWDED, crowded * 20 <= bulk, any(), crowded + " of " + bulk + " on the hour or half past");
    }

    private void ledger(Tables tables) {
        for (Pupil pupil : spring.pupils.values()) {
            List<Outbox.Row> rows = tables.outbox().of(pupil.person, 500).stream()
                    .filter(r -> r.kind().equals(Outbox.REMINDER))
                    .toList();
            long sent =
                    rows.stream().filter(r -> r.outcome().startsWith("sent")).count();
            long unknown =
                    rows.stream().filter(r -> r.outcome().startsWith("unknown")).count();
            int real = arrived(pupil).size();
            hold(
                    LEDGER,
                    sent <= real && real <= sent + unknown,
                    pupil,
                    real + " arrived, the ledger says " + sent + " sent and " + unknown + " unknown");
            boolean lying = rows.stream()
                    .anyMatch(r -> !r.isSettled() && r.queuedAt().isBefore(Spring.at(Spring.LAST.minusDays(4), 0, 0)));
            hold(STUCK, !lying, pupil, "a message is neither sent nor settled");
        }
    }

    private void confirmations(Tables tables) {
        for (Pupil pupil : spring.pupils.values()) {
            if (pupil.saysReceipt) {
                boolean there =
                        tables.confirmations().latest(2027, pupil.number).isPresent();
                hold(CONFIRMED, there, pupil, "has a receipt, and there is no confirmation");
            }
        }
    }

    private void escalation(Tables tables) {
        Set<String> listed = spring.bot().escalation().silent(tables, List.of("")).stream()
                .map(Escalation.Listed::who)
                .map(who -> who.number())
                .collect(Collectors.toSet());
        for (Pupil pupil : spring.pupils.values()) {
            Pupil.State now = pupil.now();
            boolean lacks = now.lacks().stream()
                    .anyMatch(l ->
                            deadline(l).filter(d -> d.isBefore(Spring.LAST)).isEmpty());
            long unanswered = arrived(pupil).stream()
                    .filter(d -> d.at().isAfter(pupil.lastSaid.plus(SHORT)))
                    .count();
            if (lacks && now.takesPart() && unanswered >= 3) {
                hold(ESCALATED, listed.contains(pupil.number), pupil, unanswered + " unanswered");
            }
        }
    }

    /** In the last three days before a deadline every morning, unless the bot was dead at that hour. */
    private void digests() {
        LocalDate end = LocalDate.of(2027, 4, 30);
        for (LocalDate day = end.minusDays(3); !day.isAfter(end); day = day.plusDays(1)) {
            LocalDate today = day;
            boolean trouble = isNobodyHome(Spring.at(today, 8, 40), Spring.at(today, 22, 0));
            boolean dead = trouble
                    || spring.downtimes.stream()
                            .anyMatch(d -> overlap(d[0], d[1], Spring.at(today, 8, 40), Spring.at(today, 9, 40))
                                    > Duration.ofMinutes(40).toMillis());
            for (PersonId secretary : spring.secretaries) {
                boolean told = arrived.getOrDefault(secretary, List.of()).stream()
                        .anyMatch(d -> Spring.day(d.botAt()).equals(today));
                boolean unknown = spring.store().read(t -> t.outbox().of(secretary, 200)).stream()
                        .anyMatch(r -> r.outcome().startsWith("unknown")
                                && Spring.day(r.settledAt()).equals(today));
                hold(DIGEST, told || dead || unknown, any(), secretary + " heard nothing on " + today);
            }
        }
    }
}
