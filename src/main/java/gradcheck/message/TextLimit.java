package gradcheck.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The platform cuts a text at 2,048 bytes without a word (page 90236); so a longer one is split here: at a line where
 * there is one, never inside a character.
 */
public final class TextLimit {
    /** Bytes of UTF-8 in one text. */
    public static final int BYTES = 2048;

    private TextLimit() {}

    /** The same text in as few parts as fit; control characters other than line breaks are left out. */
    public static List<String> split(String text) {
        String rest = harmless(text);
        List<String> parts = new ArrayList<>();
        while (bytes(rest) > BYTES) {
            int fits = charsThatFit(rest);
            int line = rest.lastIndexOf('\n', fits);
            int cut = line > 0 ? line : fits;
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    /** Length in bytes of UTF-8. */
    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int charsThatFit(String text) {
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            bytes += utf8Length(codePoint);
            if (bytes > BYTES) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    /** The API refuses escapes such as {@code \u0007} in its JSON (40033), and XML 1.0 has no such characters. */
    public static String harmless(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || !(Character.isISOControl(c) || isLineSeparator(c) || isBroken(c)))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isLineSeparator(int codePoint) {
        return codePoint == 0x2028 || codePoint == 0x2029;
    }

    private static boolean isBroken(int codePoint) {
        boolean halfPair = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return halfPair || (codePoint & 0xFFFE) == 0xFFFE;
    }
}
