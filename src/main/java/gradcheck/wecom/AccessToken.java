package gradcheck.wecom;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access token (page 91039), kept until the platform says that it ended: it may end before its time, and a clock of
 * ours may be wrong.
 *
 * <p>However many threads want one at once, one of them asks, and all have its answer: a wrong secret that is repeated
 * gets the address blocked, and a platform that doesn't answer is waited for once.
 */
final class AccessToken {
    private final Source source;
    private final Clock clock;
    private volatile Answer last = () -> "";
    private volatile String token = "";
    private volatile @Nullable Instant at;

    AccessToken(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Asks the platform. */
    @FunctionalInterface
    interface Source {
        String fetch() throws ApiException;
    }

    /** What came when it was asked. */
    @FunctionalInterface
    private interface Answer {
        String token() throws NoToken;
    }

    /**
     * Any token but that one.
     *
     * @param spent the one that has ended; empty if none has
     * @throws NoToken with the platform's errcode
     * @throws NotSent if no readable answer came
     */
    String otherThan(String spent) throws NoToken {
        Answer before = last;
        String current = token;
        if (!current.isEmpty() && !current.equals(spent)) {
            return current;
        }
        synchronized (this) {
            if (last == before) {
                last = asked();
            }
            return last.token();
        }
    }

    private Answer asked() {
        token = "";
        try {
            String fetched = source.fetch();
            token = fetched;
            at = clock.instant();
            return () -> fetched;
        } catch (ApiException e) {
            NoToken refused = new NoToken(e);
            return () -> {
                throw refused;
            };
        } catch (RuntimeException e) {
            NotSent broken = new NotSent("no token", e);
            return () -> {
                throw broken;
            };
        }
    }

    /** When the last one came; empty before the first. */
    Optional<Instant> at() {
        return Optional.ofNullable(at);
    }
}
