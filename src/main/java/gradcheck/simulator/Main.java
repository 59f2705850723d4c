package gradcheck.simulator;

import io.javalin.Javalin;
import java.time.Clock;

/** Starts the make-believe platform and its chat page, on this machine only. */
public final class Main {
    private Main() {}

    /** {@code --port 8899 --bot http://127.0.0.1:8080}; the application's settings from the bot's own variables. */
    public static void main(String[] args) {
        Setup setup = Setup.of(args, System.getenv());
        World world = new World(Clock.systemUTC());
        Platform platform = new Platform(setup, world);
        Directory directory = new Directory(setup, world, platform);
        Control control = new Control(setup, world);
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    platform.accept(config.routes);
                    directory.accept(config.routes);
                    control.accept(config.routes);
                })
                .start("127.0.0.1", setup.port());
    }
}
