package gradcheck.wecom;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The application's menu (page 90231): a tap says the word of its button.
 *
 * @param buttons 1 to 3
 */
public record Menu(List<Button> buttons) {
    public Menu {
        buttons = List.copyOf(buttons);
    }

    /**
     * A button.
     *
     * @param says the word; empty for one that only opens those below it
     * @param below at most 5, which have none below them
     */
    public record Button(String name, String says, List<Button> below) {
        public Button {
            below = List.copyOf(below);
        }
    }

    /** The platform's limits; sizes in bytes of UTF-8: a 汉字 takes three. */
    public enum Limit {
        BUTTONS(3),
        BELOW(5),
        NAME(16),
        LOWER_NAME(40),
        WORD(128);

        private final int most;

        Limit(int most) {
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    /**
     * A limit that is not kept.
     *
     * @param name the button's, or empty for the whole menu
     * @param found how many there are; 0: it is missing
     */
    public record Fault(Limit limit, String name, int found) {}

    /** Everything the platform would refuse. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        check(faults, Limit.BUTTONS, "", buttons.size());
        for (Button button : buttons) {
            check(faults, Limit.NAME, button.name(), bytes(button.name()));
            if (button.below().isEmpty()) {
                check(faults, Limit.WORD, button.name(), bytes(button.says()));
            } else {
                check(faults, Limit.BELOW, button.name(), button.below().size());
            }
            for (Button lower : button.below()) {
                check(faults, Limit.LOWER_NAME, lower.name(), bytes(lower.name()));
                check(faults, Limit.WORD, lower.name(), bytes(lower.says()));
            }
        }
        return faults;
    }

    JsonObject json() {
        JsonArray all = new JsonArray();
        buttons.forEach(b -> all.add(json(b)));
        JsonObject menu = new JsonObject();
        menu.add("button", all);
        return menu;
    }

    private static JsonObject json(Button button) {
        JsonObject json = new JsonObject();
        json.addProperty("name", button.name());
        if (button.below().isEmpty()) {
            json.addProperty("type", "click");
            json.addProperty("key", button.says());
        } else {
            JsonArray below = new JsonArray();
            button.below().forEach(b -> below.add(json(b)));
            json.add("sub_button", below);
        }
        return json;
    }

    private static void check(List<Fault> faults, Limit limit, String name, int found) {
        if (found == 0 || found > limit.most()) {
            faults.add(new Fault(limit, name, found));
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
