package gradcheck.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.world.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The published limits of a template_card (page 90236): what each of the five kinds must and may hold. */
final class CardRules {
    private static final int PAGE = SendRules.PAGE;
    private static final int KEY_BYTES = 1024;
    private static final int ID_BYTES = 128;
    private static final Pattern TASK_ID = Pattern.compile("[0-9A-Za-z_@-]{1,128}");
    private static final Set<String> CALLING = Set.of("button_interaction", "vote_interaction", "multiple_interaction");

    /** The parts that only some kinds know. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "text_notice",
            Set.of(
                    "emphasis_content",
                    "sub_title_text",
                    "quote_area",
                    "horizontal_content_list",
                    "jump_list",
                    "action_menu",
                    "card_action"),
            "news_notice",
            Set.of(
                    "card_image",
                    "image_text_area",
                    "quote_area",
                    "vertical_content_list",
                    "horizontal_content_list",
                    "jump_list",
                    "action_menu",
                    "card_action"),
            "button_interaction",
            Set.of(
                    "sub_title_text",
                    "quote_area",
                    "horizontal_content_list",
                    "action_menu",
                    "card_action",
                    "button_selection",
                    "button_list"),
            "vote_interaction",
            Set.of("checkbox", "submit_button"),
            "multiple_interaction",
            Set.of("select_list", "submit_button"));

    private static final Set<String> ANYWHERE =
            Set.of("card_type", "source", "main_title", "task_id", "replace_text", "extra");

    private final JsonNode card;
    private final String kind;
    private @Nullable ApiError found;

    private CardRules(JsonNode card) {
        this.card = card;
        this.kind = card.path("card_type").asText();
    }

    /** A card that is being sent. */
    static Optional<ApiError> refusal(JsonNode card) {
        CardRules rules = new CardRules(card);
        rules.taskId();
        rules.parts();
        return Optional.ofNullable(rules.found);
    }

    /** A card that takes another's place; it keeps that one's task (page 94888). */
    static Optional<ApiError> refusalOfUpdate(JsonNode card) {
        CardRules rules = new CardRules(card);
        rules.parts();
        return Optional.ofNullable(rules.found);
    }

    private void parts() {
        Set<String> known = PARTS.getOrDefault(kind, Set.of());
        if (known.isEmpty()) {
            no(40058, "card_type " + kind);
            return;
        }
        card.fieldNames().forEachRemaining(part -> {
            if (!known.contains(part) && !ANYWHERE.contains(part)) {
                no(40058, "a " + kind + " has no " + part);
            }
        });
        title();
        lists();
        switch (kind) {
            case "button_interaction" -> buttons();
            case "vote_interaction" -> vote();
            case "multiple_interaction" -> selects();
            default -> notice();
        }
    }

    private void taskId() {
        String taskId = card.path("task_id").asText();
        boolean needed = CALLING.contains(kind) || card.has("action_menu");
        if ((needed || !taskId.isEmpty()) && !TASK_ID.matcher(taskId).matches()) {
            no(42014, "task_id is 1 to 128 of digits, letters, _-@");
        }
    }

    private void title() {
        boolean titled = !card.path("main_title").path("title").asText().isEmpty();
        boolean subtitled = !card.path("sub_title_text").asText().isEmpty();
        if (!titled && !(kind.equals("text_notice") && subtitled)) {
            no(41016, "main_title.title missing");
        }
    }

    private void lists() {
        atMost("horizontal_content_list", 6, "keyname");
        atMost("jump_list", 3, "title");
        atMost("vertical_content_list", 4, "title");
        JsonNode menu = card.path("action_menu");
        if (!menu.isMissingNode()) {
            between(menu.path("action_list"), 1, 3, "action_menu.action_list");
            keys(menu.path("action_list"), "key", KEY_BYTES, "action_list");
        }
        for (JsonNode line : card.path("horizontal_content_list")) {
            boolean linksNowhere =
                    line.path("type").asInt() == 1 && line.path("url").asText().isEmpty();
            if (linksNowhere) {
                no(40058, "horizontal_content_list: type 1 needs a url");
            }
        }
    }

