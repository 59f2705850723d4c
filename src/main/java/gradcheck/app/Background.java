package gradcheck.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is due again and again; a round that fails is logged, and the next one comes all the same. */
final class Background implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final long EVERY_MILLIS = 500;
    private static final long STOP_SECONDS = 8;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    });
    private final Bot bot;

    Background(Bot bot) {
        this.bot = bot;
    }

    void start() {
        var unused = executor.scheduleWithFixedDelay(this::round, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A round now, in the caller's thread. */
    synchronized void round() {
        try {
            bot.doWhatIsDue();
        } catch (RuntimeException | Error e) {
            log.error("event=background_failed cause={}", e.toString());
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("event=background_still_sending");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
