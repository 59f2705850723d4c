package gradcheck.simulator.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradcheck.simulator.world.ApiError;
import gradcheck.simulator.world.MediaStore;
import gradcheck.simulator.world.Members;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The platform's API: takes what the published pages take, refuses the rest with the platform's errcode. */
public final class Platform {
    /** An escape of JSON, which the platform refuses; a backslash that is itself escaped begins none. */
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u[0-9A-Fa-f]{4}");

    private final Setup setup;
    private final World world;
    private final Members members;
    private final MediaStore media;
    private final PlatformMenu menu;
    private final PlatformCards cards;
    private final SendRules rules;
    private final MessageSendApi sending;
    private final AccessTokens tokens;
    private final ApiGate gate;
    private final OAuthLogin login;
    private final ObjectMapper json = new ObjectMapper();

    public Platform(Parts parts) {
        this.setup = parts.setup();
        this.world = parts.world();
        this.members = parts.members();
        this.media = parts.media();
        this.menu = parts.menu();
        this.cards = parts.cards();
        this.tokens = new AccessTokens(setup, world);
        this.rules = new SendRules(setup, media);
        this.sending = new MessageSendApi(world, parts.inspection(), members, cards, media);
        this.gate = new ApiGate(world, tokens, parts.faults(), parts.wire());
        this.login = new OAuthLogin(setup, world);
    }

    public void accept(RoutesConfig routes) {
        routes.get("/cgi-bin/gettoken", this::gettoken);
        routes.post("/cgi-bin/message/send", gate.guarded(this::send));
        routes.post("/cgi-bin/message/recall", gate.guarded(this::recall));
        routes.post("/cgi-bin/message/update_template_card", gate.guarded(this::update));
        routes.post("/cgi-bin/media/upload", gate.guarded(this::upload));
        routes.get("/cgi-bin/media/get", gate.guarded(this::download));
        routes.post("/cgi-bin/menu/create", gate.guarded(this::createMenu));
        routes.get("/cgi-bin/menu/get", gate.guarded(this::getMenu));
        routes.get("/cgi-bin/menu/delete", gate.guarded(this::deleteMenu));
        routes.get("/cgi-bin/user/get", gate.guarded(this::user));
        routes.get("/cgi-bin/agent/get", gate.guarded(this::agent));
        routes.get("/cgi-bin/auth/getuserinfo", gate.guarded(call -> login.userOf(call, gate)));
        routes.get("/cgi-bin/getcallbackip", gate.guarded(Platform::addresses));
        routes.get("/cgi-bin/get_api_domain_ip", gate.guarded(Platform::addresses));
        routes.get("/connect/oauth2/authorize", login::authorize);
    }

    private void gettoken(Context call) {
        Optional<ApiError> refusal = tokens.refusal(call.queryParam("corpid"), call.queryParam("corpsecret"));
        gate.answer(
                call,
                refusal,
                () -> Map.of(
                        "errcode",
                        0,
                        "errmsg",
                        "ok",
                        "access_token",
                        tokens.current(),
                        "expires_in",
                        AccessTokens.LIFE_SECONDS));
    }

    private void send(Context call) throws JsonProcessingException, InterruptedException {
        String raw = call.body();
        JsonNode message = json.readTree(raw);
        Optional<ApiError> refusal = escapes(raw).or(() -> rules.refusal(message));
        if (refusal.isPresent()) {
            gate.refuse(call, refusal.get());
        } else {
            call.json(sending.send(message, raw));
        }
    }

    private void recall(Context call) throws JsonProcessingException {
        String msgid = json.readTree(call.body()).path("msgid").asText();
        gate.answer(call, sending.recall(msgid), Platform::ok);
    }

    private void update(Context call) throws JsonProcessingException {
        String raw = call.body();
        JsonNode body = json.readTree(raw);
        Optional<ApiError> refusal = escapes(raw);
        if (refusal.isPresent()) {
            gate.refuse(call, refusal.get());
        } else {
            call.json(cards.update(body));
        }
    }

