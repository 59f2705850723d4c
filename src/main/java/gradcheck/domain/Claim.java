package gradcheck.domain;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What somebody says to prove which student they are; compared as a whole, so that nothing tells which part was wrong.
 *
 * @param number the 学号
 * @param lastSix the last six signs of the certificate number; never stored, never logged
 */
public record Claim(String number, String name, String lastSix) {
    private static final int SIX = 6;

    /** What this student would have to say; empty last signs, which nobody can say, where the roster has no number. */
    public static Claim of(Student student) {
        String certificate = compact(student.certificateNumber());
        return new Claim(
                student.number(), student.name(), certificate.substring(Math.max(0, certificate.length() - SIX)));
    }

    /** Whether there is anything in it to be proved. */
    public boolean isComplete() {
        return !compact(number).isEmpty()
                && !compact(name).isEmpty()
                && !compact(lastSix).isEmpty();
    }

    /** The same text for the same claim, however it was typed: width, case, spaces, the dot of a name don't matter. */
    public String text() {
        return compact(number) + "|" + compact(name) + "|" + compact(lastSix);
    }

    /** Never its parts: a claim must not stand in a log by accident. */
    @Override
    public String toString() {
        return "Claim";
    }

    private static String compact(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
