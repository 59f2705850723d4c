package gradcheck.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.status.StudentState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On which days rules speak, with holidays and exchanged days. */
class ScheduleTest {
    /** Wednesday. */
    private static final LocalDate END = LocalDate.of(2027, 4, 28);

    private static final Rule RULE = new Rule(
            "r",
            StudentState.UNCONFIRMED,
            List.of(7, 3, 0),
            Optional.of(DayOfWeek.MONDAY),
            LocalTime.of(12, 20),
            5,
            Duration.ofHours(30),
            true,
            "record");

    private static Calendar calendar(Set<LocalDate> off, Set<LocalDate> work) {
        return new Calendar(Map.of(2027, new Calendar.Year(true, off, work)), Set.of(LocalDate.of(2027, 4, 21)));
    }

    private static Schedule schedule(Calendar calendar) {
        return new Schedule(Springtime.policy(1000, calendar, RULE), Springtime.YEAR);
    }

    private static List<LocalDate> days(Calendar calendar, Optional<LocalDate> deadline) {
        return LocalDate.of(2027, 4, 12)
                .datesUntil(LocalDate.of(2027, 5, 3))
                .filter(day -> schedule(calendar).on(RULE, deadline, day).isPresent())
                .toList();
    }

    @Test
    void an_exchanged_weekend_day_is_worked_and_a_holiday_and_a_school_day_off_are_not() {
        Calendar calendar = calendar(Set.of(LocalDate.of(2027, 4, 26)), Set.of(LocalDate.of(2027, 4, 24)));
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 4, 24))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 4, 25))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 4, 26))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 4, 21))).isFalse();
        assertThat(calendar.onOrBefore(LocalDate.of(2027, 4, 26))).isEqualTo(LocalDate.of(2027, 4, 24));
        assertThat(calendar.onOrAfter(LocalDate.of(2027, 4, 25))).isEqualTo(LocalDate.of(2027, 4, 27));
        assertThat(calendar.onOrAfter(LocalDate.of(2027, 4, 24))).isEqualTo(LocalDate.of(2027, 4, 24));
        assertThat(calendar.isKnown(2027)).isTrue();
        assertThat(calendar.isKnown(2028)).isFalse();
    }

    @Test
    void counting_down_a_day_off_is_moved_before_and_the_last_day_is_not_moved() {
        Calendar usual = calendar(Set.of(), Set.of());
        // The 21st is the school's own day off, the 25th a Sunday.
        assertThat(days(usual, Optional.of(END)))
                .containsExactly(LocalDate.of(2027, 4, 20), LocalDate.of(2027, 4, 23), END);
        assertThat(days(calendar(Set.of(END), Set.of()), Optional.of(END))).contains(END);
        assertThat(days(calendar(Set.of(), Set.of(LocalDate.of(2027, 4, 25))), Optional.of(END)))
                .contains(LocalDate.of(2027, 4, 25));
    }

    @Test
    void without_a_deadline_a_day_off_is_moved_to_the_next_working_day_of_its_week() {
        Calendar calendar = calendar(Set.of(LocalDate.of(2027, 4, 26), LocalDate.of(2027, 4, 27)), Set.of());
        assertThat(days(calendar, Optional.empty()))
                .containsExactly(LocalDate.of(2027, 4, 12), LocalDate.of(2027, 4, 19), LocalDate.of(2027, 4, 28));
    }

    @Test
    void outside_the_season_no_rule_speaks() {
        Calendar calendar = calendar(Set.of(), Set.of());
        assertThat(schedule(calendar).on(RULE, Optional.empty(), LocalDate.of(2027, 2, 22)))
                .isEmpty();
        assertThat(schedule(calendar).on(RULE, Optional.empty(), LocalDate.of(2027, 6, 14)))
                .isEmpty();
    }
}
