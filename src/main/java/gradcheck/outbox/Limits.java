package gradcheck.outbox;

import gradcheck.domain.QuietHours;
import gradcheck.store.outbox.Outbox;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How much goes out, and when.
 *
 * @param dailyBudget people a day for what nobody waits for; set well below the platform's accounts times 200 (page
 *     90236), of which replies need their share
 * @param quiet when nothing goes out that nobody waits for
 * @param zone whose midnight ends the day
 */
public record Limits(int dailyBudget, QuietHours quiet, ZoneId zone) {
    /** Now; what nobody waits for comes outside of quiet hours, to many in a minute in which not everybody sends. */
    Instant soonest(List<Outbox.Row> rows, Instant now) {
        if (rows.isEmpty() || rows.get(0).urgency() == Outbox.REPLY) {
            return now;
        }
        Instant free = quiet.firstFree(now.atZone(zone)).toInstant();
        return rows.size() > 1 ? CrowdedMinutes.avoiding(free, zone) : free;
    }
}
