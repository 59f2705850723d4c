package gradcheck.app;

import gradcheck.store.Store;
import gradcheck.store.Trouble;
import gradcheck.web.HealthRoute;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What {@code /health} tells: whether the database takes what comes in and the outbox lets it out, and a cure. */
final class HealthCheck implements Supplier<HealthRoute.Health> {
    /** An outbox that has waited that long is a fault to be shown. */
    private static final Duration OUTBOX_AGE = Duration.ofMinutes(15);

    private final Store store;
    private final Supplier<Optional<Instant>> tokenAt;
    private final Clock clock;

    /** @param tokenAt when the platform last gave a token */
    HealthCheck(Store store, Supplier<Optional<Instant>> tokenAt, Clock clock) {
        this.store = store;
        this.tokenAt = tokenAt;
        this.clock = clock;
    }

    @Override
    public HealthRoute.Health get() {
        Optional<Duration> age = outboxAge();
        Optional<Trouble> trouble = store.trouble();
        boolean up = trouble.isEmpty()
                && age.filter(waited -> waited.compareTo(OUTBOX_AGE) < 0).isPresent();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", up ? "up" : "down");
        details.put("database", trouble.map(Trouble::word).orElse(age.isPresent() ? "up" : "down"));
        trouble.ifPresent(found -> details.put("cure", found.cure()));
        age.ifPresent(waited -> details.put("outbox_age_seconds", waited.toSeconds()));
        details.put("last_token", tokenAt.get().map(Instant::toString).orElse("none"));
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
