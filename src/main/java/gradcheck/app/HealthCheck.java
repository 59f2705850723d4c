package gradcheck.app;

import gradcheck.store.Store;
import gradcheck.store.engine.DatabaseFault;
import gradcheck.web.HealthRoute;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What {@code /ready} tells: whether a message that comes now is taken, and what cures it where not. That the platform is
 * away or the outbox waits is said, and no reason to send people elsewhere: what comes in is taken and kept.
 */
public final class HealthCheck implements Supplier<HealthRoute.Health> {
    /** An outbox that has waited that long is a fault to be shown. */
    private static final Duration OUTBOX_AGE = Duration.ofMinutes(15);

    private static final String UP = "up";
    private static final String CURE = "cure";

    private final Store store;
    private final Outside outside;
    private final Clock clock;

    /**
     * What lies beyond the database.
     *
     * @param tokenAt when the platform last gave a token
     * @param away whether its last call got no answer of the platform's
     * @param clockOff how far the right time is ahead of ours, where messages are refused for it
     */
    public record Outside(
            Supplier<Optional<Instant>> tokenAt, Supplier<Boolean> away, Supplier<Optional<Duration>> clockOff) {
        /** Nothing is known. */
        static final Outside UNSEEN = new Outside(Optional::empty, () -> false, Optional::empty);
    }

    public HealthCheck(Store store, Outside outside, Clock clock) {
        this.store = store;
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public HealthRoute.Health get() {
        Optional<Duration> age = outboxAge();
        Optional<DatabaseFault> trouble = store.trouble();
        Optional<Duration> off = outside.clockOff().get();
        boolean up = trouble.isEmpty() && age.isPresent() && off.isEmpty();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", up ? UP : "down");
        details.put("database", trouble.map(DatabaseFault::word).orElse(age.isPresent() ? UP : "down"));
        trouble.ifPresent(found -> details.put(CURE, found.cure()));
        details.put("clock", off.isPresent() ? "off" : UP);
        off.ifPresent(ahead -> {
            details.put("clock_behind_seconds", ahead.toSeconds());
            details.putIfAbsent(CURE, "set_the_clock_of_this_machine_and_keep_it_right_by_ntp");
        });
        details.put("doors", Map.of("app", up ? UP : "closed"));
        boolean waits = age.filter(waited -> waited.compareTo(OUTBOX_AGE) >= 0).isPresent();
        details.put("platform", outside.away().get() || waits ? "away" : UP);
        age.ifPresent(waited -> details.put("outbox_age_seconds", waited.toSeconds()));
        details.put("last_token", outside.tokenAt().get().map(Instant::toString).orElse("none"));
        return new HealthRoute.Health(up, details);
    }

    /** Empty when the database can't be read. */
    private Optional<Duration> outboxAge() {
        Instant now = clock.instant();
        try {
            return Optional.of(store.read(tables -> tables.outbox().oldestDue(now))
                    .map(due -> Duration.between(due, now))
                    .orElse(Duration.ZERO));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
