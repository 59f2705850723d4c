package gradcheck.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The limits of menu/create (page 90231): 1 to 3 buttons, 1 to 5 below each, names and keys in bytes. */
final class Menu {
    private static final int PAGE = 90231;
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_BELOW = 5;
    private static final int NAME_BYTES = 16;
    private static final int NAME_BYTES_BELOW = 40;
    private static final int KEY_BYTES = 128;

    private Menu() {}

    static Optional<Refusal> refusal(JsonNode menu) {
        JsonNode buttons = menu.path("button");
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            return no(40016, "a menu has 1 to 3 buttons");
        }
        for (JsonNode button : buttons) {
            Optional<Refusal> fault = top(button);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> top(JsonNode button) {
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
            Optional<Refusal> fault = fits(sub.path("name").asText(), NAME_BYTES_BELOW)
                    ? key(sub)
                    : no(40025, "a lower button's name has 1 to 40 bytes");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> key(JsonNode button) {
        boolean clicks = button.path("type").asText().equals("click");
        return clicks && !fits(button.path("key").asText(), KEY_BYTES)
                ? no(40019, "a button's key has 1 to 128 bytes")
                : Optional.empty();
    }

    private static boolean fits(String text, int most) {
        return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= most;
    }

    private static Optional<Refusal> no(int code, String why) {
        return Optional.of(new Refusal(code, why, PAGE));
    }
}
