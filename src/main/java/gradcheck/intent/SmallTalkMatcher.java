package gradcheck.intent;

import gradcheck.intent.text.IntentLexicon;
import gradcheck.intent.text.Normalizer;
import gradcheck.intent.text.TextFolding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small talk: messages that are made of nothing else. */
final class SmallTalkMatcher {
    private static final String GREETING = "greeting";
    /** A shorter word is found by chance in any sentence. */
    private static final int SHORTEST_INSIDE = 2;

    private final Map<String, String> kinds = new HashMap<>();
    private final String stop;
    private final int longest;

    SmallTalkMatcher(IntentLexicon lexicon, Normalizer normalizer) {
        lexicon.smallTalk().forEach((kind, words) -> words.forEach(word -> kinds.put(normalizer.plain(word), kind)));
        lexicon.fillers().forEach(word -> kinds.putIfAbsent(normalizer.plain(word), GREETING));
        stop = lexicon.stop();
        longest = kinds.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The kind of a message that is small talk from end to end; what is said beside a greeting counts more. */
    Optional<String> whole(String plain) {
        Optional<String> kind = Optional.empty();
        int at = 0;
        while (at < plain.length()) {
            String word = longestAt(plain, at);
            if (!word.isEmpty()) {
                String found = kinds.getOrDefault(word, GREETING);
                kind = kind.filter(k -> !k.equals(GREETING)).or(() -> Optional.of(found));
                at += word.length();
            } else if (plain.charAt(at) == TextFolding.GAP || stop.indexOf(plain.charAt(at)) >= 0) {
                at++;
            } else {
                return Optional.empty();
            }
        }
        return kind;
    }

    /** What is left when clauses of nothing but small talk are left out: 烦死了，开始吧. */
    String without(String plain) {
        return Stream.of(plain.split(String.valueOf(TextFolding.GAP)))
                .filter(clause -> whole(clause).isEmpty())
                .collect(Collectors.joining(String.valueOf(TextFolding.GAP)));
    }

    /** The kind of some small talk inside a message that was not understood. */
    Optional<String> inside(String plain) {
        return kinds.entrySet().stream()
                .filter(e -> !e.getValue().equals(GREETING))
                .filter(e -> e.getKey().length() > SHORTEST_INSIDE && isWord(plain, e.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isWord(String plain, String word) {
        boolean isLatin = word.charAt(0) < '\u0080';
        return isLatin ? List.of(plain.split(" ", -1)).contains(word) : plain.contains(word);
    }

    private String longestAt(String plain, int at) {
        for (int length = Math.min(longest, plain.length() - at); length > 0; length--) {
            if (kinds.containsKey(plain.substring(at, at + length))) {
                return plain.substring(at, at + length);
            }
        }
        return "";
    }
}
