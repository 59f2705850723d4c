package gradcheck.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** The minutes in which everybody's programs send: on the hour and half past. The platform asks for others (page 90236). */
public final class CrowdedMinutes {
    private static final int EVERY_MINUTES = 30;
    /** A call that begins so long before may still be under way when the rush begins. */
    private static final Duration BEFORE = Duration.ofSeconds(20);

    private CrowdedMinutes() {}

    public static boolean isAt(ZonedDateTime moment) {
        return moment.getMinute() % EVERY_MINUTES == 0;
    }

    /** Then, or as soon as a call to many neither begins nor ends in a rush. */
    static Instant avoiding(Instant moment, ZoneId zone) {
        ZonedDateTime begin = moment.atZone(zone);
        ZonedDateTime end = begin.plus(BEFORE);
        return isAt(begin) ? after(begin) : isAt(end) ? after(end) : moment;
    }

    private static Instant after(ZonedDateTime rush) {
        return rush.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1).toInstant();
    }
}
