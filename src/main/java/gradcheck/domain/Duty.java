package gradcheck.domain;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Who is called when a student may harm themselves; never made up, and no secretary by default.
 *
 * @param name as students hear it
 * @param phone to be called at any time of the hours
 * @param account whom the bot writes to; empty: it writes to nobody
 * @param hours when they are there; empty: always
 */
public record Duty(String name, String phone, String account, Optional<Hours> hours) {

    /**
     * From a time until another one of the day, or over midnight.
     *
     * @param from is within
     * @param until is not; the same as {@code from} means the whole day
     */
    public record Hours(LocalTime from, LocalTime until) {
        boolean hold(LocalTime time) {
            boolean isAfter = !time.isBefore(from);
            boolean isBefore = time.isBefore(until);
            return from.isBefore(until) ? isAfter && isBefore : isAfter || isBefore;
        }

        /**
         * Reads {@code 08:00-22:00}.
         *
         * @throws java.time.DateTimeException if it is no two times of the day
         */
        public static Hours parse(String text) {
            String[] ends = text.split("-", -1);
            if (ends.length != 2) {
                throw new java.time.DateTimeException("no hours: " + text);
            }
            return new Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
        }

        @Override
        public String toString() {
            return from + "–" + until;
        }
    }

    public boolean isOnAt(LocalTime time) {
        return hours.map(h -> h.hold(time)).orElse(true);
    }

    /** How long until they are there; nothing when they are. */
    public Duration untilOn(LocalTime time) {
        if (isOnAt(time)) {
            return Duration.ZERO;
        }
        Duration wait = Duration.between(time, hours.orElseThrow().from());
        return wait.isNegative() ? wait.plusDays(1) : wait;
    }
}
