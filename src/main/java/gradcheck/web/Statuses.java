package gradcheck.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Tells what was answered, by the kind of route and the status. */
public final class Statuses implements Consumer<RoutesConfig> {
    private final BiConsumer<String, Integer> told;

    public Statuses(BiConsumer<String, Integer> told) {
        this.told = told;
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.after(request -> told.accept(route(request), request.statusCode()));
    }

    /** Never the path itself: a one-time page's opens the page. */
    private static String route(Context request) {
        String path = request.path();
        if (path.equals("/wecom/callback")) {
            return "callback";
        }
        if (path.equals("/health") || path.equals("/ready") || path.equals("/live")) {
            return "health";
        }
        return path.startsWith("/p/") ? "page" : "other";
    }
}
