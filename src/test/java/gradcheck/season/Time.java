package gradcheck.season;

import gradcheck.app.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The true time, and the bot's clock, which may be wrong by some minutes. */
final class Time {
    private final MovableClock clock = new MovableClock(Clock.systemUTC());
    private Instant now;
    private Duration wrong = Duration.ZERO;

    Time(Instant start) {
        now = start;
        clock.standAt(start);
    }

    Instant now() {
        return now;
    }

    Instant botNow() {
        return clock.instant();
    }

    Clock clock() {
        return clock;
    }

    void pass(Duration duration) {
        reach(now.plus(duration));
    }

    void reach(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
        clock.standAt(now.plus(wrong));
    }

    /** From now on the bot's clock is wrong by that much. */
    void jump(Duration by) {
        wrong = by;
        clock.standAt(now.plus(wrong));
    }
}
