package gradcheck.intent.text;

import gradcheck.language.NormalizedText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@link NormalizedText} freed of dialect, emoji and punctuation, and said without denials: what is left is compared. */
public final class TextFolding {
    /** Longer messages hold no more of a question; the rest would only cost time. */
    private static final int LONGEST = 300;

    /** Stands between clauses. */
    public static final char GAP = ' ';

    private final Map<String, String> standard = new HashMap<>();
    private final Pattern dialect;
    private final Map<Pattern, String> opposites = new LinkedHashMap<>();

    /**
     * Knows what is only another way to write the same.
     *
     * @param dialect words of some provinces only, and what the others say
     * @param opposites patterns of what denies one thing and so asks for another, and how that is asked for
     */
    TextFolding(Map<String, String> dialect, Map<String, String> opposites) {
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

    private static String signs(String text) {
        StringBuilder plain = new StringBuilder();
        NormalizedText.folded(text).codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '·') {
                plain.appendCodePoint(c);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != GAP) {
                plain.append(GAP);
            }
        });
        return plain.toString().strip();
    }
}
