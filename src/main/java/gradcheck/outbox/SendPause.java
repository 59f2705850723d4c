package gradcheck.outbox;

import gradcheck.store.Tables;
import gradcheck.store.outbox.SendBudget.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Keeps still as long as the platform's penalties last (page 90454): a minute's limit blocks for a minute, an hour's for
 * an hour, a day's for the rest of the day. The platform doesn't say which it was; so one that comes again right after
 * its pause, before anything was taken, was a larger one, and is tried again once an hour until the day is over: one
 * call an hour costs nothing, and a day lost to a wrong guess is lost for everybody.
 */
final class SendPause {
    /** Hit again so soon after a pause, the pause was too short. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final ZoneId zone;

    SendPause(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    boolean isPaused(Tables tables, Instant now) {
        return running(tables, now).isPresent();
    }

    /** A pause that began after now was written by a clock that has been set back since. */
    private static Optional<Pause> running(Tables tables, Instant now) {
        return tables.allowance().pause().filter(p -> isRunning(p, now));
    }

    private static boolean isRunning(Pause pause, Instant now) {
        return now.isBefore(pause.until()) && !now.isBefore(pause.since());
    }

    /** The limit was hit: until when nothing is sent. Calls that were under way beside the first one hit the same limit. */
    Instant limited(Tables tables, Instant now) {
        return running(tables, now).map(Pause::until).orElseGet(() -> {
            Optional<Pause> last =
                    tables.allowance().pause().filter(p -> !p.until().plus(SOON).isBefore(now));
            int level = last.map(p -> p.level() + 1).orElse(1);
            return pause(tables, level, now, limitEnds(level, now));
        });
    }

    /**
     * A call was taken: whatever limit was hit before, it is over, and the next one begins small again. One that was under
     * way when the limit was hit tells nothing.
     */
    void taken(Tables tables, Instant now) {
        tables.allowance()
                .pause()
                .filter(p -> p.level() > 0 && !isRunning(p, now))
                .ifPresent(p -> tables.allowance().pause(new Pause(0, p.since(), p.until())));
    }

    /** Nothing can be sent until somebody has set something right; it is tried again from time to time. */
    Instant blocked(Tables tables, Instant now, Duration pause) {
        return pause(tables, 0, now, now.plus(pause));
    }

    private Instant limitEnds(int level, Instant now) {
        if (level == 1) {
            return now.plus(Duration.ofSeconds(60));
        }
        Instant tomorrow =
                day(now).plusDays(1).atStartOfDay(zone).plusMinutes(1).toInstant();
        Instant hour = now.plus(Duration.ofMinutes(60));
        return hour.isBefore(tomorrow) ? hour : tomorrow;
    }

    private static Instant pause(Tables tables, int level, Instant now, Instant until) {
        tables.allowance().pause(new Pause(level, now, until));
        return until;
    }
}
