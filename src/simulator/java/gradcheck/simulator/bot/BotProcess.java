package gradcheck.simulator.bot;

import gradcheck.simulator.world.World;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The bot as a process of this machine: started, asked to stop, or killed in the middle of whatever it does. */
public final class BotProcess implements AutoCloseable {
    /** The bot finishes what is under way before it stops. */
    private static final long STOP_SECONDS = 15;

    private final List<String> command;
    private final File log;
    private final World world;
    private @Nullable Process process;

    /** Without a command the bot runs elsewhere, and nothing here can stop it. */
    public BotProcess(List<String> command, File log, World world) {
        this.command = List.copyOf(command);
        this.log = log;
        this.world = world;
    }

    public boolean isOurs() {
        return !command.isEmpty();
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    public synchronized void start() throws IOException {
        if (isOurs() && !isRunning()) {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            tell();
        }
    }

    public synchronized void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
            tell();
        }
    }

    /** As kill -9 does: nothing is finished, nothing is closed. */
    public synchronized void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
            tell();
        }
    }

    private void tell() {
        world.tell("bot", Map.of("running", isRunning()));
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
        }
    }
}
