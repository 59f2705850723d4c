package gradcheck.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UploadedFile;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The platform's API: takes what the published pages take, refuses the rest with the platform's errcode. */
final class Platform {
    /** An escape of JSON, which the platform refuses; a backslash that is itself escaped begins none. */
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u[0-9A-Fa-f]{4}");

    private final Setup setup;
    private final World world;
    private final Tokens tokens;
    private final Media media;
    private final Cards cards;
    private final SendRules rules;
    private final Sending sending;
    private final ObjectMapper json = new ObjectMapper();

    Platform(Setup setup, World world, Inspection inspection) {
        this.setup = setup;
        this.world = world;
        this.tokens = new Tokens(setup, world);
        this.media = new Media(world);
        this.cards = new Cards(setup, world);
        this.rules = new SendRules(setup, media);
        this.sending = new Sending(world, inspection, cards);
    }

    void accept(RoutesConfig routes) {
        routes.get("/cgi-bin/gettoken", this::gettoken);
        routes.post("/cgi-bin/message/send", guarded(this::send));
        routes.post("/cgi-bin/message/update_template_card", guarded(this::update));
        routes.post("/cgi-bin/media/upload", guarded(this::upload));
        routes.post("/cgi-bin/menu/create", guarded(this::menu));
        routes.get("/cgi-bin/user/get", guarded(this::user));
        routes.get("/cgi-bin/agent/get", guarded(this::agent));
    }

    private void gettoken(Context call) {
        Optional<Refusal> refusal = tokens.refusal(call.queryParam("corpid"), call.queryParam("corpsecret"));
        if (refusal.isPresent()) {
            refuse(call, refusal.get());
            return;
        }
        call.json(Map.of(
                "errcode", 0, "errmsg", "ok", "access_token", tokens.current(), "expires_in", Tokens.LIFE_SECONDS));
    }

    private Handler guarded(Handler handler) {
        return call -> {
            Optional<Refusal> refusal = tokens.check(call.queryParam("access_token"));
            if (refusal.isPresent()) {
                refuse(call, refusal.get());
                return;
            }
            try {
                handler.handle(call);
            } catch (JsonProcessingException e) {
                refuse(call, new Refusal(40058, "not JSON", 90313));
            }
        };
    }

    private void send(Context call) throws Exception {
        String raw = call.body();
        JsonNode message = json.readTree(raw);
        Optional<Refusal> refusal = escapes(raw).or(() -> rules.refusal(message));
        if (refusal.isPresent()) {
            refuse(call, refusal.get());
            return;
        }
        call.json(sending.send(message, raw));
    }

    private void update(Context call) throws JsonProcessingException {
        call.json(cards.update(json.readTree(call.body())));
    }

    private void upload(Context call) {
        String kind = String.valueOf(call.queryParam("type"));
        UploadedFile file = call.uploadedFile("media");
        Optional<Refusal> refusal = file == null
                ? Optional.of(new Refusal(41005, "no form field named media", 90253))
                : media.refusal(kind, file.size());
        answer(call, refusal, () -> media.store(kind));
    }

    private void menu(Context call) throws JsonProcessingException {
        JsonNode menu = json.readTree(call.body());
        answer(call, ownAgent(call, 90231).or(() -> Menu.refusal(menu)), () -> Map.of("errcode", 0, "errmsg", "ok"));
    }

    private void user(Context call) {
        Optional<Map<String, Object>> member = world.member(String.valueOf(call.queryParam("userid")));
        if (member.isEmpty()) {
            refuse(call, new Refusal(60111, "userid not found", 90196));
            return;
        }
        Map<String, Object> about = member.get();
        call.json(Map.of(
                "errcode", 0, "errmsg", "ok", "userid", about.get("userid"), "name", about.get("name"), "status", 1));
    }

    private void agent(Context call) {
        answer(
                call,
                ownAgent(call, 90227),
                () -> Map.of(
                        "errcode", 0, "errmsg", "ok", "agentid", setup.agentId(), "name", "gradcheck", "close", 0));
    }

    private Optional<Refusal> ownAgent(Context call, int page) {
        return setup.agentId().equals(call.queryParam("agentid"))
                ? Optional.empty()
                : Optional.of(new Refusal(301002, "the agentid is not the token's", page));
    }

    private static Optional<Refusal> escapes(String raw) {
        return UNICODE_ESCAPE.matcher(raw).find()
                ? Optional.of(new Refusal(40033, "a unicode escape in the JSON", 90313))
                : Optional.empty();
    }

    private void answer(Context call, Optional<Refusal> refusal, Supplier<Object> otherwise) {
        if (refusal.isPresent()) {
            refuse(call, refusal.get());
        } else {
            call.json(otherwise.get());
        }
    }

    private void refuse(Context call, Refusal refusal) {
        if (refusal.isViolation()) {
            world.violation(call.path().replaceFirst("^/cgi-bin/", "") + ": " + refusal);
        }
        call.json(refusal.answer());
    }
}
