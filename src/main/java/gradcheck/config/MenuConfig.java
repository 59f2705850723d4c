package gradcheck.config;

import gradcheck.wecom.Menu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** {@code menu.yml}: what stands on the application's menu; checked against the platform's limits before it is sent. */
final class MenuConfig {
    private static final Set<String> KEYS = new TreeSet<>(List.of("name", "says", "below"));

    private final YamlFile file;

    MenuConfig(YamlFile file) {
        this.file = file;
    }

    /** @param isKnown whether the bot understands a word at any time */
    Menu read(Predicate<String> isKnown) {
        List<Menu.Button> buttons = buttons("", isKnown);
        Menu menu = new Menu(buttons);
        for (Menu.Fault fault : menu.faults()) {
            String limit = fault.limit().name().toLowerCase(Locale.ROOT);
            file.fault(
                    place(buttons, fault.name()),
                    "menu." + limit,
                    fault.name(),
                    fault.limit().most(),
                    fault.found());
        }
        return menu;
    }

    private List<Menu.Button> buttons(String under, Predicate<String> isKnown) {
        List<Menu.Button> buttons = new ArrayList<>();
        for (int i = 0; i < file.tree().at(under).size(); i++) {
            String place = under + "/" + i;
            file.allowOnly(place, KEYS);
            String says = file.text(place + "/says");
            if (!says.isEmpty() && !isKnown.test(says)) {
                file.fault(place + "/says", "menu.unknown", says);
            }
            List<Menu.Button> below = under.isEmpty() ? buttons(place + "/below", isKnown) : List.of();
            if (!says.isEmpty() && !below.isEmpty()) {
                file.fault(place + "/says", "menu.both", file.text(place + "/name"));
            }
            buttons.add(new Menu.Button(file.text(place + "/name"), says, below));
        }
        return buttons;
    }

    private static String place(List<Menu.Button> buttons, String name) {
        for (int i = 0; i < buttons.size(); i++) {
            if (buttons.get(i).name().equals(name)) {
                return "/" + i;
            }
            for (int k = 0; k < buttons.get(i).below().size(); k++) {
                if (buttons.get(i).below().get(k).name().equals(name)) {
                    return "/" + i + "/below/" + k;
                }
            }
        }
        return "";
    }
}
