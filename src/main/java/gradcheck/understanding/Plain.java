package gradcheck.understanding;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Text freed of width, case, traditional forms, emoji and punctuation: what is left is compared. */
final class Plain {
    /** Longer messages hold no more of a question; the rest would only cost time. */
    private static final int LONGEST = 300;

    /** Stands between clauses. */
    static final char GAP = ' ';

    private final Map<Integer, Integer> simplified = new HashMap<>();

    Plain(String traditional) {
        int[] signs =
                traditional.codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
        for (int i = 0; i + 1 < signs.length; i += 2) {
            simplified.put(signs[i], signs[i + 1]);
        }
    }

    /** Letters, digits and 汉字; a gap for every run of anything else. */
    String of(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder();
        narrow.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '·') {
                plain.appendCodePoint(simplified.getOrDefault(c, c));
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != GAP) {
                plain.append(GAP);
            }
        });
        return plain.toString().strip();
    }
}
