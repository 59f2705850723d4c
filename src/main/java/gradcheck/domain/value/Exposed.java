package gradcheck.domain.value;

import gradcheck.domain.Student;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a message should not stand in a chat: a certificate number of any kind, a password or a code, a phone number.
 *
 * <p>Forms that mean nothing by themselves (eight digits, seven letters and digits) count only beside a word for a
 * certificate, or when they are the very number of the record.
 *
 * @param value as it was typed, half-width and upper case; of a secret nothing; never stored, never logged
 */
public record Exposed(Kind kind, String value) {
    /** None of these things is shorter, and most messages have no such character at all. */
    private static final int SHORTEST_OF_ALL = 4;
    /** From 15 digits on nothing else is typed into this chat: old and new numbers, one digit more or less. */
    private static final Pattern LONG = token("\\d{14,18}[\\dX]");
    /** The way people space a number out: 6, 8 and 4 signs, or in fours. */
    private static final Pattern SPACED =
            token("[1-9]\\d{5}[ -]?(?:18|19|20)\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{3}[\\dX]"
                    + "|[1-9]\\d{3}[ -]\\d{4}[ -]\\d{4}[ -]\\d{4}[ -]\\d[\\dX]");

    private static final Pattern BRACKETED =
            token("[A-Z]{1,2}\\d{6} ?\\([\\dA]\\)|[1578]/?\\d{6} ?\\(\\d\\)|[1578]/\\d{6}/\\d");
    private static final Pattern HONG_KONG = token("[A-Z]{1,2}\\d{6}[\\dA]");
    private static final Pattern PERMIT_OR_PASSPORT =
            token("[HM]\\d{8}(?:\\d{2})?|[EG]\\d{8}|E[A-HJ-NP-Z]\\d{7}|\\d{10}\\([A-Z]\\)");
    private static final Pattern BESIDE_A_WORD = token("[A-Z]{0,3}\\d{7,12}(?:\\([A-Z\\d]\\)|[A-Z])?");
    private static final Pattern WORD = Pattern.compile("身份证|身份證|证件|證件|台胞证|台胞證|通行证|通行證|回乡证|回鄉證|护照|護照|居住证|居留证");
    private static final Pattern PHONE = token("(?:\\+?86[ -]?)?1[3-9]\\d(?:[ -]?\\d{4}){2}");
    private static final Pattern DAY = Pattern.compile("(?:19|20)\\d{2}(?:0\\d|1[0-2])[0-3]\\d");
    /** So short a number is no certificate's, or at least nobody's secret. */
    private static final int SHORTEST = 6;

    private static final int SHORTEST_DIGITS = 8;

    /** What kind of thing it is. */
    public enum Kind {
        CERTIFICATE,
        SECRET,
        PHONE
    }

    /**
     * The first such thing in the message; a certificate number before a secret, a secret before a phone.
     *
     * @param student whose message it is; their 学号 is no secret, and their own number is known in any form
     */
    public static Optional<Exposed> in(String text, Optional<Student> student) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}]", "")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .toUpperCase(Locale.ROOT);
        boolean mayHoldNumber = plain.chars().filter(c -> c > ' ' && c <= '~').count() >= SHORTEST_OF_ALL;
        Optional<String> certificate = mayHoldNumber ? certificate(plain, student) : Optional.empty();
        return certificate
                .map(v -> new Exposed(Kind.CERTIFICATE, v))
                .or(() ->
                        SecretDetector.finds(text, student.map(Student::number).orElse(""))
                                ? Optional.of(new Exposed(Kind.SECRET, ""))
                                : Optional.empty())
                .or(() -> first(PHONE, plain).map(v -> new Exposed(Kind.PHONE, v)));
    }

    /** Whether it is this student's own number, brackets and spaces aside. */
    public boolean isNumberOf(Student student) {
        return compact(value).equals(compact(student.certificateNumber()));
    }

    @Override
    public String toString() {
        return "Exposed " + kind;
    }

    private static Optional<String> certificate(String plain, Optional<Student> student) {
        String number = student.map(Student::number).orElse("");
        return own(plain, student.map(s -> compact(s.certificateNumber())).orElse(""))
                .or(() -> first(LONG, plain).filter(v -> !v.equals(number)))
                .or(() -> first(SPACED, plain))
                .or(() -> first(BRACKETED, plain))
                .or(() -> first(HONG_KONG, plain).filter(v -> CertificateNumber.checks(CertificateType.HONG_KONG, v)))
                .or(() -> first(PERMIT_OR_PASSPORT, plain))
                .or(() -> WORD.matcher(plain).find() ? besideAWord(plain, number) : Optional.empty());
    }

    private static Optional<String> own(String plain, String own) {
        if (own.length() < SHORTEST) {
            return Optional.empty();
        }
        String spaced = String.join("[ ()/-]{0,2}", own.split(""));
        return first(token(spaced + "\\)?"), plain);
    }

    private static Optional<String> besideAWord(String plain, String studentNumber) {
        Matcher found = BESIDE_A_WORD.matcher(plain);
        while (found.find()) {
            String value = found.group();
            boolean digits = value.matches("\\d+");
            boolean other = value.equals(studentNumber)
                    || PHONE.matcher(value).matches()
                    || DAY.matcher(value).matches()
                    || (digits && value.length() < SHORTEST_DIGITS);
            if (!other) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** Not part of a longer row of letters and digits. */
    private static Pattern token(String form) {
        return Pattern.compile("(?<![A-Z0-9])(?:" + form + ")(?![A-Z0-9])");
    }

    private static String compact(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "");
    }
}
