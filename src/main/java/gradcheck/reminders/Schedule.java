package gradcheck.reminders;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** On which days a rule speaks: on working days only, except on the very last day. */
final class Schedule {
    private final Policy policy;
    private final int season;

    Schedule(Policy policy, int season) {
        this.policy = policy;
        this.season = season;
    }

    /** The rule's occasion on that day, for who has that deadline or none. */
    Optional<Occasion> on(Rule rule, Optional<LocalDate> deadline, LocalDate day) {
        if (!policy.isSeason(day, season)) {
            return Optional.empty();
        }
        return deadline.isPresent() ? counting(rule, deadline.get(), day) : weekly(rule, day);
    }

    /** A day off is moved to the working day before; where two fall together, the nearer to the deadline counts. */
    private Optional<Occasion> counting(Rule rule, LocalDate deadline, LocalDate day) {
        for (int before : rule.daysBefore()) {
            LocalDate meant = deadline.minusDays(before);
            LocalDate moved = before == 0 ? meant : policy.calendar().onOrBefore(meant);
            if (moved.equals(day)) {
                return Optional.of(Occasion.counting(rule, deadline, before, day));
            }
        }
        return Optional.empty();
    }

    /** A day off is moved to the next working day of the same week. */
    private Optional<Occasion> weekly(Rule rule, LocalDate day) {
        if (rule.weekday().isEmpty()) {
            return Optional.empty();
        }
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate meant = monday.plusDays(rule.weekday().get().getValue() - 1L);
        while (!policy.calendar().isWorkingDay(meant) && meant.getDayOfWeek() != DayOfWeek.SUNDAY) {
            meant = meant.plusDays(1);
        }
        return meant.equals(day) && policy.calendar().isWorkingDay(day)
                ? Optional.of(Occasion.weekly(rule, monday, day))
                : Optional.empty();
    }
}
