package gradcheck.desk.ask;

import gradcheck.domain.value.TextNormalizer;

/** What was typed, freed of width, script, spaces, punctuation and faces; letters small. */
public final class PlainText {
    private PlainText() {}

    /** Letters, digits and spaces of usual width; every other sign stays as it was typed. */
    public static String narrow(String typed) {
        StringBuilder narrow = new StringBuilder(typed.length());
        typed.codePoints()
                .map(c ->
                        c == 0x3000 ? ' ' : c >= 0xFF10 && c <= 0xFF5A && Character.isLetterOrDigit(c) ? c - 0xFEE0 : c)
                .forEach(narrow::appendCodePoint);
        return narrow.toString().strip();
    }

    public static String of(String typed) {
        return TextNormalizer.folded(typed).replaceAll("\\[[^\\]]{1,6}\\]|[^\\p{L}\\p{N}·]", "");
    }
}
