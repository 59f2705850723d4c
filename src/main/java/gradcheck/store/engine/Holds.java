package gradcheck.store.engine;

import java.util.concurrent.TimeUnit;

/** The longest that one piece of work kept the writer from all others, within the last one to two minutes. */
final class Holds {
    private static final double NANOS = 1e9;

    private final long start = System.nanoTime();
    private long minute;
    private long longest;
    private long longestBefore;

    synchronized void add(long nanos) {
        turn();
        longest = Math.max(longest, nanos);
    }

    synchronized double longestSeconds() {
        turn();
        return Math.max(longest, longestBefore) / NANOS;
    }

    private void turn() {
        long now = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime() - start);
        if (now != minute) {
            longestBefore = now == minute + 1 ? longest : 0;
            longest = 0;
            minute = now;
        }
    }
}
