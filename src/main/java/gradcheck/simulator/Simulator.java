package gradcheck.simulator;

import io.javalin.Javalin;

/** The platform, its chat page and what drives them, behind one port of this machine. */
final class Simulator implements AutoCloseable {
    private final Javalin server;
    private final Time time;

    Simulator(Setup setup, World world, BotProcess bot) {
        Parts parts = Parts.of(setup, world);
        this.time = new Time(world, parts.inspection());
        Platform platform = new Platform(parts);
        Control control = new Control(parts, new Callbacks(parts, setup.patience()));
        Stage stage = new Stage(parts, time, bot);
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            platform.accept(config.routes);
            new PageRoutes(parts.media()).accept(config.routes);
            control.accept(config.routes);
            stage.accept(config.routes);
        });
    }

    /** The port it listens on; zero asks for a free one. */
    int start(int port) {
        return server.start("127.0.0.1", port).port();
    }

    @Override
    public void close() {
        time.close();
        server.stop();
    }
}
