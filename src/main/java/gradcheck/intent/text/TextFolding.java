package gradcheck.intent.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text freed of width, case, traditional forms, dialect, emoji and punctuation: what is left is compared. */
public final class TextFolding {
    /** Longer messages hold no more of a question; the rest would only cost time. */
    private static final int LONGEST = 300;

    /** Stands between clauses. */
    public static final char GAP = ' ';

    private final Map<Integer, Integer> simplified = new HashMap<>();
    private final Map<String, String> standard = new HashMap<>();
    private final Pattern dialect;
    private final Map<Pattern, String> opposites = new LinkedHashMap<>();

    /**
     * Knows what is only another way to write the same.
     *
     * @param dialect words of some provinces only, and what the others say
     * @param opposites patterns of what denies one thing and so asks for another, and how that is asked for
     */
    TextFolding(String traditional, Map<String, String> dialect, Map<String, String> opposites) {
        int[] signs =
                traditional.codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
        for (int i = 0; i + 1 < signs.length; i += 2) {
            simplified.put(signs[i], signs[i + 1]);
        }
        dialect.forEach((said, meant) -> standard.put(signs(said), meant));
        this.dialect = Pattern.compile(standard.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")")));
        opposites.forEach((denied, meant) -> this.opposites.put(Pattern.compile(denied), meant));
    }

    /** Letters, digits and 汉字; a gap for every run of anything else. */
    String of(String text) {
        String plain = dialect.matcher(signs(text)).replaceAll(said -> standard.getOrDefault(said.group(), ""));
        for (Map.Entry<Pattern, String> opposite : opposites.entrySet()) {
            plain = opposite.getKey().matcher(plain).replaceAll(opposite.getValue());
        }
        return plain;
    }

    private String signs(String text) {
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
