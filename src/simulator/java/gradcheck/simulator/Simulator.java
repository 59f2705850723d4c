package gradcheck.simulator;

import gradcheck.simulator.bot.BotProcess;
import gradcheck.simulator.bot.Inspection;
import gradcheck.simulator.bot.Time;
import gradcheck.simulator.page.ChatPageRoutes;
import gradcheck.simulator.page.Control;
import gradcheck.simulator.page.Listeners;
import gradcheck.simulator.page.Stage;
import gradcheck.simulator.platform.Callbacks;
import gradcheck.simulator.platform.Parts;
import gradcheck.simulator.platform.Platform;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import io.javalin.Javalin;
import java.io.IOException;
import java.time.Instant;

/** The platform, its chat page and what drives them, behind one port of this machine. */
final class Simulator implements AutoCloseable {
    private final Javalin server;
    private final Inspection inspection;
    private final Time time;
    private final Listeners listeners;

    Simulator(Setup setup, World world, BotProcess bot) {
        Parts parts = Parts.of(setup, world);
        this.listeners = new Listeners(world);
        this.inspection = parts.inspection();
        this.time = new Time(world, parts.inspection());
        Platform platform = new Platform(parts);
        Control control = new Control(parts, new Callbacks(parts, setup.patience()));
        Stage stage = new Stage(parts, time, bot);
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            platform.accept(config.routes);
            new ChatPageRoutes(parts.media()).accept(config.routes);
            control.accept(config.routes);
            stage.accept(config.routes);
            config.routes.get("/sim/events", listeners::listen);
        });
    }

    /** The port it listens on; zero asks for a free one. */
    int start(int port) {
        return server.start("127.0.0.1", port).port();
    }

    /** Once the bot is up, both clocks run from that moment, as fast as the real one. */
    void beginAt(Instant moment) throws IOException, InterruptedException {
        if (inspection.waitUntilUp()) {
            time.setTo(moment);
            time.run(1);
        }
    }

    @Override
    public void close() {
        time.close();
        listeners.close();
        server.stop();
    }
}
