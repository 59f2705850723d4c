package gradcheck.reminders;

import gradcheck.domain.QuietHours;
import gradcheck.domain.status.StudentState;
import gradcheck.outbox.CrowdedMinutes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When and how often people are reminded, from {@code config/reminders.yml} and {@code config/calendar.yml}.
 *
 * @param from the first day of the year of graduation on which anybody is reminded
 * @param to the last one
 * @param peopleAMinute how many of a round go out in one minute
 * @param dailyBudget how many people a day, all reminders and notices together
 * @param digestAt when secretaries get their morning digest
 */
public record Policy(
        List<Rule> rules,
        Caps caps,
        QuietHours quiet,
        MonthDay from,
        MonthDay to,
        int peopleAMinute,
        int dailyBudget,
        LocalTime digestAt,
        Calendar calendar) {
    public Policy {
        rules = List.copyOf(rules);
    }

    /** How many reminders one person gets at most on a day, and in any seven days. */
    public record Caps(int perDay, int perWeek) {}

    /** Whether that day lies in the part of the year in which people are reminded. */
    public boolean isSeason(LocalDate day, int year) {
        return !day.isBefore(from.atYear(year)) && !day.isAfter(to.atYear(year));
    }

    /** The first moment from then on that is not quiet, and neither on the hour nor half past (page 90236). */
    public ZonedDateTime soonest(ZonedDateTime moment) {
        ZonedDateTime soonest = quiet.firstFree(moment);
        while (isCrowded(soonest)) {
            soonest = quiet.firstFree(soonest.plusMinutes(1).truncatedTo(ChronoUnit.MINUTES));
        }
        return soonest;
    }

    /** The last minute of that day in which anybody is reminded: what is sent then is tried no more once it is night. */
    public Instant lastMinute(LocalDate day, ZoneId zone) {
        return day.atTime(quiet.evening()).minusMinutes(1).atZone(zone).toInstant();
    }

    /** Everybody's programs send then; the platform asks for other minutes. */
    public static boolean isCrowded(ZonedDateTime moment) {
        return CrowdedMinutes.isAt(moment);
    }

    /** The name of an audience's words: its first rule's, else the usual. */
    String text(StudentState audience) {
        return rules.stream()
                .filter(r -> r.audience() == audience)
                .map(Rule::text)
                .findFirst()
                .orElse(audience.reminder());
    }

    /** Whom the rules are for. */
    Set<StudentState> audiences() {
        return rules.stream().map(Rule::audience).collect(Collectors.toSet());
    }

    /** Whether a rule's words exist and fit its audience. */
    public static boolean knows(String text, StudentState audience) {
        return ReminderTexts.fits(text, audience);
    }

    /** The longest that anything may be late. */
    public Duration longestLate() {
        return rules.stream().map(Rule::late).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
