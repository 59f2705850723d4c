package gradcheck.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who a message is for, parted into those in scope and the rest (page 90236). */
record Receivers(List<String> known, List<String> unknown) {

    /** The names of a list joined by bars. */
    static List<String> in(String joined) {
        return Arrays.stream(joined.split("\\|", -1))
                .filter(one -> !one.isBlank())
                .toList();
    }

    static Receivers of(List<String> names, World world) {
        if (names.equals(List.of("@all"))) {
            return new Receivers(
                    world.people().stream()
                            .map(p -> String.valueOf(p.get("userid")))
                            .toList(),
                    List.of());
        }
        return new Receivers(
                names.stream().filter(world::isMember).toList(),
                names.stream().filter(name -> !world.isMember(name)).toList());
    }

    /** In lower case, as the platform writes it. */
    String invalid() {
        return String.join("|", unknown).toLowerCase(Locale.ROOT);
    }
}
