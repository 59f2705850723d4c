package gradcheck.roster.read;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The night, in which nobody is written to who hasn't just written. */
public final class Night {
    private static final LocalTime FROM = LocalTime.of(22, 0);
    private static final LocalTime TO = LocalTime.of(8, 0);
    /** Away from the full hour, when everybody's messages go out: the platform asks for other minutes (page 90236). */
    private static final LocalTime MORNING = LocalTime.of(8, 7);

    private Night() {}

    /** That moment, or the next morning if it lies in the night. */
    public static Instant after(Instant moment, ZoneId zone) {
        ZonedDateTime here = moment.atZone(zone);
        if (here.toLocalTime().isBefore(TO)) {
            return here.with(MORNING).toInstant();
        }
        return here.toLocalTime().isBefore(FROM)
                ? moment
                : here.plusDays(1).with(MORNING).toInstant();
    }
}
