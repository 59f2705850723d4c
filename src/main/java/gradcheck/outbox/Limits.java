package gradcheck.outbox;

import gradcheck.domain.QuietHours;
import java.time.ZoneId;

/**
 * How much goes out, and when.
 *
 * @param dailyBudget people a day for what nobody waits for; set well below the platform's accounts times 200 (page
 *     90236), of which replies need their share
 * @param quiet when nothing goes out that nobody waits for
 * @param zone whose midnight ends the day
 */
public record Limits(int dailyBudget, QuietHours quiet, ZoneId zone) {}
