package gradcheck.reminders;

import gradcheck.domain.status.StudentState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A reminder's rule, from {@code config/reminders.yml}.
 *
 * @param name unique; part of what keeps a reminder from going out twice
 * @param daysBefore on which days, counted back from the deadline (0 is the deadline itself), where there is one
 * @param weekday on which day of each week, where there is no deadline
 * @param at at which time of the day
 * @param cap how often at most one student is reminded by it
 * @param late how late it may still go out
 * @param isTrueLate whether it still holds on a later day; otherwise it is dropped at the end of its own
 * @param text the name of its words in the copy file, under {@code reminder.line}
 */
public record Rule(
        String name,
        StudentState audience,
        List<Integer> daysBefore,
        Optional<DayOfWeek> weekday,
        LocalTime at,
        int cap,
        Duration late,
        boolean isTrueLate,
        String text) {
    public Rule {
        daysBefore = daysBefore.stream().sorted().toList();
    }
}
