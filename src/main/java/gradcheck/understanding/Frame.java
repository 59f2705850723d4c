package gradcheck.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words a question must hold, and must not hold, to be meant for a target.
 *
 * @param needs groups: of each at least one word
 * @param unless words with which it is rather another question
 */
record Frame(List<List<String>> needs, List<String> unless) {
    Frame(@Nullable List<List<String>> needs, @Nullable List<String> unless) {
        this.needs = needs == null
                ? List.of()
                : needs.stream().filter(group -> !group.isEmpty()).toList();
        this.unless = unless == null ? List.of() : List.copyOf(unless);
    }
}
