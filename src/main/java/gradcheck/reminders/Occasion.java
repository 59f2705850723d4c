package gradcheck.reminders;

import gradcheck.domain.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A day on which a rule speaks to somebody.
 *
 * @param key names it for ever within the rule: it stands in the ledger, so its form never changes
 * @param countdown what it counts down to; empty where the rule speaks once a week
 */
record Occasion(Rule rule, String key, LocalDate day, Optional<Countdown> countdown) {
    /** So many days before a deadline; 0 on it. */
    record Countdown(LocalDate deadline, int daysBefore) {}

    /** @param day when it is said, which is earlier than meant where that is a day off */
    static Occasion counting(Rule rule, LocalDate deadline, int daysBefore, LocalDate day) {
        return new Occasion(rule, deadline + "-" + daysBefore, day, Optional.of(new Countdown(deadline, daysBefore)));
    }

    static Occasion weekly(Rule rule, LocalDate monday, LocalDate day) {
        return new Occasion(rule, "week-" + monday, day, Optional.empty());
    }

    /** Whether it is the last day of all, of which even those hear who have stopped reminders. */
    boolean isLast() {
        return countdown.filter(c -> c.daysBefore() == 0).isPresent();
    }

    Instant dueAt(ZoneId zone) {
        return day.atTime(rule.at()).atZone(zone).toInstant();
    }

    /** After that moment it is dropped: what is wrong tomorrow ends with its day, and so does every last notice. */
    Instant until(ZoneId zone, QuietHours quiet) {
        Instant limit = dueAt(zone).plus(rule.late());
        Instant evening = day.atTime(quiet.evening()).atZone(zone).toInstant();
        return (rule.isTrueLate() && !isLast()) || limit.isBefore(evening) ? limit : evening;
    }
}
