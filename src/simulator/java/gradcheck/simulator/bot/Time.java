package gradcheck.simulator.bot;

import gradcheck.simulator.world.World;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The time of both sides: set to a moment, or let run, each second worth so many; the bot's clock goes along. */
public final class Time implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A day in a second is as fast as anything happens that one could still see. */
    private static final long FASTEST = 86_400;

    private final World world;
    private final Inspection inspection;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "time");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long speed;

    public Time(World world, Inspection inspection) {
        this.world = world;
        this.inspection = inspection;
        var unused = ticks.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** First the platform's clock: what falls due goes out while the bot still answers. A refused moment is undone. */
    public synchronized int setTo(Instant moment) throws IOException, InterruptedException {
        inspection.learnPeople();
        int status = move(moment);
        if (status < 300) {
            world.noteMoment();
        }
        tell();
        return status;
    }

    private int move(Instant moment) throws IOException, InterruptedException {
        Instant before = world.standAt(moment);
        boolean taken = false;
        try {
            int status = inspection.clock(written(moment)).status();
            taken = status < 300;
            return status;
        } finally {
            if (!taken) {
                world.standAt(before);
            }
        }
    }

    private static String written(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(ZONE));
    }

    /** From now on a second is worth so many; none: the clock stands. */
    public synchronized void run(long secondsPerSecond) {
        speed = Math.max(0, Math.min(FASTEST, secondsPerSecond));
        tell();
    }

    /** Where the clock stood before the bot's process began anew, the bot is told again. */
    public synchronized void tellBot() throws IOException, InterruptedException {
        if (world.isStanding()) {
            inspection.clock(written(world.now()));
        }
    }

    private synchronized void tick() {
        if (speed == 0 || !world.isStanding()) {
            return;
        }
        try {
            move(world.now().plusSeconds(speed));
            tell();
        } catch (IOException e) {
            // The bot is down: time waits for it.
            world.tell("bot", Map.of("running", false));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Map<String, Object> shown() {
        return Map.of("now", world.now().toString(), "speed", speed, "stands", world.isStanding());
    }

    private void tell() {
        world.tell("clock", shown());
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
