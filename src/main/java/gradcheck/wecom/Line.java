package gradcheck.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the platform answers, and how far its clock is from ours: what calls show beside what they are made for. */
final class Line {
    private final Clock clock;
    private volatile boolean away;
    private volatile @Nullable Dated dated;

    /** @param ahead how far the platform's clock was ahead of ours, at that moment of ours */
    record Dated(Duration ahead, Instant at) {}

    Line(Clock clock) {
        this.clock = clock;
    }

    @FunctionalInterface
    interface Reading<T> {
        T read() throws ApiException;
    }

    /** An answer came; whose it is shows when it is read. An errcode is the platform's, too. */
    <T> T answered(Optional<Instant> date, Reading<T> reading) throws ApiException {
        try {
            T read = reading.read();
            heard(date);
            return read;
        } catch (ApiException e) {
            heard(date);
            throw e;
        } catch (Unreadable e) {
            away = true;
            throw e;
        }
    }

    private void heard(Optional<Instant> date) {
        away = false;
        Instant now = clock.instant();
        date.ifPresent(theirs -> dated = new Dated(Duration.between(now, theirs), now));
    }

    void broken() {
        away = true;
    }

    /** Whether the last call got no answer of the platform's. */
    boolean isAway() {
        return away;
    }

    Optional<Dated> dated() {
        return Optional.ofNullable(dated);
    }
}
