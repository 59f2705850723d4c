package gradcheck.app;

import gradcheck.log.Cause;
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
    private static final double NANOS = 1e9;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    });
    private final Bot bot;
    private final Runnable failed;
    private volatile long ended = System.nanoTime();

    /** @param failed is told of every round that fails */
    Background(Bot bot, Runnable failed) {
        this.bot = bot;
        this.failed = failed;
    }

    void start() {
        var unused = executor.scheduleWithFixedDelay(this::round, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Since the last round ended, whether it failed or not. */
    double ageSeconds() {
        return (System.nanoTime() - ended) / NANOS;
    }

    /** A round now, in the caller's thread. */
    synchronized void round() {
        try {
            bot.doWhatIsDue();
        } catch (RuntimeException | Error e) {
            failed.run();
            log.error("event=background_failed cause={}", Cause.of(e));
        } finally {
            ended = System.nanoTime();
        }
    }

    @Override
    public void close() {
        bot.stop();
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
