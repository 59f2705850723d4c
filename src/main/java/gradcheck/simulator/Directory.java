package gradcheck.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Members, the application itself, its menu (page 90231) and media (page 90253). */
final class Directory {
    private static final int MOST_TOP = 3;
    private static final int MOST_SUB = 5;
    private static final int TOP_BYTES = 16;
    private static final int SUB_BYTES = 40;
    private static final int KEY_BYTES = 128;
    private static final long IMAGE_BYTES = 10L * 1024 * 1024;
    private static final long FILE_BYTES = 20L * 1024 * 1024;
    /** Every file has more than five bytes. */
    private static final long LEAST_BYTES = 5;

    private final Setup setup;
    private final World world;
    private final Platform platform;
    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> media = ConcurrentHashMap.newKeySet();

    Directory(Setup setup, World world, Platform platform) {
        this.setup = setup;
        this.world = world;
        this.platform = platform;
    }

    void accept(RoutesConfig routes) {
        routes.get("/cgi-bin/user/get", call -> allowed(call, this::user));
        routes.get("/cgi-bin/agent/get", call -> allowed(call, this::agent));
        routes.post("/cgi-bin/menu/create", call -> allowed(call, this::menu));
        routes.post("/cgi-bin/media/upload", call -> allowed(call, this::upload));
    }

    /** A call behind the token. */
    private interface Answer {
        void to(Context call) throws IOException;
    }

    private void allowed(Context call, Answer answer) throws IOException {
        int fault = platform.tokenFault(call);
        if (fault != 0) {
            Platform.refuse(call, fault, "token");
        } else {
            answer.to(call);
        }
    }

    private void user(Context call) {
        String userid = String.valueOf(call.queryParam("userid"));
        if (!world.isMember(userid)) {
            Platform.refuse(call, 60111, "userid not found");
            return;
        }
        call.json(Map.of("errcode", 0, "errmsg", "ok", "userid", userid, "status", 1));
    }

    private void agent(Context call) {
        if (!setup.agentId().equals(call.queryParam("agentid"))) {
            Platform.refuse(call, 301002, "not this application");
            return;
        }
        call.json(Map.of("errcode", 0, "errmsg", "ok", "agentid", setup.agentId(), "close", 0));
    }

    private void menu(Context call) throws IOException {
        JsonNode buttons = json.readTree(call.body()).path("button");
        if (buttons.isEmpty() || buttons.size() > MOST_TOP || !fits(buttons)) {
            world.violation("menu/create: too many entries, or a name too long (page 90231)");
            Platform.refuse(call, 40058, "invalid menu");
            return;
        }
        call.json(Map.of("errcode", 0, "errmsg", "ok"));
    }

    private static boolean fits(JsonNode buttons) {
        for (JsonNode top : buttons) {
            boolean good =
                    bytes(top, "name") <= TOP_BYTES && top.path("sub_button").size() <= MOST_SUB;
            for (JsonNode sub : top.path("sub_button")) {
                good &= bytes(sub, "name") <= SUB_BYTES && bytes(sub, "key") <= KEY_BYTES;
            }
            if (!good || bytes(top, "key") > KEY_BYTES) {
                return false;
            }
        }
        return true;
    }

    private static int bytes(JsonNode node, String name) {
        return node.path(name).asText().getBytes(StandardCharsets.UTF_8).length;
    }

    private void upload(Context call) {
        UploadedFile file = call.uploadedFile("media");
        String type = String.valueOf(call.queryParam("type"));
        long most = type.equals("image") ? IMAGE_BYTES : FILE_BYTES;
        if (file == null || file.size() <= LEAST_BYTES || file.size() > most) {
            world.violation("media/upload: a file of the wrong size (page 90253)");
            Platform.refuse(call, 40009, "invalid size");
            return;
        }
        String id = "media" + world.nextId();
        media.add(id);
        call.json(Map.of("errcode", 0, "errmsg", "ok", "type", type, "media_id", id, "created_at", "0"));
    }
}
