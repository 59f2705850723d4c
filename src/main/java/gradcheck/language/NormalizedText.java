package gradcheck.language;

import gradcheck.domain.value.TextNormalizer;
import java.util.regex.Pattern;

/**
 * A message in the one writing in which everything is compared: simplified, half-width, small letters, plain digits, without
 * what nobody can see and without punctuation, faces and emoji around it. What is kept is taken from {@link #shown}: a name
 * stays as it is officially written (R39).
 *
 * @param shown what was typed, without invisible characters
 * @param plain the same for comparing
 */
public record NormalizedText(String shown, String plain) {
    private static final String BETWEEN = "[\\p{Punct}\\p{P}\\s~～]";
    /** At the end a face or an emoji is no more than a full stop; WeCom writes its own faces as [强]. */
    private static final String FACE = "(?:\\[[^\\]]{1,6}\\]|[\\p{So}\\p{Sk}])";

    private static final Pattern AROUND = Pattern.compile("^" + BETWEEN + "++|" + BETWEEN + "++$");
    private static final Pattern FACES = Pattern.compile(
            "^(?:" + FACE + "|" + BETWEEN + ")++|(?<=[\\p{L}\\p{N}])(?:" + FACE + "|" + BETWEEN + ")++$");
    /** Around the digit of a key cap. */
    private static final String KEY_CAP = "\u20E3";

    public static NormalizedText of(String text) {
        String shown = TextNormalizer.visible(text).strip();
        String folded = digits(TextNormalizer.folded(shown)).replace(KEY_CAP, "");
        String plain = AROUND.matcher(FACES.matcher(folded).replaceAll("")).replaceAll("");
        // A message of signs only says what its signs say: ✓ is an answer.
        return new NormalizedText(
                shown, plain.isEmpty() ? AROUND.matcher(folded).replaceAll("") : plain);
    }

    /** The writing for comparing alone. */
    public static String plain(String text) {
        return of(text).plain();
    }

    /**
     * What was typed where a part of the folded message stands; the part itself where the message doesn't hold it.
     *
     * @param part as {@link #folded} has it
     */
    public String asTyped(String part) {
        StringBuilder folded = new StringBuilder(shown.length());
        int from = folded(shown).indexOf(part);
        int start = -1;
        for (int at = 0; from >= 0 && at < shown.length(); at += Character.charCount(shown.codePointAt(at))) {
            start = start < 0 && folded.length() >= from ? at : start;
            if (start >= 0 && folded.length() >= from + part.length()) {
                return shown.substring(start, at);
            }
            folded.append(folded(Character.toString(shown.codePointAt(at))));
        }
        return start < 0 ? part : shown.substring(start);
    }

    /** A message as a whole, punctuation and all, in the writing for comparing; each character for itself. */
    public static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .mapToObj(Character::toString)
                .map(TextNormalizer::folded)
                .forEach(folded::append);
        return digits(folded.toString());
    }

    /** ٣ and ३ are digits like 3. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? '0' + Character.digit(c, 10) : c)
                .forEach(digits::appendCodePoint);
        return digits.toString();
    }
}
