package gradcheck.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether our clock is right. By a wrong one every message looks like a replay and is refused, while everything seems
 * well. The platform says its time with each answer; and people whose messages all come "stale" say it as well.
 */
public final class ClockWatch {
    /** Beyond this, messages are refused (engineering-facts §5.3). */
    static final Duration WINDOW = Duration.ofMinutes(10);
    /** Old messages that somebody plays again are few, and in between the true ones come. */
    private static final int STALE_IN_A_ROW = 3;
    /** What the platform's answers said is believed before what strangers can play again. */
    private static final Duration BELIEVED = Duration.ofHours(2);

    private final Clock clock;
    private final Supplier<Optional<Map.Entry<Duration, Instant>>> platform;
    private int stale;
    private Duration lastStale = Duration.ZERO;

    /** @param platform how far the platform's clock was ahead of ours, and when that was seen by ours */
    public ClockWatch(Clock clock, Supplier<Optional<Map.Entry<Duration, Instant>>> platform) {
        this.clock = clock;
        this.platform = platform;
    }

    /** A callback was signed at that moment, and let in or refused for it. */
    public synchronized void signed(Instant at, boolean wasStale) {
        stale = wasStale ? stale + 1 : 0;
        lastStale = Duration.between(clock.instant(), at);
    }

    /** How far the right time is ahead of our clock, where it is so far that messages are refused. */
    public synchronized Optional<Duration> off() {
        Optional<Duration> said =
                platform.get().filter(dated -> isRecent(dated.getValue())).map(Map.Entry::getKey);
        if (said.isPresent()) {
            return said.filter(ahead -> ahead.abs().compareTo(WINDOW) > 0);
        }
        return stale >= STALE_IN_A_ROW ? Optional.of(lastStale) : Optional.empty();
    }

    /** By a clock that was set meanwhile, what was seen before says nothing. */
    private boolean isRecent(Instant seen) {
        Duration ago = Duration.between(seen, clock.instant());
        return !ago.isNegative() && ago.compareTo(BELIEVED) < 0;
    }
}
