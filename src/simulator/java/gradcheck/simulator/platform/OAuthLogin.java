package gradcheck.simulator.platform;

import gradcheck.simulator.world.ApiError;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Logging in to a page of the bot: the authorize address (page 91022) and what its code is worth (page 91023). */
final class OAuthLogin {
    private static final int ASK_PAGE = 91022;
    private static final int CODE_PAGE = 91023;
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Pattern STATE = Pattern.compile("[0-9A-Za-z]{0,128}");
    private static final Set<String> SCOPES = Set.of("snsapi_base", "snsapi_privateinfo");
    /** Whose phone this browser is: the chat page keeps it there. */
    private static final String COOKIE = "sim_person";

    private final Setup setup;
    private final World world;
    private final Map<String, Given> codes = new ConcurrentHashMap<>();

    OAuthLogin(Setup setup, World world) {
        this.setup = setup;
        this.world = world;
    }

    private record Given(String userid, Instant at) {}

    void authorize(Context call) {
        Optional<String> fault = fault(call);
        if (fault.isPresent()) {
            world.violation("connect/oauth2/authorize: " + fault.get() + " (page " + ASK_PAGE + ")");
            call.status(400).result(fault.get());
            return;
        }
        String userid = or(call.queryParam("as"), or(call.cookie(COOKIE), ""));
        if (userid.isEmpty()) {
            call.status(401).result("Open this link from a chat: the page must know whose phone it is.");
            return;
        }
        String code = "code-" + world.nextId();
        codes.put(code, new Given(userid, world.now()));
        String back = or(call.queryParam("redirect_uri"), "");
        call.redirect(back + (back.contains("?") ? "&" : "?") + "code=" + code + "&state="
                + URLEncoder.encode(or(call.queryParam("state"), ""), StandardCharsets.UTF_8));
    }

    private Optional<String> fault(Context call) {
        if (!setup.corpId().equals(call.queryParam("appid"))) {
            return Optional.of("appid is not the company's");
        }
        if (!"code".equals(call.queryParam("response_type"))) {
            return Optional.of("response_type is code");
        }
        if (!SCOPES.contains(or(call.queryParam("scope"), ""))) {
            return Optional.of("scope is one of " + SCOPES);
        }
        if (!or(call.queryParam("redirect_uri"), "").matches("https?://.+")) {
            return Optional.of("redirect_uri has no scheme");
        }
        return STATE.matcher(or(call.queryParam("state"), "")).matches()
                ? Optional.empty()
                : Optional.of("state is at most 128 of a-zA-Z0-9");
    }

    /** A code serves once, within five minutes. */
    void userOf(Context call, ApiGate gate) {
        Given given = codes.remove(or(call.queryParam("code"), ""));
        Optional<ApiError> refusal = given != null && given.at().plus(LIFE).isAfter(world.now())
                ? Optional.empty()
                : Optional.of(new ApiError(40029, "invalid code", CODE_PAGE));
        gate.answer(call, refusal, () -> {
            String userid = given == null ? "" : given.userid();
            String name = world.isMember(userid) ? "userid" : "external_userid";
            return Map.of("errcode", 0, "errmsg", "ok", name, userid);
        });
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
