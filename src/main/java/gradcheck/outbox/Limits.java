package gradcheck.outbox;

import java.time.ZoneId;

/**
 * How much goes out.
 *
 * @param dailyBudget people a day for what nobody waits for; set well below the platform's accounts times 200 (page
 *     90236), of which replies need their share
 * @param zone whose midnight ends the day
 */
public record Limits(int dailyBudget, ZoneId zone) {}
