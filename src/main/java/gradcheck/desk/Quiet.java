package gradcheck.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The night, in which nobody is written to who hasn't just written. */
final class Quiet {
    private static final LocalTime FROM = LocalTime.of(22, 0);
    private static final LocalTime TO = LocalTime.of(8, 0);

    private Quiet() {}

    /** That moment, or the next morning if it lies in the night. */
    static Instant after(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (!time.isBefore(FROM)) {
            return local.toLocalDate().plusDays(1).atTime(TO).atZone(zone).toInstant();
        }
        return time.isBefore(TO) ? local.toLocalDate().atTime(TO).atZone(zone).toInstant() : moment;
    }
}
