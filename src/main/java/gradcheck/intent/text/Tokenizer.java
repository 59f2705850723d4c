package gradcheck.intent.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads plain text as units: the meanings the lexicon knows, the longest wherever it begins, and single signs where
 * it knows none.
 *
 * <p>Whatever two people call a thing, the units are the same; that helps short questions more than any cutting into
 * words does.
 */
public final class Tokenizer {
    private static final char ANY = '*';

    /** A word whose parts may stand a little apart; most texts lack one of the parts, which is found out fastest. */
    private record Torn(List<String> parts, Pattern pattern, String meaning) {}

    private final Map<String, Set<String>> meanings = new HashMap<>();
    private final List<Torn> patterns = new ArrayList<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Set<String> fillers;
    private final String stop;
    private final int longest;

    Tokenizer(IntentLexicon lexicon) {
        lexicon.synonyms().forEach((meaning, words) -> {
            learn(meaning, meaning);
            words.forEach(word -> learn(word, meaning));
        });
        lexicon.groups()
                .forEach((group, members) -> members.forEach(member ->
                        groups.computeIfAbsent(member, m -> new ArrayList<>()).add(group)));
        fillers = new LinkedHashSet<>(lexicon.fillers());
        stop = lexicon.stop();
        longest = Math.max(longest(meanings.keySet()), longest(fillers));
    }

    private void learn(String word, String meaning) {
        if (word.indexOf(ANY) < 0) {
            meanings.computeIfAbsent(word, w -> new LinkedHashSet<>()).add(meaning);
            return;
        }
        List<String> parts = List.of(word.split("\\*", -1));
        String regex =
                parts.stream().map(part -> "(" + Pattern.quote(part) + ")").collect(Collectors.joining("[^ ]{0,4}?"));
        patterns.add(new Torn(parts, Pattern.compile(regex), meaning));
    }

    /** Everything that has a meaning, for recognising slips. */
    Collection<String> known() {
        Set<String> known = new LinkedHashSet<>(meanings.keySet());
        known.addAll(fillers);
        return known;
    }

    /** The meanings a word of the config stands for; empty when the lexicon doesn't know it. */
    public Set<String> meaningsOf(String word) {
        boolean isGroup = groups.values().stream().anyMatch(g -> g.contains(word));
        return isGroup ? Set.of(word) : meanings.getOrDefault(word, Set.of());
    }

    /** The units of a plain text. */
    Reading read(String plain) {
        Set<String> found = new LinkedHashSet<>();
        BitSet covered = patterned(plain, found);
        List<String> units = new ArrayList<>(found);
        List<Integer> rest = new ArrayList<>();
        int end = 0;
        for (int at = 0; at < plain.length(); at++) {
            String word = longestAt(plain, at);
            boolean isInside = at + word.length() <= end;
            if (!word.isEmpty() && !isInside && (at >= end || meanings.containsKey(word))) {
                for (String meaning : meanings.getOrDefault(word, Set.of())) {
                    units.add(meaning);
                    found.add(meaning);
                }
                end = at + word.length();
            } else if (at >= end && !covered.get(at) && isTelling(plain.charAt(at))) {
                units.add(plain.substring(at, at + 1));
                rest.add(units.size() - 1);
            }
        }
        List.copyOf(found).forEach(meaning -> found.addAll(groups.getOrDefault(meaning, List.of())));
        return new Reading(units, found, rest);
    }

    private boolean isTelling(char sign) {
        return sign != TextFolding.GAP && stop.indexOf(sign) < 0;
    }

    private BitSet patterned(String plain, Set<String> found) {
        BitSet covered = new BitSet();
        patterns.stream()
                .filter(torn -> torn.parts().stream().allMatch(plain::contains))
                .forEach(torn -> {
                    Matcher matcher = torn.pattern().matcher(plain);
                    if (matcher.find()) {
                        found.add(torn.meaning());
                        for (int group = 1; group <= matcher.groupCount(); group++) {
                            covered.set(matcher.start(group), matcher.end(group));
                        }
                    }
                });
        return covered;
    }

    private String longestAt(String plain, int at) {
        for (int length = Math.min(longest, plain.length() - at); length > 0; length--) {
            String word = plain.substring(at, at + length);
            if (meanings.containsKey(word) || fillers.contains(word)) {
                return word;
            }
        }
        return "";
    }

    private static int longest(Collection<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * A text as units.
     *
     * @param units meanings and single signs in their order
     * @param meanings the meanings among them, and their groups
     * @param rest which of the units are single signs
     */
    public record Reading(List<String> units, Set<String> meanings, List<Integer> rest) {
        /** Begins a term that is a meaning, so that none is taken for a sign. */
        public static final String MEANING = "=";

        /** The same for texts that say the same, in whatever order. */
        public String key(Set<String> silent) {
            Set<String> telling = new TreeSet<>(units);
            telling.removeAll(silent);
            return String.join("/", telling.isEmpty() ? new TreeSet<>(units) : telling);
        }
    }
}
