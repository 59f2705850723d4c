package gradcheck.simulator;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A page that is told everything as it happens; one that reads slowly keeps nobody else waiting. */
final class Listener {
    private final SseClient client;
    /** What comes after the page has gone is for nobody. */
    private final ExecutorService teller = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
                Thread thread = new Thread(work, "listener");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    private Listener(SseClient client) {
        this.client = client;
    }

    static void attach(SseClient client, World world) {
        client.keepAlive();
        Listener listener = new Listener(client);
        Runnable leave = world.watch(event -> listener.teller.execute(() -> listener.tell(event)));
        client.onClose(() -> {
            leave.run();
            listener.teller.shutdownNow();
        });
        // From here on no line is missed.
        client.sendComment("listening");
    }

    private void tell(World.Event event) {
        if (!client.terminated()) {
            client.sendEvent(event.name(), event.about());
        }
    }
}
