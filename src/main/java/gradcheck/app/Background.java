package gradcheck.app;

import gradcheck.log.Cause;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is due again and again; a round that fails is logged, and the next one comes all the same. */
public final class Background implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final long EVERY_MILLIS = 500;
    /** Within it the card of one turn waits for those of others, so that a crowd's cards are looked for together. */
    private static final long NUDGED_MILLIS = 20;

    private static final long STOP_SECONDS = 8;
    private static final double NANOS = 1e9;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    });
    /** Apart from the sending: it waits for the platform's answer to each. */
    private final ScheduledExecutorService inquiring = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "inquiries");
        thread.setDaemon(true);
        return thread;
    });

    private final Bot bot;
    private final Runnable failed;
    private final AtomicBoolean nudged = new AtomicBoolean();
    private volatile long ended = System.nanoTime();

    /** @param failed is told of every round that fails */
    public Background(Bot bot, Runnable failed) {
        this.bot = bot;
        this.failed = failed;
    }

    public void start() {
        var unused = executor.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        var unusedToo = inquiring.scheduleWithFixedDelay(this::inquire, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void inquire() {
        try {
            if (bot.inquire() > 0) {
                nudge();
            }
        } catch (RuntimeException | Error e) {
            failed.run();
            log.error("event=inquiry_failed cause={}", Cause.of(e));
        }
    }

    /** Something may wait to be sent: a card comes right after its words. */
    public void nudge() {
        if (nudged.compareAndSet(false, true)) {
            try {
                var unused = executor.schedule(this::send, NUDGED_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                log.debug("event=nudged_while_stopping");
            }
        }
    }

    /** What a crowd is sent never ends: between one claim and the next there is a look at everything else. */
    private void send() {
        nudged.set(false);
        guarded(() -> {
            if (bot.sendDue() > 0) {
                nudge();
            }
        });
    }

    private void look() {
        guarded(bot::queueDue);
        ended = System.nanoTime();
        nudge();
    }

    /** Since the last round ended, whether it failed or not. */
    public double ageSeconds() {
        return (System.nanoTime() - ended) / NANOS;
    }

    /** Everything that is due now, to its end, in the caller's thread. */
    public void round() {
        guarded(bot::doWhatIsDue);
    }

    private synchronized void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failed.run();
            log.error("event=background_failed cause={}", Cause.of(e));
        }
    }

    @Override
    public void close() {
        bot.stop();
        inquiring.shutdown();
        executor.shutdown();
        try {
            boolean hasEnded = executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
                    && inquiring.awaitTermination(STOP_SECONDS / 2, TimeUnit.SECONDS);
            if (!hasEnded) {
                log.warn("event=background_still_sending");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
