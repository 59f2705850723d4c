package gradcheck.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Thirty messages a minute and a thousand an hour to one member; the excess is dropped silently (page 90454). */
final class Shares {
    private static final int PER_MINUTE = 30;
    private static final int PER_HOUR = 1000;

    private final World world;
    private final Map<String, Deque<Instant>> sent = new HashMap<>();

    Shares(World world) {
        this.world = world;
    }

    /** Whether one more message reaches this member now; if so it is counted. */
    synchronized boolean takesOne(String userid) {
        Instant now = world.now();
        Deque<Instant> times = sent.computeIfAbsent(userid.toLowerCase(Locale.ROOT), u -> new ArrayDeque<>());
        times.removeIf(at -> !at.plus(Duration.ofHours(1)).isAfter(now));
        long lately = times.stream()
                .filter(at -> at.plus(Duration.ofMinutes(1)).isAfter(now))
                .count();
        if (lately >= PER_MINUTE || times.size() >= PER_HOUR) {
            world.violation("message/send: more than 30 a minute or 1,000 an hour to one member (page 90454)");
            return false;
        }
        times.add(now);
        return true;
    }
}
