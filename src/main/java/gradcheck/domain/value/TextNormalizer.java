package gradcheck.domain.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One way of writing for whatever is compared: width, script, case and what nobody can see make no difference. What is
 * kept and shown stays as it is officially written (R39): nothing from here is ever stored as a value.
 */
public final class TextNormalizer {
    private static final Map<Integer, Integer> SIMPLIFIED = pairs("traditional.txt");

    /** Dots of names, and what is typed for them, that Unicode counts as symbols or letters and not as punctuation. */
    private static final String DOTS = "∙⋅●⚫\u0307\u119E\u318D\u1427\uA78F";

    private TextNormalizer() {}

    /** Half-width, simplified, small letters, compatibility forms replaced, without invisible characters. */
    public static String folded(String text) {
        String plain = Normalizer.normalize(visible(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return simplified(visible(plain));
    }

    /** What two writings of one name have in common: {@link #folded}, without dots, spaces and other punctuation. */
    public static String nameKey(String name) {
        String folded = folded(name);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().filter(c -> !isBetweenParts(c)).forEach(key::appendCodePoint);
        return key.isEmpty() ? folded.strip() : key.toString();
    }

    /** Without joiners, variation selectors, direction and byte order marks: two that look the same are the same. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** Every traditional character replaced by its simplified one, and nothing else. */
    public static String simplified(String text) {
        StringBuilder simplified = new StringBuilder(text.length());
        text.codePoints().map(c -> SIMPLIFIED.getOrDefault(c, c)).forEach(simplified::appendCodePoint);
        return simplified.toString();
    }

    /** Unicode's Default_Ignorable_Code_Point, as far as Java doesn't call it a format character already. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static boolean isBetweenParts(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MODIFIER_SYMBOL -> true;
            default -> DOTS.indexOf(c) >= 0;
        };
    }

    /** Each line of the file holds characters, each followed by the one it becomes. */
    private static Map<Integer, Integer> pairs(String file) {
        Map<Integer, Integer> pairs = new HashMap<>();
        try (InputStream in = TextNormalizer.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table " + file);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int[] characters = line.codePoints().toArray();
                for (int i = 0; i + 1 < characters.length; i += 2) {
                    pairs.put(characters[i], characters[i + 1]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(pairs);
    }
}
