package gradcheck.store.engine;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/** Makes ids that sort in the order in which they were made: milliseconds, a running number, randomness; 28 signs. */
public final class Ids {
    private static final HexFormat HEX = HexFormat.of();

    private final Clock clock;
    private final SecureRandom random;
    private long lastMillis;
    private int running;

    public Ids(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new id, greater than all before it in this process, also when the clock is set back. */
    public synchronized String next() {
        long millis = clock.millis();
        if (millis > lastMillis) {
            lastMillis = millis;
            running = 0;
        } else {
            running++;
        }
        return HEX.toHexDigits(lastMillis, 12) + HEX.toHexDigits(running, 6) + HEX.toHexDigits(random.nextLong(), 10);
    }
}
