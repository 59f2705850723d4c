package gradcheck.simulator.platform;

import gradcheck.simulator.world.Members;
import gradcheck.simulator.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who a message is for, parted into those it reaches, those out of scope and those without a licence (page 90236). */
record Receivers(List<String> known, List<String> unknown, List<String> unlicensed) {

    /** The names of a list joined by bars. */
    static List<String> in(String joined) {
        return Arrays.stream(joined.split("\\|", -1))
                .filter(one -> !one.isBlank())
                .toList();
    }

    static Receivers of(List<String> names, World world, Members members) {
        List<String> all = names.equals(List.of("@all"))
                ? world.people().stream()
                        .map(p -> String.valueOf(p.get("userid")))
                        .toList()
                : names;
        List<String> inScope = all.stream()
                .filter(name -> world.isMember(name) && !members.isOutside(name))
                .toList();
        return new Receivers(
                inScope.stream().filter(name -> !members.isUnlicensed(name)).toList(),
                all.stream().filter(name -> !inScope.contains(name)).toList(),
                inScope.stream().filter(members::isUnlicensed).toList());
    }

    /** In lower case, as the platform writes it. */
    static String joined(List<String> names) {
        return String.join("|", names).toLowerCase(Locale.ROOT);
    }
}
