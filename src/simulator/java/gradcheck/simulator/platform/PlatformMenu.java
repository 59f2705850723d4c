package gradcheck.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.world.ApiError;
import gradcheck.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The application's menu, held to the limits of menu/create (page 90231): 1 to 3 buttons, 1 to 5 below each. */
public final class PlatformMenu {
    private static final int PAGE = 90231;
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_BELOW = 5;
    private static final int NAME_BYTES = 16;
    private static final int NAME_BYTES_BELOW = 40;
    private static final int KEY_BYTES = 128;
    private static final int URL_BYTES = 1024;
    private static final Set<String> TYPES = Set.of(
            "click",
            "view",
            "scancode_push",
            "scancode_waitmsg",
            "pic_sysphoto",
            "pic_photo_or_album",
            "pic_weixin",
            "location_select",
            "view_miniprogram");

    private final World world;
    private final AtomicReference<@Nullable JsonNode> published = new AtomicReference<>();

    PlatformMenu(World world) {
        this.world = world;
    }

    /** Shows this menu from now on; null takes it away. */
    void publish(@Nullable JsonNode menu) {
        published.set(menu);
        world.tell("menu", Map.of());
    }

    public Optional<JsonNode> published() {
        return Optional.ofNullable(published.get());
    }

    static Optional<ApiError> refusal(JsonNode menu) {
        JsonNode buttons = menu.path("button");
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            return no(40016, "a menu has 1 to 3 buttons");
        }
        for (JsonNode button : buttons) {
            Optional<ApiError> fault = top(button);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<ApiError> top(JsonNode button) {
        if (!fits(button.path("name").asText(), NAME_BYTES)) {
            return no(40018, "a button's name has 1 to 16 bytes");
        }
        JsonNode below = button.path("sub_button");
        if (below.isEmpty()) {
            return key(button);
        }
        if (below.size() > MOST_BELOW) {
            return no(40023, "a button has at most 5 below it");
        }
        for (JsonNode sub : below) {
            Optional<ApiError> fault = fits(sub.path("name").asText(), NAME_BYTES_BELOW)
                    ? key(sub)
                    : no(40025, "a lower button's name has 1 to 40 bytes");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<ApiError> key(JsonNode button) {
        String type = button.path("type").asText();
        if (!TYPES.contains(type)) {
            return no(40017, "a button's type is not " + type);
        }
        if (type.equals("view") && !fits(button.path("url").asText(), URL_BYTES)) {
            return no(40020, "a button's url has 1 to 1,024 bytes");
        }
        return type.startsWith("view") || fits(button.path("key").asText(), KEY_BYTES)
                ? Optional.empty()
                : no(40019, "a button's key has 1 to 128 bytes");
    }

    private static boolean fits(String text, int most) {
        return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= most;
    }

    private static Optional<ApiError> no(int code, String why) {
        return Optional.of(new ApiError(code, why, PAGE));
    }
}
