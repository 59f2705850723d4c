package gradcheck.reminders;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Working days: the State Council's yearly notice with its exchanged days (调休), and the school's own days off.
 *
 * @param years by year
 * @param schoolOff the school's own days off
 */
public record Calendar(Map<Integer, Year> years, Set<LocalDate> schoolOff) {
    /** Longer than any holiday: a calendar of nothing but days off must not be searched without end. */
    private static final int MOST_DAYS_OFF = 60;

    public Calendar {
        years = Map.copyOf(years);
        schoolOff = Set.copyOf(schoolOff);
    }

    /**
     * A year's notice.
     *
     * @param isKnown whether the notice is out and entered; before, weekends and the statutory days stand in for it
     * @param off days off
     * @param work Saturdays and Sundays on which people work
     */
    public record Year(boolean isKnown, Set<LocalDate> off, Set<LocalDate> work) {
        public Year {
            off = Set.copyOf(off);
            work = Set.copyOf(work);
        }
    }

    public boolean isKnown(int year) {
        Year entered = years.get(year);
        return entered != null && entered.isKnown();
    }

    public boolean isWorkingDay(LocalDate day) {
        Year year = years.get(day.getYear());
        if (schoolOff.contains(day) || (year != null && year.off().contains(day))) {
            return false;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend || (year != null && year.work().contains(day));
    }

    /** That day, or the last working day before it. */
    public LocalDate onOrBefore(LocalDate day) {
        return working(day, -1);
    }

    /** That day, or the next working day after it. */
    LocalDate onOrAfter(LocalDate day) {
        return working(day, 1);
    }

    private LocalDate working(LocalDate day, int step) {
        LocalDate working = day;
        for (int i = 0; i < MOST_DAYS_OFF && !isWorkingDay(working); i++) {
            working = working.plusDays(step);
        }
        return working;
    }
}
