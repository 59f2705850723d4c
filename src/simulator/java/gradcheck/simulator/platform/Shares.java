package gradcheck.simulator.platform;

import gradcheck.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Thirty messages a minute and a thousand an hour to one member, and two hundred a day for each member in all; the
 * excess is dropped silently (page 90454).
 */
final class Shares {
    private static final int PER_MINUTE = 30;
    private static final int PER_HOUR = 1000;
    private static final int PER_DAY_AND_MEMBER = 200;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final World world;
    private final Map<String, Deque<Instant>> sent = new HashMap<>();
    private LocalDate day = LocalDate.MIN;
    private long today;

    Shares(World world) {
        this.world = world;
    }

    /** Whether one more message reaches this member now; if so it is counted. */
    synchronized boolean takesOne(String userid) {
        Instant now = world.now();
        Deque<Instant> times = sent.computeIfAbsent(World.key(userid), u -> new ArrayDeque<>());
        times.removeIf(at -> !at.plus(Duration.ofHours(1)).isAfter(now) || at.isAfter(now));
        long lately = times.stream()
                .filter(at -> at.plus(Duration.ofMinutes(1)).isAfter(now))
                .count();
        if (lately >= PER_MINUTE || times.size() >= PER_HOUR) {
            world.violation("message/send: more than 30 a minute or 1,000 an hour to one member (page 90454)");
            return false;
        }
        if (dayIsFull(now)) {
            world.violation("message/send: more than 200 a day for each member (page 90454)");
            return false;
        }
        times.add(now);
        today++;
        return true;
    }

    private boolean dayIsFull(Instant now) {
        LocalDate date = now.atZone(ZONE).toLocalDate();
        if (!date.equals(day)) {
            day = date;
            today = 0;
        }
        return today >= (long) PER_DAY_AND_MEMBER * Math.max(1, world.people().size());
    }
}
