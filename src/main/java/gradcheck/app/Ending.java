package gradcheck.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of {@code serve}: told by SIGTERM, or by itself when its jar was replaced. In order where that can be done, and in
 * ten seconds whatever happens: what was answered is on disk, so that nothing is lost by an end without order.
 */
public final class Ending {
    /** The exit code that says: start me again (a temporary failure in sysexits.h). */
    static final int JAR_CHANGED = 75;

    private static final int TERMINATED = 143;
    private static final int PATIENCE_SECONDS = 9;
    private static final Logger log = LoggerFactory.getLogger(Ending.class);

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Optional<JarWatch> watch;
    private volatile int code = TERMINATED;

    public Ending(Optional<JarWatch> watch) {
        this.watch = watch;
    }

    /** Waits to be told, then closes these in their order; what can't be closed doesn't keep the others. */
    public void await(List<AutoCloseable> parts) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::hook, "stop"));
        watch.ifPresent(jar -> jar.start(this::jarChanged));
        told.await();
        try {
            parts.forEach(Ending::close);
            log.info("event=stopped");
        } finally {
            done.countDown();
        }
    }

    private void hook() {
        told.countDown();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void jarChanged() {
        code = JAR_CHANGED;
        try {
            log.warn("event=jar_changed effect=ends exit={} cure=started_again_by_its_supervisor", JAR_CHANGED);
        } catch (LinkageError e) {
            // Not even this can be loaded any more; the exit code says it.
            code = JAR_CHANGED;
        }
        System.exit(JAR_CHANGED);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LinkageError e) {
            // Its jar was replaced: what it needs to close can't be loaded. Nor could what writes a log line.
            return;
        } catch (Exception e) {
            log.error(
                    "event=close_failed part={} cause={}",
                    part.getClass().getSimpleName(),
                    e.getClass().getName());
        }
    }
}
