package gradcheck.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A platform that takes every message: cards are sent and settled beside the load, as in a real season. */
final class QuickPlatform implements AutoCloseable {
    private static final byte[] TAKEN =
            ("{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"token\",\"expires_in\":7200,"
                            + "\"msgid\":\"message\",\"response_code\":\"code\"}")
                    .getBytes(StandardCharsets.UTF_8);
    private static final Pattern RECEIVER = Pattern.compile("\"touser\":\"([^\"|]+)\"");
    private static final int BACKLOG = 50;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int millis;
    private final Map<String, Long> reached = new ConcurrentHashMap<>();

    /** @param millis so long it thinks about each call */
    QuickPlatform(int millis) throws IOException {
        this.millis = millis;
        // Else each answer waits 40 ms for an acknowledgement, and the platform is slower than it says.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/", this::take);
        if (millis > 0) {
            server.setExecutor(threads);
        }
        server.start();
    }

    private void take(HttpExchange call) throws IOException {
        Matcher receiver = RECEIVER.matcher(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (millis > 0) {
            think();
        }
        if (receiver.find()) {
            reached.putIfAbsent(receiver.group(1), System.nanoTime());
        }
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, TAKEN.length);
        call.getResponseBody().write(TAKEN);
        call.close();
    }

    private void think() {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** When each person first got something, by {@link System#nanoTime}. */
    Map<String, Long> reached() {
        return reached;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
