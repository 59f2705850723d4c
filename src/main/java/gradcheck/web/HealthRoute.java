package gradcheck.web;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@code /health}: whether the bot can do its work; 503 when it can't. */
public final class HealthRoute implements Consumer<RoutesConfig> {
    private final Supplier<Health> health;

    /** The state of the bot; {@code details} holds numbers and words, nothing personal. */
    public record Health(boolean up, Map<String, Object> details) {}

    public HealthRoute(Supplier<Health> health) {
        this.health = health;
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get("/health", request -> {
            Health now = health.get();
            request.status(now.up() ? 200 : 503).json(now.details());
        });
    }
}
