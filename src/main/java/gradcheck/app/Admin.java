package gradcheck.app;

import gradcheck.config.ConfigFaults;
import gradcheck.config.Environment;
import gradcheck.config.Settings;
import gradcheck.metrics.Metrics;
import gradcheck.web.MetricsRoute;
import gradcheck.web.WebServer;
import java.util.List;
import java.util.Optional;

/** The port for who runs the machine: on the loopback alone, and only where one is named. */
public final class Admin {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String PORT = "GRADCHECK_ADMIN_PORT";

    private Admin() {}

    /** The port's number; empty where it is off. */
    public static Optional<Integer> port(Environment environment) throws ConfigFaults {
        Settings.check(environment, List.of(PORT));
        return environment.get(PORT).map(Integer::valueOf);
    }

    /** Starts it; empty where it is off. */
    public static Optional<WebServer> serve(Optional<Integer> port, Metrics metrics) {
        return port.map(number -> {
            MetricsRoute route = new MetricsRoute(Metrics.CONTENT_TYPE, metrics::text);
            WebServer server = new WebServer(new WebServer.Address(LOOPBACK, number), List.of(route));
            server.start();
            return server;
        });
    }
}
