package gradcheck.web;

import gradcheck.log.Cause;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kotlin.LazyKt;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
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
    private final SlowSenders slow = new SlowSenders();
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
        withoutSessions(config);
        config.jetty.modifyServer(server -> server.insertHandler(
                new WholeBodies(CallbackRoute.PATH::equals, CallbackRoute.LARGEST, CallbackRoute.BODY_MILLIS)));
        config.jetty.addConnector(this::connector);
        added.forEach(route -> route.accept(config.routes));
    }

    /**
     * Javalin makes a session for whatever looks like the beginning of a WebSocket, and keeps it for ever. There are none
     * here: no WebSocket is spoken, and the one-time pages have a cookie of their own.
     */
    private static void withoutSessions(JavalinConfig config) {
        config.unsafe.servlet = LazyKt.lazyOf(new ServletEntry(null, new JavalinServlet(config.unsafe)));
        config.jetty.modifyServletContextHandler(context -> context.setSessionHandler(new Sessionless()));
    }

    /** Jetty must be given one; this one has no part in any request, and nobody can ask it for a session. */
    private static final class Sessionless extends SessionHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            return getHandler().handle(request, response, callback);
        }
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.addBean(slow);
        return connector;
    }

    /**
     * Starts listening; the port it listens on.
     *
     * @throws UncheckedIOException that names the address, if somebody else listens there or it isn't allowed
     */
    public int start() {
        try {
            int listening = javalin.start().port();
            slow.start();
            return listening;
        } catch (JavalinBindException e) {
            throw new UncheckedIOException(host + ":" + port, new BindException(e.getMessage()));
        }
    }

    /** Takes no more requests and finishes those under way. */
    @Override
    public void close() {
        slow.close();
        javalin.stop();
    }
}
