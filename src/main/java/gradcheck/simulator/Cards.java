package gradcheck.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What the pages say of button_interaction cards (90236) and their updates (94888). */
final class Cards {
    private static final Pattern TASK_ID = Pattern.compile("[A-Za-z0-9_@-]{1,128}");
    private static final int MOST_BUTTONS = 6;
    private static final int KEY_BYTES = 1024;

    private final Set<String> taskIds = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();

    /** 0, or the errcode with which a card is refused. */
    int fault(JsonNode card) {
        if (!card.path("card_type").asText().equals("button_interaction")) {
            return 40008;
        }
        if (!TASK_ID.matcher(card.path("task_id").asText()).matches()) {
            return 42014;
        }
        if (card.path("main_title").path("title").asText().isEmpty()) {
            return 41016;
        }
        JsonNode buttons = card.path("button_list");
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS || !distinct(buttons)) {
            return 40058;
        }
        return taskIds.add(card.path("task_id").asText()) ? 0 : 42014;
    }

    /** A response code for a send or a tap: one use. */
    String newCode(long id) {
        String code = "code" + id;
        codes.add(code);
        return code;
    }

    boolean use(String code) {
        return codes.remove(code);
    }

    private static boolean distinct(JsonNode buttons) {
        Set<String> keys = new HashSet<>();
        for (JsonNode button : buttons) {
            String key = button.path("key").asText();
            if (key.isEmpty()
                    || key.length() > KEY_BYTES
                    || button.path("text").asText().isEmpty()
                    || !keys.add(key)) {
                return false;
            }
        }
        return true;
    }
}
