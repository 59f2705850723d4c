package gradcheck.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code /live}: whether a new process would do better; {@code /ready} and {@code /health}: whether this one takes
 * messages (interface.md §3). Apart, because a restart frees no disk and sets no clock.
 */
public final class HealthRoute implements Consumer<RoutesConfig> {
    private static final int UNAVAILABLE = 503;

    private final Supplier<Health> health;
    private final BooleanSupplier live;

    /** The state of the bot; {@code details} holds numbers and words, nothing personal. */
    public record Health(boolean up, Map<String, Object> details) {}

    /** @param live false: the process had better be restarted */
    public HealthRoute(Supplier<Health> health, BooleanSupplier live) {
        this.health = health;
        this.live = live;
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get("/live", request -> {
            boolean isLive = live.getAsBoolean();
            request.status(isLive ? 200 : UNAVAILABLE).json(Map.of("status", isLive ? "live" : "dead"));
        });
        for (String path : List.of("/ready", "/health")) {
            routes.get(path, this::tell);
        }
    }

    private void tell(Context request) {
        Health now = health.get();
        request.status(now.up() ? 200 : UNAVAILABLE).json(now.details());
    }
}
