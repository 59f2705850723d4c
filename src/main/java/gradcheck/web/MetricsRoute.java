package gradcheck.web;

import io.javalin.config.RoutesConfig;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@code /metrics}, on the loopback's own port only. */
public final class MetricsRoute implements Consumer<RoutesConfig> {
    private final String contentType;
    private final Supplier<String> text;

    public MetricsRoute(String contentType, Supplier<String> text) {
        this.contentType = contentType;
        this.text = text;
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get("/metrics", request -> request.contentType(contentType).result(text.get()));
    }
}
