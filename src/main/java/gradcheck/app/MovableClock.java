package gradcheck.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A clock that runs until somebody makes it stand at a moment; in a rehearsal only. */
public final class MovableClock extends Clock {
    private final Clock running;
    private final AtomicReference<@Nullable Instant> standing = new AtomicReference<>();

    public MovableClock(Clock running) {
        this.running = running;
    }

    /** From now on it is that moment. */
    public void standAt(Instant moment) {
        standing.set(moment);
    }

    @Override
    public Instant instant() {
        Instant moment = standing.get();
        return moment == null ? running.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return running.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return running.withZone(zone);
    }
}
