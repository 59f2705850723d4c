package gradcheck.simulator.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import gradcheck.simulator.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The pages that are told everything as it happens, as server-sent events. Each holds a thread of its own for as long
 * as it listens: a page that reads slowly keeps nobody else waiting, and one that leaves ends only itself.
 */
public final class Listeners implements AutoCloseable {
    /** A silent page is asked this often whether it is still there. */
    private static final long HEARTBEAT_SECONDS = 10;

    private static final World.Event END = new World.Event("end", Map.of());

    private final World world;
    private final Set<BlockingQueue<World.Event>> queues = ConcurrentHashMap.newKeySet();
    private final ObjectMapper json = new ObjectMapper();

    public Listeners(World world) {
        this.world = world;
    }

    /** Returns when the page has gone. */
    public void listen(Context call) throws IOException, InterruptedException {
        call.res().setContentType("text/event-stream;charset=utf-8");
        call.res().setHeader("Cache-Control", "no-cache");
        BlockingQueue<World.Event> queue = new LinkedBlockingQueue<>();
        queues.add(queue);
        Runnable leave = world.watch(queue::add);
        try (OutputStream out = call.res().getOutputStream()) {
            // From here on no line is missed.
            write(out, ": listening\n\n");
            tell(queue, out);
        } catch (IOException e) {
            // The page has gone.
        } finally {
            leave.run();
            queues.remove(queue);
        }
    }

    private void tell(BlockingQueue<World.Event> queue, OutputStream out) throws IOException, InterruptedException {
        World.@Nullable Event event = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        while (!END.equals(event)) {
            write(
                    out,
                    event == null
                            ? ": still here\n\n"
                            : "event: " + event.name() + "\ndata: " + json.writeValueAsString(event.about()) + "\n\n");
            event = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Sends everybody away. */
    @Override
    public void close() {
        queues.forEach(queue -> queue.add(END));
    }
}
