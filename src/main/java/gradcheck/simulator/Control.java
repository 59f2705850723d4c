package gradcheck.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** What the chat page and other programs drive the simulator by, and the page itself. */
final class Control {
    private static final Map<String, String> PAGE =
            Map.of("/", "index.html", "/style.css", "style.css", "/app.js", "app.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8", "css", "text/css;charset=utf-8", "js", "text/javascript;charset=utf-8");

    private final Inspection inspection;
    private final World world;
    private final Callbacks callbacks;
    private final ObjectMapper json = new ObjectMapper();

    Control(Inspection inspection, World world, Callbacks callbacks) {
        this.inspection = inspection;
        this.world = world;
        this.callbacks = callbacks;
    }

    void accept(RoutesConfig routes) {
        PAGE.forEach((path, file) -> routes.get(path, call -> page(call, file)));
        routes.get("/sim/people", this::people);
        routes.get("/sim/chat/{userid}", call -> call.json(world.chat(call.pathParam("userid"))));
        routes.get("/sim/person/{userid}", this::person);
        routes.get("/sim/violations", call -> call.json(world.violations()));
        routes.sse("/sim/events", this::events);
        routes.get("/sim/now", call -> call.json(Map.of("now", world.now().toString())));
        routes.post("/sim/say", call -> call.json(callbacks.text(field(call, "userid"), field(call, "text"))));
        routes.post("/sim/media", call -> call.json(callbacks.media(field(call, "userid"), field(call, "kind"))));
        routes.post("/sim/enter", call -> call.json(callbacks.event(field(call, "userid"), "enter_agent", "")));
        routes.post(
                "/sim/menu", call -> call.json(callbacks.event(field(call, "userid"), "click", field(call, "key"))));
        routes.post("/sim/clock", this::clock);
        routes.exception(IOException.class, (e, call) -> call.status(502)
                .json(Map.of("error", "the bot does not answer", "why", String.valueOf(e))));
        routes.exception(
                JsonProcessingException.class, (e, call) -> call.status(400).json(Map.of("error", "not JSON")));
        routes.exception(
                DateTimeParseException.class, (e, call) -> call.status(400).json(Map.of("error", "not a moment")));
        routes.exception(
                GeneralSecurityException.class, (e, call) -> call.status(500).result(String.valueOf(e)));
    }

    /** Every new line of any chat, as it is added. */
    private void events(SseClient client) {
        client.keepAlive();
        Runnable leave = world.watch(event -> client.sendEvent("line", event));
        client.onClose(leave);
        // From here on no line is missed.
        client.sendComment("listening");
    }

    /** First the platform's clock: what falls due goes out while the bot still answers. A refused moment is undone. */
    private void clock(Context call) throws IOException, InterruptedException {
        String now = field(call, "now");
        Instant moment = OffsetDateTime.parse(now).toInstant();
        inspection.learnPeople();
        Instant before = world.standAt(moment);
        boolean taken = false;
        Inspection.Seen seen;
        try {
            seen = inspection.clock(now);
            taken = seen.status() < 300;
        } finally {
            if (!taken) {
                world.standAt(before);
            }
        }
        call.status(seen.status()).json(Map.of("now", world.now().toString()));
    }

    private void people(Context call) throws IOException, InterruptedException {
        inspection.learnPeople();
        call.json(world.people());
    }

    private void person(Context call) throws IOException, InterruptedException {
        Inspection.Seen seen = inspection.person(call.pathParam("userid"));
        call.status(seen.status()).contentType("application/json;charset=utf-8").result(seen.body());
    }

    private String field(Context call, String name) throws IOException {
        return json.readTree(call.bodyAsBytes()).path(name).asText();
    }

    private static void page(Context call, String file) throws IOException {
        try (InputStream in = Control.class.getResourceAsStream("/simulator/" + file)) {
            if (in == null) {
                throw new IOException("the program lacks its page " + file);
            }
            String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "text/plain");
            call.contentType(type).result(in.readAllBytes());
        }
    }
}
