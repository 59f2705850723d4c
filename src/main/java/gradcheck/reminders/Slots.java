package gradcheck.reminders;

import java.time.Instant;
import java.time.ZonedDateTime;

/** Gives out the minutes of a round: so many people each, never on the hour or half past, never in quiet hours. */
final class Slots {
    private final Policy policy;
    private ZonedDateTime minute;
    private int given;

    Slots(Policy policy, ZonedDateTime from) {
        this.policy = policy;
        this.minute = policy.soonest(from);
    }

    /** The moment for the next person. */
    Instant next() {
        if (given == policy.peopleAMinute()) {
            minute = policy.soonest(minute.plusMinutes(1));
            given = 0;
        }
        given++;
        return minute.toInstant();
    }
}
