package gradcheck.simulator;

import io.javalin.Javalin;
import java.time.Clock;
import java.time.Duration;

/** Starts the make-believe platform and its chat page, on this machine only. */
public final class Main {
    private Main() {}

    /** {@code --port 8899 --bot http://127.0.0.1:8080}; the application's settings from the bot's own variables. */
    public static void main(String[] args) {
        Setup setup = Setup.of(args, System.getenv());
        World world = new World(Clock.systemUTC());
        simulator(setup, world, Callbacks.PATIENCE).start("127.0.0.1", setup.port());
    }

    /** Everything built, nothing started; {@code patience} is how long a callback's answer is waited for. */
    static Javalin simulator(Setup setup, World world, Duration patience) {
        Inspection inspection = new Inspection(setup, world);
        Platform platform = new Platform(setup, world, inspection);
        Control control = new Control(inspection, world, new Callbacks(setup, world, patience));
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            platform.accept(config.routes);
            control.accept(config.routes);
        });
    }
}
