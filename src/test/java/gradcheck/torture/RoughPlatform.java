package gradcheck.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The platform's API as it is on a bad day: some calls are refused, some are taken and never answered, some are slow.
 * What arrives goes into the driver's ledger. Only the same bytes count as a repetition, and are not shown (page 90236).
 */
final class RoughPlatform implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"m\",\"response_code\":\"r\"}";
    private static final String BUSY = "{\"errcode\":-1,\"errmsg\":\"system busy\"}";

    /** So long everybody's calls take their time now and then, so that many are kept together and killed together. */
    private static final long SLOW_NANOS = 700_000_000L;

    private static final int SLOW_CALL_MILLIS = 120;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final EventLog log;
    private final SplittableRandom random;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, JsonNode> lastCards = new ConcurrentHashMap<>();
    private volatile boolean rough = true;
    private volatile long slowUntil = System.nanoTime();

    RoughPlatform(int port, EventLog log, long seed) throws IOException {
        this.log = log;
        this.random = new SplittableRandom(seed);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** From now on everything is taken and answered. */
    void behave() {
        rough = false;
    }

    /** The last card that a person was shown. */
    JsonNode lastCard(String person) {
        return lastCards.getOrDefault(person, JSON.nullNode());
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = call.getRequestURI().getPath();
            if (path.endsWith("/gettoken")) {
                answer(call, "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"t\",\"expires_in\":7200}");
            } else if (path.endsWith("/message/send")) {
                send(call, body);
            } else {
                answer(call, OK);
            }
        }
    }

    private void send(HttpExchange call, String body) throws IOException {
        int dice = rough ? dice() : 0;
        if (dice < 4 && rough) {
            answer(call, BUSY);
        } else if (dice < 7 && rough) {
            // Broken off before it was taken: for the bot the same as broken off after it.
            return;
        } else {
            boolean answers = !rough || dice >= 17;
            arrive(body, answers);
            if (rough && dice >= 98) {
                slowUntil = System.nanoTime() + SLOW_NANOS;
            }
            if (rough && System.nanoTime() < slowUntil) {
                pause();
            }
            if (answers) {
                answer(call, OK);
            }
        }
    }

    private synchronized int dice() {
        return random.nextInt(100);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(SLOW_CALL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void arrive(String body, boolean answers) throws IOException {
        JsonNode message = JSON.readTree(body);
        boolean again = seen.merge(body, 1, Integer::sum) > 1;
        String people = message.path("touser").asText();
        JsonNode card = message.path("template_card");
        String said =
                card.isMissingNode() ? message.path("text").path("content").asText() : "";
        log.add(
                Event.Kind.ARRIVED,
                Map.of(
                        "to", people,
                        "said", said,
                        "card", card.path("task_id").asText(),
                        "shown", String.valueOf(!again),
                        "answered", String.valueOf(answers)));
        if (!card.isMissingNode()) {
            lastCards.put(people, card);
        }
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
