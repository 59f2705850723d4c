package gradcheck.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** What the chat page and other programs drive the simulator by, and the page itself. */
final class Control {
    private static final Map<String, String> PAGE =
            Map.of("/", "index.html", "/style.css", "style.css", "/app.js", "app.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8", "css", "text/css;charset=utf-8", "js", "text/javascript;charset=utf-8");

    private final Setup setup;
    private final World world;
    private final Callbacks callbacks;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    Control(Setup setup, World world, Callbacks callbacks) {
        this.setup = setup;
        this.world = world;
        this.callbacks = callbacks;
    }

    void accept(RoutesConfig routes) {
        PAGE.forEach((path, file) -> routes.get(path, call -> page(call, file)));
        routes.get("/sim/people", this::people);
        routes.get("/sim/chat/{userid}", call -> call.json(world.chat(call.pathParam("userid"))));
        routes.get("/sim/person/{userid}", call -> proxy(call, "/inspect/person/" + call.pathParam("userid")));
        routes.get("/sim/violations", call -> call.json(world.violations()));
        routes.sse("/sim/events", this::events);
        routes.get("/sim/now", call -> call.json(Map.of("now", world.now().toString())));
        routes.post("/sim/say", call -> call.json(callbacks.text(field(call, "userid"), field(call, "text"))));
        routes.post("/sim/media", call -> call.json(callbacks.media(field(call, "userid"), field(call, "kind"))));
        routes.post("/sim/enter", call -> call.json(callbacks.event(field(call, "userid"), "enter_agent", "")));
        routes.post(
                "/sim/menu", call -> call.json(callbacks.event(field(call, "userid"), "click", field(call, "key"))));
        routes.post("/sim/clock", this::clock);
        routes.exception(
                GeneralSecurityException.class, (e, call) -> call.status(500).result(String.valueOf(e)));
    }

    /** Every new line of any chat, as it is added. */
    private void events(SseClient client) {
        client.keepAlive();
        Runnable leave = world.watch(client::sendEvent);
        client.onClose(leave);
    }

    private void clock(Context call) throws IOException, InterruptedException {
        String now = field(call, "now");
        learn();
        world.standAt(OffsetDateTime.parse(now).toInstant());
        HttpRequest request = HttpRequest.newBuilder(URI.create(setup.bot() + "/inspect/clock"))
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("now", now))))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        call.status(answer.statusCode()).json(Map.of("now", now));
    }

    private void people(Context call) throws IOException, InterruptedException {
        learn();
        call.json(world.people());
    }

    /** Who is a member is asked of the bot, whose roster is the only one there is. */
    private void learn() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/inspect/people");
        if (answer.statusCode() == 200) {
            world.learn(json.readValue(answer.body(), new TypeReference<List<Map<String, Object>>>() {}));
        }
    }

    private void proxy(Context call, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        call.status(answer.statusCode())
                .contentType("application/json;charset=utf-8")
                .result(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(setup.bot() + path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
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
