package gradcheck.flows;

import java.text.Normalizer;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was typed, freed of width, case and the punctuation around it. */
final class Said {
    /** A longer sentence says more than its words for an answer. */
    private static final int SENTENCE = 16;

    private static final Pattern QUESTION = Pattern.compile("[?？]|吗|怎么|什么|为什么|咋|哪");
    private static final Pattern AROUND = Pattern.compile("^[\\p{Punct}\\s。，！？、“”]+|[\\p{Punct}\\s。，！？、“”]+$");
    private static final Pattern NUMBER = Pattern.compile("(?:第|选|选择)?(\\d{1,2})(?:项|个|条|号)?");

    private Said() {}

    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().transform(said -> AROUND.matcher(said)
                .replaceAll(""));
    }

    static boolean isOneOf(String text, String... words) {
        return List.of(words).contains(bare(text));
    }

    /** The number somebody names, alone in the message. */
    static OptionalInt number(String text) {
        Matcher number = NUMBER.matcher(bare(text));
        return number.matches() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }

    /**
     * The one of several answers that was given, by its number (from 1), by one of its words, or by a short sentence that
     * holds words of one answer only; 0 when none was.
     */
    static int pick(String text, List<List<String>> wordsOfEach) {
        OptionalInt number = number(text);
        if (number.isPresent()) {
            return number.getAsInt() <= wordsOfEach.size() ? number.getAsInt() : 0;
        }
        String bare = bare(text);
        for (int i = 0; i < wordsOfEach.size(); i++) {
            if (wordsOfEach.get(i).stream().map(Said::bare).anyMatch(bare::equals)) {
                return i + 1;
            }
        }
        return bare.length() > SENTENCE || QUESTION.matcher(bare).find() ? 0 : pickInside(bare, wordsOfEach);
    }

    private static int pickInside(String sentence, List<List<String>> wordsOfEach) {
        int picked = 0;
        for (int i = 0; i < wordsOfEach.size(); i++) {
            if (wordsOfEach.get(i).stream().anyMatch(word -> affirms(sentence, bare(word)))) {
                if (picked != 0) {
                    return 0;
                }
                picked = i + 1;
            }
        }
        return picked;
    }

    /** Whether the sentence holds the word, and does not say that it is not so. */
    private static boolean affirms(String sentence, String word) {
        int at = word.length() < 2 ? -1 : sentence.indexOf(word);
        return at == 0 || (at > 0 && "不没未别非".indexOf(sentence.charAt(at - 1)) < 0);
    }
}
