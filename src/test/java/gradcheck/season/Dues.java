package gradcheck.season;

import gradcheck.reminders.Calendar;
import gradcheck.reminders.Rule;
import gradcheck.season.FakePlatform.Made;
import gradcheck.store.outbox.Outbox;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether everybody who was due was reminded: as soon as there was a chance, and without one not at all. Counts the days
 * by itself, with nothing of the bot's but the rules and the list of days off.
 */
final class Dues {
    private static final int A_WEEK = 3;
    /** What happens in nearly the same moment may be seen either way; and the bot's clock may be wrong by this. */
    private static final Duration NEARLY = Duration.ofMinutes(20);
    /** The platform knows a repeated call for four hours; some minutes of it are lost to slow calls and wrong clocks. */
    private static final Duration KNOWN = Duration.ofMinutes(215);

    private final Spring spring;
    private final Calendar calendar;
    private final Trouble trouble;
    private final Findings findings;
    private final Map<Optional<LocalDate>, List<Day>> days = new HashMap<>();

    /** A rule's day: from when, and until when a bot without any trouble of its own has reminded everybody. */
    private record Day(Rule rule, LocalDate day, Instant from, Optional<Instant> chance, boolean isLast) {}

    Dues(Spring spring, Trouble trouble, Findings findings) {
        this.spring = spring;
        this.calendar = spring.setup.policy().calendar();
        this.trouble = trouble;
        this.findings = findings;
    }

    /** All rules' days for who has that last day of their own, or none. */
    private List<Day> days(Optional<LocalDate> own) {
        return days.computeIfAbsent(own, until -> {
            List<Day> found = new ArrayList<>();
            for (Rule rule : spring.setup.policy().rules()) {
                Optional<LocalDate> end = spring.asked.lastDay(rule.audience(), until);
                for (LocalDate day = Spring.FIRST.plusDays(1);
                        day.isBefore(spring.length.last);
                        day = day.plusDays(1)) {
                    if (speaks(rule, day, end)) {
                        found.add(on(rule, day, end));
                    }
                }
            }
            return found;
        });
    }

    private Day on(Rule rule, LocalDate day, Optional<LocalDate> end) {
        Instant from = Spring.at(day, rule.at().getHour(), rule.at().getMinute());
        boolean last = end.filter(day::equals).isPresent();
        Instant to = last ? Spring.at(day, 22, 0) : from.plus(rule.late());
        return new Day(rule, day, from, trouble.chance(from, to, last), last);
    }

    void check(Pupil pupil, Seen seen) {
        for (Day day : due(pupil)) {
            boolean reminded = isReminded(seen, day);
            Optional<String> excuse = reminded ? Optional.empty() : excuse(pupil, seen, day);
            excuse.ifPresent(findings::excuse);
            findings.hold(
                    Checker.DUE,
                    reminded || excuse.isPresent(),
                    pupil,
                    "rule " + day.rule().name() + " on " + day.day());
        }
    }

    /** The days on which a rule speaks to them: nothing that counts for it changed, from a little before to a little after. */
    private List<Day> due(Pupil pupil) {
        return pupil.states.stream()
                .map(Pupil.State::until)
                .distinct()
                .flatMap(own -> days(own).stream().filter(day -> isDue(pupil, day, own)))
                .sorted(Comparator.comparing(Day::from))
                .toList();
    }

    private boolean isDue(Pupil pupil, Day day, Optional<LocalDate> own) {
        Instant until = day.chance().orElse(day.from()).plus(NEARLY);
        return !pupil.ever(
                new Instant[] {from(day), until},
                state -> !state.until().equals(own)
                        || !spring.asked
                                .of(state, day.day())
                                .contains(day.rule().audience())
                        || !state.takesPart()
                        || (state.muted() && !day.isLast()));
    }

    private static Instant from(Day day) {
        return day.from().minus(NEARLY);
    }

