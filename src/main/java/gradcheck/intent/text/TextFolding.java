package gradcheck.intent.text;

import gradcheck.language.Dialect;
import gradcheck.language.NormalizedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** {@link NormalizedText} freed of dialect, emoji and punctuation, and said without denials: what is left is compared. */
public final class TextFolding {
    /** Longer messages hold no more of a question; the rest would only cost time. */
    private static final int LONGEST = 300;

    /** Stands between clauses. */
    public static final char GAP = ' ';

    private final Dialect dialect;
    private final Map<Pattern, String> opposites = new LinkedHashMap<>();

    /** @param opposites patterns of what denies one thing and so asks for another, and how that is asked for */
    TextFolding(Dialect dialect, Map<String, String> opposites) {
        this.dialect = dialect;
        opposites.forEach((denied, meant) -> this.opposites.put(Pattern.compile(denied), meant));
    }

    /** Letters, digits and 汉字; a gap for every run of anything else. */
    String of(String text) {
        String plain = signs(dialect.standard(text));
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
