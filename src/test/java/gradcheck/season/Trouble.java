package gradcheck.season;

import gradcheck.reminders.Calendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When nothing could be sent, whatever the bot did: it was dead, the platform took nothing, or people may not be written to. */
final class Trouble {
    /**
     * So long without trouble, and a bot that works has sent what is due. It waits up to twenty minutes between two tries
     * and a minute for each thousand people, and its clock may be wrong by a quarter of an hour.
     */
    private static final Duration CHANCE = Duration.ofMinutes(45);

    private static final Duration STEP = Duration.ofMinutes(1);
    /** As the manual of the bot has them, with a quarter of an hour for a wrong clock. */
    private static final LocalTime EVENING = LocalTime.of(21, 45);

    private static final LocalTime MORNING = LocalTime.of(8, 15);

    private final Calendar calendar;
    private final List<Instant[]> times = new ArrayList<>();
    private final Map<String, Optional<Instant>> chances = new HashMap<>();

    Trouble(Spring spring) {
        this.calendar = spring.setup.policy().calendar();
        times.addAll(spring.downtimes);
        times.addAll(spring.platform.penalties);
        spring.platform.outages.forEach(o -> times.add(new Instant[] {o.from(), o.to()}));
    }

    /**
     * When a bot that works has sent what was due at {@code from} at the latest; empty: until {@code to} it had no chance.
     *
     * @param anyDay whether days off count, too
     */
    Optional<Instant> chance(Instant from, Instant to, boolean anyDay) {
        return chances.computeIfAbsent(from + "|" + to + "|" + anyDay, k -> search(from, to, anyDay));
    }

    private Optional<Instant> search(Instant from, Instant to, boolean anyDay) {
        Instant free = from;
        for (Instant at = from; !at.isAfter(to); at = at.plus(STEP)) {
            if (isTrouble(at, anyDay)) {
                free = at.plus(STEP);
            } else if (!at.isBefore(free.plus(CHANCE))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private boolean isTrouble(Instant at, boolean anyDay) {
        LocalTime hour = at.atZone(Spring.ZONE).toLocalTime();
        return hour.isBefore(MORNING)
                || hour.isAfter(EVENING)
                || (!anyDay && !calendar.isWorkingDay(Spring.day(at)))
                || times.stream().anyMatch(t -> !at.isBefore(t[0]) && at.isBefore(t[1].plus(STEP)));
    }
}
