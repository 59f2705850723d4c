package gradcheck.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day on which a rule speaks to somebody.
 *
 * @param key names it for ever within the rule
 * @param isLast whether it is the last day of all, of which even those hear who have stopped reminders
 */
record Occasion(Rule rule, String key, LocalDate day, boolean isLast) {

    Instant dueAt(ZoneId zone) {
        return day.atTime(rule.at()).atZone(zone).toInstant();
    }

    /** After that moment it is dropped: what is wrong tomorrow ends with its day, and so does every last notice. */
    Instant until(ZoneId zone, Policy.Quiet quiet) {
        Instant limit = dueAt(zone).plus(rule.late());
        Instant evening = day.atTime(quiet.from()).atZone(zone).toInstant();
        return (rule.isTrueLate() && !isLast) || limit.isBefore(evening) ? limit : evening;
    }
}
