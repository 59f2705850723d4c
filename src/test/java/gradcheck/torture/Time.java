package gradcheck.torture;

import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

/** The bot's time: runs some hundred times faster than ours, and leaps to what is due next. */
final class Time extends Thread {
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final int PAUSE_MILLIS = 200;
    /** Shortly before the reminders of the morning and of noon. */
    private static final LocalTime MORNING = LocalTime.of(8, 45);

    private static final LocalTime NOON = LocalTime.of(12, 15);

    private final Victim victim;
    private OffsetDateTime now = OffsetDateTime.parse("2027-03-16T12:15:00+08:00");
    private volatile boolean ended;

    Time(Victim victim) {
        super("time");
        this.victim = victim;
        setDaemon(true);
    }

    /** The next morning or noon. */
    synchronized void leap() {
        LocalTime clock = now.toLocalTime();
        if (clock.isBefore(NOON)) {
            now = now.with(NOON);
        } else {
            now = now.plusDays(1).with(MORNING);
        }
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    synchronized OffsetDateTime now() {
        return now;
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                pass(STEP);
                victim.standAt(now());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() throws InterruptedException {
        ended = true;
        join();
    }
}
