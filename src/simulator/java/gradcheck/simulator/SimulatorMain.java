package gradcheck.simulator;

import gradcheck.simulator.bot.BotProcess;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;

/** Starts the make-believe platform and its chat page, on this machine only. */
public final class SimulatorMain {
    private SimulatorMain() {}

    /**
     * {@code --port 8899 --bot http://127.0.0.1:8080 [-- the command that starts the bot]}; the application's settings
     * from the bot's own variables.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Setup setup = Setup.of(args, System.getenv());
        World world = new World(Clock.systemUTC());
        BotProcess bot = new BotProcess(setup.command(), new File(setup.log()), world);
        Simulator simulator = new Simulator(setup, world, bot);
        Runtime.getRuntime().addShutdownHook(new Thread(bot::close, "stop-bot"));
        simulator.start(setup.port());
        bot.start();
        if (!setup.at().isEmpty()) {
            simulator.beginAt(OffsetDateTime.parse(setup.at()).toInstant());
        }
    }
}
