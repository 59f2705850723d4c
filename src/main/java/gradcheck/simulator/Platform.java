package gradcheck.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The platform's API: takes what the published pages take, refuses the rest with the platform's errcode. */
final class Platform {
    private static final int TOKEN_SECONDS = 7200;
    private static final int MOST_RECEIVERS = 1000;
    private static final int TEXT_BYTES = 2048;
    private static final int PER_MINUTE = 30;

    private final Setup setup;
    private final World world;
    private final Cards cards = new Cards();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final Map<String, Deque<Instant>> sends = new ConcurrentHashMap<>();
    private volatile String token = "";
    private volatile Instant tokenUntil = Instant.EPOCH;

    Platform(Setup setup, World world) {
        this.setup = setup;
        this.world = world;
    }

    void accept(RoutesConfig routes) {
        routes.get("/cgi-bin/gettoken", this::gettoken);
        routes.post("/cgi-bin/message/send", this::send);
        routes.post("/cgi-bin/message/update_template_card", this::updateCard);
    }

    /** Page 91039: the same token within its life; 40001 for a wrong secret. */
    private void gettoken(Context call) {
        boolean right = setup.corpId().equals(call.queryParam("corpid"))
                && setup.secret().equals(call.queryParam("corpsecret"));
        if (!right) {
            refuse(call, 40001, "invalid credential");
            return;
        }
        if (world.now().isAfter(tokenUntil)) {
            token = "simulated-" + world.nextId();
            tokenUntil = world.now().plusSeconds(TOKEN_SECONDS);
        }
        call.json(Map.of("errcode", 0, "errmsg", "ok", "access_token", token, "expires_in", TOKEN_SECONDS));
    }

    /** Page 90236. */
    private void send(Context call) throws IOException {
        int denied = tokenFault(call);
        if (denied != 0) {
            refuse(call, denied, "token");
            return;
        }
        String body = call.body();
        JsonNode message = json.readTree(body);
        int fault = fault(message, body);
        if (fault != 0) {
            world.violation("message/send: errcode " + fault + " (page 90236)");
            refuse(call, fault, "refused");
            return;
        }
        deliver(call, message, body);
    }

    /** 0, or why the token is refused: 40014 another one, 42001 its time is over. */
    int tokenFault(Context call) {
        String given = call.queryParam("access_token");
        if (given == null || !given.equals(token)) {
            return 40014;
        }
        return world.now().isAfter(tokenUntil) ? 42001 : 0;
    }

    /** Page 94888: one use per response code. */
    private void updateCard(Context call) throws IOException {
        int denied = tokenFault(call);
        JsonNode update = json.readTree(call.body());
        if (denied != 0 || !cards.use(update.path("response_code").asText())) {
            refuse(call, denied != 0 ? denied : 40058, "refused");
            return;
        }
        call.json(Map.of("errcode", 0, "errmsg", "ok", "invaliduser", List.of()));
    }

    private int fault(JsonNode message, String body) {
        if (body.contains("\\u")) {
            return 40033;
        }
        if (!message.path("agentid").asText().equals(setup.agentId())) {
            return 301002;
        }
        if (receivers(message).size() > MOST_RECEIVERS) {
            return 40032;
        }
        if (message.path("msgtype").asText().equals("template_card")) {
            return cards.fault(message.path("template_card"));
        }
        if (!message.path("msgtype").asText().equals("text")) {
            return 40008;
        }
        String text = message.path("text").path("content").asText();
        if (text.isEmpty()) {
            return 44004;
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
            return 45002;
        }
        return 0;
    }

    private void deliver(Context call, JsonNode message, String body) {
        List<String> invalid =
                receivers(message).stream().filter(r -> !world.isMember(r)).toList();
        List<String> valid = receivers(message).stream().filter(world::isMember).toList();
        if (valid.isEmpty()) {
            refuse(call, 81013, "all receivers are invalid");
            return;
        }
        if (!isRepeated(message, body)) {
            valid.stream()
                    .filter(this::hasRoom)
                    .forEach(r -> world.add(r, "bot", message.path("msgtype").asText(), words(message)));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("errcode", 0);
        answer.put("errmsg", "ok");
        answer.put("invaliduser", String.join("|", invalid).toLowerCase(java.util.Locale.ROOT));
        answer.put("msgid", "sim" + world.nextId());
        if (message.has("template_card")) {
            answer.put("response_code", cards.newCode(world.nextId()));
        }
        call.json(answer);
    }

    private static String words(JsonNode message) {
        JsonNode title = message.path("template_card").path("main_title");
        return message.path("text").path("content").asText(title.path("title").asText());
    }

    /** The same request within its window is answered and not delivered again. */
    private boolean isRepeated(JsonNode message, String body) {
        if (message.path("enable_duplicate_check").asInt() != 1) {
            return false;
        }
        Duration window =
                Duration.ofSeconds(message.path("duplicate_check_interval").asInt(1800));
        Instant now = world.now();
        Instant before = seen.put(body, now);
        return before != null && before.plus(window).isAfter(now);
    }

    /** Page 90454: thirty a minute to one member, the excess is dropped without a word. */
    private boolean hasRoom(String userid) {
        Deque<Instant> recent = sends.computeIfAbsent(userid, u -> new ArrayDeque<>());
        synchronized (recent) {
            Instant now = world.now();
            recent.removeIf(at -> at.plusSeconds(60).isBefore(now));
            if (recent.size() >= PER_MINUTE) {
                world.violation("more than 30 messages a minute to one member (page 90454)");
                return false;
            }
            recent.add(now);
            return true;
        }
    }

    private static List<String> receivers(JsonNode message) {
        List<String> receivers = new ArrayList<>();
        for (String one : message.path("touser").asText().split("\\|", -1)) {
            if (!one.isBlank()) {
                receivers.add(one);
            }
        }
        return receivers;
    }

    static void refuse(Context call, int code, String why) {
        call.json(Map.of("errcode", code, "errmsg", why));
    }
}
