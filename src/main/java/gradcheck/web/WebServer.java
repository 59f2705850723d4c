package gradcheck.web;

import gradcheck.log.Cause;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server, with the routes it is given. */
public final class WebServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    private static final long IDLE_MILLIS = 15_000;
    /** A little more than the largest list that is read at all. */
    private static final int LARGEST_UPLOAD_MB = 6;

    private final Javalin javalin;
    private final List<String> routes = new ArrayList<>();
    private final String host;
    private final int port;

    /** Where the server listens. */
    public record Address(String host, int port) {}

    public WebServer(Address address, List<Consumer<RoutesConfig>> routes) {
        this.host = address.host();
        this.port = address.port();
        this.javalin = Javalin.create(config -> configure(config, routes));
    }

    /** Every route there is, as in {@code GET /health}. */
    List<String> routes() {
        return List.copyOf(routes);
    }

    private void configure(JavalinConfig config, List<Consumer<RoutesConfig>> added) {
        config.events.handlerAdded(route -> {
            // What looks at every answer is no address that anybody could ask for.
            if (route.getHttpMethod().isHttpMethod()) {
                routes.add(route.getHttpMethod() + " " + route.getPath());
            }
        });
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.multipartConfig.maxFileSize(LARGEST_UPLOAD_MB, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(LARGEST_UPLOAD_MB, SizeUnit.MB);
        config.jetty.multipartConfig.maxTotalRequestSize(LARGEST_UPLOAD_MB + 1, SizeUnit.MB);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(IDLE_MILLIS);
        });
        config.routes.exception(Exception.class, (e, request) -> {
            log.error("event=request_failed route={} cause={}", request.endpoint().path, Cause.of(e));
            request.status(500).contentType("text/plain").result("error");
        });
        added.forEach(route -> route.accept(config.routes));
    }

    /**
     * Starts listening; the port it listens on.
     *
     * @throws UncheckedIOException that names the address, if somebody else listens there or it isn't allowed
     */
    public int start() {
        try {
            return javalin.start(host, port).port();
        } catch (JavalinBindException e) {
            throw new UncheckedIOException(host + ":" + port, new BindException(e.getMessage()));
        }
    }

    /** Takes no more requests and finishes those under way. */
    @Override
    public void close() {
        javalin.stop();
    }
}