    private void upload(Context call) throws IOException {
        String kind = String.valueOf(call.queryParam("type"));
        UploadedFile file = call.uploadedFile("media");
        if (file == null) {
            gate.refuse(call, new ApiError(41005, "no form field named media", 90253));
            return;
        }
        byte[] content;
        try (InputStream in = file.content()) {
            content = in.readAllBytes();
        }
        Optional<ApiError> refusal = media.refusal(kind, file.filename(), content.length);
        gate.answer(call, refusal, () -> MediaStore.answer(media.store(kind, file.filename(), content)));
    }

    private void download(Context call) {
        Optional<MediaStore.Stored> found = media.usable(String.valueOf(call.queryParam("media_id")));
        if (found.isEmpty()) {
            gate.refuse(call, new ApiError(40007, "invalid media_id", 90254));
            return;
        }
        download(call, found.get());
    }

    /** As a file to be kept, under its own name. */
    public static void download(Context call, MediaStore.Stored one) {
        String name = URLEncoder.encode(one.name(), StandardCharsets.UTF_8).replace("+", "%20");
        call.header("Content-Disposition", "attachment; filename=\"" + one.id() + "\"; filename*=utf-8''" + name);
        call.contentType("application/octet-stream").result(one.content());
    }

    private void createMenu(Context call) throws JsonProcessingException {
        JsonNode wanted = json.readTree(call.body());
        gate.answer(call, ownAgent(call, 90231).or(() -> PlatformMenu.refusal(wanted)), () -> {
            menu.publish(wanted);
            return ok();
        });
    }

    private void getMenu(Context call) {
        Optional<ApiError> refusal = ownAgent(call, 90232)
                .or(() -> menu.published().isEmpty()
                        ? Optional.of(new ApiError(46003, "menu not set", 90232))
                        : Optional.empty());
        gate.answer(call, refusal, () -> menu.published().orElseThrow());
    }

    private void deleteMenu(Context call) {
        gate.answer(call, ownAgent(call, 90233), () -> {
            menu.publish(null);
            return ok();
        });
    }

    private void user(Context call) {
        String userid = String.valueOf(call.queryParam("userid"));
        Optional<Map<String, Object>> member = world.member(userid).filter(m -> !members.isOutside(userid));
        Optional<ApiError> refusal =
                member.isPresent() ? Optional.empty() : Optional.of(new ApiError(60111, "userid not found", 90196));
        gate.answer(
                call,
                refusal,
                () -> Map.of(
                        "errcode",
                        0,
                        "errmsg",
                        "ok",
                        "userid",
                        member.orElseThrow().get("userid"),
                        "name",
                        member.orElseThrow().get("name"),
                        "department",
                        List.of(1),
                        "status",
                        1));
    }

    /** The visible scope stands in allow_userinfos, allow_partys and allow_tags (page 90227). */
    private void agent(Context call) {
        gate.answer(call, ownAgent(call, 90227), () -> {
            List<Map<String, Object>> scope = world.people().stream()
                    .map(p -> String.valueOf(p.get("userid")))
                    .filter(userid -> !members.isOutside(userid))
                    .map(userid -> Map.<String, Object>of("userid", userid))
                    .toList();
            return Map.of(
                    "errcode",
                    0,
                    "errmsg",
                    "ok",
                    "agentid",
                    Integer.parseInt(setup.agentId()),
                    "name",
                    "毕业生信息核对",
                    "close",
                    0,
                    "isreportenter",
                    1,
                    "allow_userinfos",
                    Map.of("user", scope),
                    "allow_partys",
                    Map.of("partyid", List.of()),
                    "allow_tags",
                    Map.of("tagid", List.of()));
        });
    }

    private static void addresses(Context call) {
        call.json(Map.of("errcode", 0, "errmsg", "ok", "ip_list", List.of("127.0.0.1")));
    }

    private Optional<ApiError> ownAgent(Context call, int page) {
        return setup.agentId().equals(call.queryParam("agentid"))
                ? Optional.empty()
                : Optional.of(new ApiError(301002, "the agentid is not the token's", page));
    }

    private static Optional<ApiError> escapes(String raw) {
        return UNICODE_ESCAPE.matcher(raw).find()
                ? Optional.of(new ApiError(40033, "a unicode escape in the JSON", 90313))
                : Optional.empty();
    }

    private static Map<String, Object> ok() {
        return Map.of("errcode", 0, "errmsg", "ok");
    }
}