    private void notice() {
        JsonNode action = card.path("card_action");
        int type = action.path("type").asInt();
        if (type != 1 && type != 2) {
            no(40058, "a " + kind + " needs card_action of type 1 or 2");
        } else if (type == 1 && action.path("url").asText().isEmpty()) {
            no(40058, "card_action of type 1 needs a url");
        }
        boolean pictured = card.path("card_image").has("url")
                || card.path("image_text_area").has("image_url");
        if (kind.equals("news_notice") && !pictured) {
            no(40058, "a news_notice needs card_image or image_text_area");
        }
    }

    private void buttons() {
        JsonNode buttons = card.path("button_list");
        between(buttons, 1, 6, "button_list");
        Set<String> keys = new HashSet<>();
        for (JsonNode button : buttons) {
            String key = button.path("key").asText();
            boolean calls = button.path("type").asInt() == 0;
            if (button.path("text").asText().isEmpty()) {
                no(40058, "a button without text");
            }
            if (calls && (key.isEmpty() || bytes(key) > KEY_BYTES || !keys.add(key))) {
                no(40058, "a button's key is unique and of 1 to 1,024 bytes");
            }
            if (!calls && button.path("url").asText().isEmpty()) {
                no(40058, "a button of type 1 needs a url");
            }
            int style = button.path("style").asInt(1);
            if (style < 1 || style > 4) {
                no(40058, "a button's style is 1 to 4");
            }
        }
        if (card.has("button_selection")) {
            options(card.path("button_selection"), 10, "button_selection");
        }
    }

    private void vote() {
        int mode = card.path("checkbox").path("mode").asInt();
        if (mode != 0 && mode != 1) {
            no(40058, "checkbox.mode is 0 or 1");
        }
        options(card.path("checkbox"), 20, "checkbox");
        submit();
    }

    private void selects() {
        JsonNode selects = card.path("select_list");
        between(selects, 1, 3, "select_list");
        keys(selects, "question_key", KEY_BYTES, "select_list");
        selects.forEach(select -> options(select, 10, "select_list"));
        submit();
    }

    private void submit() {
        JsonNode submit = card.path("submit_button");
        String key = submit.path("key").asText();
        if (submit.path("text").asText().isEmpty() || key.isEmpty() || bytes(key) > KEY_BYTES) {
            no(40058, "submit_button needs a text, and a key of 1 to 1,024 bytes");
        }
    }

    private void options(JsonNode question, int most, String where) {
        String key = question.path("question_key").asText();
        if (key.isEmpty() || bytes(key) > KEY_BYTES) {
            no(40058, where + ".question_key has 1 to 1,024 bytes");
        }
        between(question.path("option_list"), 1, most, where + ".option_list");
        keys(question.path("option_list"), "id", ID_BYTES, where);
        for (JsonNode option : question.path("option_list")) {
            if (option.path("text").asText().isEmpty()) {
                no(40058, where + ": an option without text");
            }
        }
    }

    private void keys(JsonNode list, String name, int most, String where) {
        Set<String> seen = new HashSet<>();
        for (JsonNode one : list) {
            String key = one.path(name).asText();
            if (key.isEmpty() || bytes(key) > most || !seen.add(key)) {
                no(40058, where + ": " + name + " is unique and of 1 to " + most + " bytes");
            }
        }
    }

    private void atMost(String list, int most, String needed) {
        JsonNode all = card.path(list);
        if (all.size() > most) {
            no(40058, list + " has at most " + most);
        }
        for (JsonNode one : all) {
            if (one.path(needed).asText().isEmpty()) {
                no(40058, list + ": " + needed + " missing");
            }
        }
    }

    private void between(JsonNode list, int least, int most, String name) {
        if (list.size() < least || list.size() > most) {
            no(40058, name + " has " + least + " to " + most);
        }
    }

    /** The first fault is the one that is told. */
    private void no(int code, String why) {
        if (found == null) {
            found = new ApiError(code, why, PAGE);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
