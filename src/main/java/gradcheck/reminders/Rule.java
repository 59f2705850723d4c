package gradcheck.reminders;

import java.time.LocalTime;
import java.util.List;

/**
 * A reminder's rule, from {@code config/reminders.yml}.
 *
 * @param name unique; part of what keeps a reminder from going out twice
 * @param daysBefore on which days, counted back from the deadline (0 is the deadline itself)
 * @param at at which time of the day
 */
public record Rule(String name, List<Integer> daysBefore, LocalTime at) {
    public Rule {
        daysBefore = List.copyOf(daysBefore);
    }
}