    /** A message on the same day says everything; so does one that came late, if it came as soon as it could. */
    private static boolean isReminded(Seen seen, Day day) {
        Instant until = day.chance().orElse(day.from()).plus(NEARLY);
        return seen.arrived().stream()
                .anyMatch(d -> !d.at().isAfter(until)
                        && (Spring.day(d.botAt()).equals(day.day()) || !d.at().isBefore(from(day))));
    }

    private Optional<String> excuse(Pupil pupil, Seen seen, Day day) {
        if (day.chance().isEmpty()) {
            return Optional.of("no chance in all its time");
        }
        List<LocalDate> counted = seen.counted();
        if (Seen.inWeek(counted, day.day()) >= A_WEEK) {
            return Optional.of("three in the week");
        }
        if (!day.isLast() && isKeptForTheLast(pupil, counted, day)) {
            return Optional.of("what is left of the week is the last notices'");
        }
        if (!day.isLast() && earlier(pupil, seen, day) >= day.rule().cap()) {
            return Optional.of("the rule's own cap");
        }
        if (seen.tries().stream().anyMatch(c -> c.refused().contains(pupil.person) && isOf(c, day))) {
            return Optional.of("refused by name");
        }
        return isLost(seen, day) ? Optional.of("lost, and nobody could ask again") : Optional.empty();
    }

    private boolean isKeptForTheLast(Pupil pupil, List<LocalDate> counted, Day day) {
        Pupil.State then = pupil.at(day.from());
        List<LocalDate> lasts = spring.asked.of(then, day.day()).stream()
                .flatMap(lack -> spring.asked.lastDay(lack, then.until()).stream())
                .filter(last ->
                        last.isAfter(day.day()) && last.isBefore(day.day().plusDays(7)))
                .distinct()
                .toList();
        return lasts.stream().anyMatch(last -> {
            long before = counted.stream()
                    .filter(d -> d.isAfter(last.minusDays(7)) && !d.isAfter(day.day()))
                    .count();
            long kept = lasts.stream().filter(l -> !l.isAfter(last)).count();
            return before + 1 + kept > A_WEEK;
        });
    }

    /** How often the rule has spoken before. */
    private long earlier(Pupil pupil, Seen seen, Day day) {
        return pupil.states.stream()
                .map(Pupil.State::until)
                .distinct()
                .flatMap(own -> days(own).stream())
                .filter(d -> d.rule().equals(day.rule()) && d.day().isBefore(day.day()))
                .filter(d -> isReminded(seen, d) || isLost(seen, d))
                .map(Day::day)
                .distinct()
                .count();
    }

    private static boolean isIn(Made call, Day day) {
        return !call.at().isBefore(from(day))
                && !call.at().isAfter(day.chance().orElse(day.from()).plus(NEARLY));
    }

    /** In the rule's time, or earlier on its day with what else there was to say. */
    private static boolean isOf(Made call, Day day) {
        return isIn(call, day) || Spring.day(call.at()).equals(day.day());
    }

    /** A call got no answer, and there was no chance to repeat it while the platform still knew it. */
    private boolean isLost(Seen seen, Day day) {
        return seen.tries().stream()
                .filter(call -> !call.isHeard() && isOf(call, day))
                .anyMatch(call ->
                        trouble.chance(call.at(), call.at().plus(KNOWN), true).isEmpty()
                                && seen.rows().stream().anyMatch(row -> isUnknownOf(row, call)));
    }

    private static boolean isUnknownOf(Outbox.Row row, Made call) {
        return Seen.isUnknown(row)
                && row.queuedAt().isBefore(call.at().plus(NEARLY))
                && row.settledAt().isAfter(call.at().minus(NEARLY));
    }

    private boolean speaks(Rule rule, LocalDate day, Optional<LocalDate> deadline) {
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
        while (before > 0 && !calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private LocalDate weekly(DayOfWeek weekday, LocalDate day) {
        LocalDate meant = day.minusDays(day.getDayOfWeek().getValue() - weekday.getValue());
        while (!calendar.isWorkingDay(meant) && meant.getDayOfWeek() != DayOfWeek.SUNDAY) {
            meant = meant.plusDays(1);
        }
        return calendar.isWorkingDay(meant) ? meant : LocalDate.MIN;
    }
}
