package gradcheck.simulator.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradcheck.simulator.bot.Inspection;
import gradcheck.simulator.platform.Callbacks;
import gradcheck.simulator.platform.Parts;
import gradcheck.simulator.platform.PlatformMenu;
import gradcheck.simulator.world.ApiError;
import gradcheck.simulator.world.MediaStore;
import gradcheck.simulator.world.Members;
import gradcheck.simulator.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do and see: the chat page and other programs play them by these routes. */
public final class Control {
    private final World world;
    private final Members members;
    private final MediaStore media;
    private final PlatformMenu menu;
    private final Inspection inspection;
    private final Callbacks callbacks;
    private final ObjectMapper json = new ObjectMapper();

    public Control(Parts parts, Callbacks callbacks) {
        this.world = parts.world();
        this.members = parts.members();
        this.media = parts.media();
        this.menu = parts.menu();
        this.inspection = parts.inspection();
        this.callbacks = callbacks;
    }

    public void accept(RoutesConfig routes) {
        routes.get("/sim/people", this::people);
        routes.get("/sim/chat/{userid}", call -> call.json(world.chat(call.pathParam("userid"))));
        routes.get("/sim/person/{userid}", this::person);
        routes.get(
                "/sim/menu",
                call -> call.json(Map.of("published", menu.published().isPresent(), "menu", menu())));
        routes.get("/sim/violations", call -> call.json(world.violations()));
        routes.get("/sim/advice", call -> call.json(world.advice()));
        routes.post("/sim/say", call -> call.json(callbacks.text(field(call, "userid"), field(call, "text"))));
        routes.post("/sim/media", call -> call.json(callbacks.media(field(call, "userid"), field(call, "kind"))));
        routes.post("/sim/upload", this::upload);
        routes.post("/sim/enter", call -> call.json(callbacks.enter(field(call, "userid"))));
        routes.post("/sim/menu", this::tapMenu);
        routes.post("/sim/tap", this::tap);
        routes.exception(IOException.class, (e, call) -> call.status(502)
                .json(Map.of("error", "the bot does not answer", "why", String.valueOf(e))));
        routes.exception(
                JsonProcessingException.class, (e, call) -> call.status(400).json(Map.of("error", "not JSON")));
        routes.exception(
                DateTimeParseException.class, (e, call) -> call.status(400).json(Map.of("error", "not a moment")));
        routes.exception(IllegalArgumentException.class, (e, call) -> call.status(400)
                .json(Map.of("error", String.valueOf(e.getMessage()))));
        routes.exception(
                GeneralSecurityException.class, (e, call) -> call.status(500).result(String.valueOf(e)));
    }

    private void tapMenu(Context call) throws Exception {
        String event = field(call, "event");
        call.json(callbacks.menu(field(call, "userid"), event.isEmpty() ? "click" : event, field(call, "key")));
    }

    private void tap(Context call) throws Exception {
        JsonNode tap = json.readTree(call.bodyAsBytes());
        Optional<Callbacks.CallbackResult> delivery =
                callbacks.tap(tap.path("userid").asText(), tap);
        if (delivery.isEmpty()) {
            call.status(404).json(Map.of("error", "no such card in this chat"));
            return;
        }
        call.json(delivery.get());
    }

    /** A picture or file that a person sends, held to the size the platform takes (page 90253). */
    private void upload(Context call) throws Exception {
        UploadedFile file = call.uploadedFile("media");
        String userid = String.valueOf(call.formParam("userid"));
        String kind = String.valueOf(call.formParam("kind"));
        if (file == null) {
            throw new IllegalArgumentException("no form field named media");
        }
        byte[] content;
        try (InputStream in = file.content()) {
            content = in.readAllBytes();
        }
        Optional<ApiError> refusal = media.refusal(kind, file.filename(), content.length);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get().toString());
        }
        MediaStore.Stored one = media.store(kind, file.filename(), content);
        call.json(callbacks.media(userid, one, "http://" + call.host() + "/sim/media/" + one.id()));
    }

    /** The published menu, or none. */
    private JsonNode menu() {
        return menu.published().orElseGet(json::createObjectNode);
    }

    private void people(Context call) throws IOException, InterruptedException {
        try {
            inspection.learnPeople();
        } catch (IOException e) {
            // While the bot is away its people stay as they were last seen.
            if (world.people().isEmpty()) {
                throw e;
            }
        }
        List<Map<String, Object>> people = new ArrayList<>();
        for (Map<String, Object> known : world.people()) {
            Map<String, Object> person = new LinkedHashMap<>(known);
            String userid = String.valueOf(known.get("userid"));
            person.put("client", members.client(userid));
            person.put("reach", members.reach(userid));
            people.add(person);
        }
        call.json(people);
    }

    private void person(Context call) throws IOException, InterruptedException {
        Inspection.Seen seen = inspection.person(call.pathParam("userid"));
        call.status(seen.status()).contentType("application/json;charset=utf-8").result(seen.body());
    }

    private String field(Context call, String name) throws IOException {
        return json.readTree(call.bodyAsBytes()).path(name).asText();
    }
}
