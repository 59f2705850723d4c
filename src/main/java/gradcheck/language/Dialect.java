package gradcheck.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that only some provinces say, in those that everybody knows: 唔係 is 不是, 咋个 is 怎么. What is no such word stays as
 * it was typed.
 */
public final class Dialect {
    private final Map<String, String> standard = new HashMap<>();
    private final Pattern written;
    private final Pattern folded;

    /** @param words what is said in places, and what the others say; a traditional character counts in that writing only */
    public Dialect(Map<String, String> words) {
        standard.putAll(words);
        written = any(words.keySet());
        folded = any(words.keySet().stream()
                .filter(word -> NormalizedText.folded(word).equals(word))
                .collect(Collectors.toSet()));
    }

    /** The longest first. */
    private static Pattern any(Set<String> words) {
        return Pattern.compile(words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", words.isEmpty() ? "(?!))" : ")")));
    }

    /** The same message in the words of the others. */
    public String standard(String text) {
        String typed = written.matcher(text).replaceAll(this::meant);
        // Characters fold one by one, so that a word found in the folded writing stands at the same place in the typed
        // one.
        String plain = NormalizedText.folded(typed);
        if (plain.length() != typed.length()) {
            return typed;
        }
        StringBuilder said = new StringBuilder();
        Matcher found = folded.matcher(plain);
        int at = 0;
        while (found.find()) {
            said.append(typed, at, found.start()).append(standard.getOrDefault(found.group(), found.group()));
            at = found.end();
        }
        return said.append(typed, at, typed.length()).toString();
    }

    private String meant(MatchResult found) {
        return Matcher.quoteReplacement(standard.getOrDefault(found.group(), found.group()));
    }
}
