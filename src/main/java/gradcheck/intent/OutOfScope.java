package gradcheck.intent;

import gradcheck.intent.text.IntentLexicon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whose matter a message is, if it is not ours: another office's, or nobody's at the university. */
final class OutOfScope {
    private final Map<String, IntentLexicon.Matter> matters;
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final Pattern world;

    OutOfScope(IntentLexicon lexicon) {
        matters = lexicon.elsewhere();
        matters.forEach((name, matter) -> patterns.put(name, any(matter.words())));
        world = any(lexicon.outside());
    }

    private static Pattern any(List<String> words) {
        return Pattern.compile(words.stream()
                .map(word -> List.of(word.split("\\*", -1)).stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".{0,4}")))
                .collect(Collectors.joining("|")));
    }

    Optional<Intent> matter(String plain) {
        return matters.entrySet().stream()
                .filter(m ->
                        patterns.getOrDefault(m.getKey(), world).matcher(plain).find())
                .<Intent>map(m -> new Intent.Elsewhere(m.getKey(), m.getValue().ask()))
                .findFirst();
    }

    boolean isWorld(String plain) {
        return world.matcher(plain).find();
    }
}
