package gradcheck.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hangs up on whoever sends a request byte by byte: nothing is ever idle then, and no limit on silence ends it. A slow
 * line that goes on is no such thing, nor is a request that waits for us.
 */
final class SlowSenders implements Connection.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SlowSenders.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** A hundredth of a bad telephone line. */
    private static final double LEAST_BYTES_A_SECOND = 1024;

    private static final double NANOS = 1e9;

    private final Map<Connection, Sending> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "slow-senders");
        thread.setDaemon(true);
        return thread;
    });

    void start() {
        var unused = looking.scheduleWithFixedDelay(() -> look(System.nanoTime()), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Sending(System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void look(long now) {
        open.forEach((connection, sending) -> {
            if (sending.isTooSlow(connection, now)) {
                log.warn("event=slow_request_ended bytes={}", connection.getBytesIn());
                connection.getEndPoint().close();
            }
        });
    }

    /** How a connection's present request comes in; used by the looking thread alone once it is made. */
    private static final class Sending {
        private long begun;
        private long before;
        private long messages;
        private long bytes;

        Sending(long now) {
            this.begun = now;
        }

        /** What is being worked on sends nothing more; what lies idle is ended by the limit on silence. */
        boolean isTooSlow(Connection connection, long now) {
            long counted = connection.getMessagesIn() + connection.getMessagesOut();
            long came = connection.getBytesIn();
            boolean isArriving = came > bytes;
            boolean isFirstOfRequest = bytes == before;
            bytes = came;
            if (counted != messages) {
                messages = counted;
                before = came;
                begun = now;
                return false;
            }
            if (isArriving && isFirstOfRequest) {
                begun = now;
            }
            long waited = now - begun;
            return isArriving && waited > PATIENCE_NANOS && came - before < LEAST_BYTES_A_SECOND * waited / NANOS;
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
