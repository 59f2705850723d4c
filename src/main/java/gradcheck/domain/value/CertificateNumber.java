package gradcheck.domain.value;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Certificate numbers: their forms by type, and the check signs that have a public rule (GB 11643-1999, HKID).
 *
 * <p>A check sign that doesn't fit means "typed wrongly or misread", never "forged". Every number here is in the form of
 * {@link #normal}.
 */
public final class CertificateNumber {
    /** No certificate has fewer. */
    private static final int FEWEST_DIGITS = 6;

    private static final int RESIDENT_LENGTH = 18;

    private static final String GROUP = "[0-9a-z]*[0-9][0-9a-z]*";
    private static final String CHECK_DIGIT = "(?:\\s*\\([0-9a-z]\\))?";
    private static final Pattern DASHED =
            Pattern.compile(GROUP + "(?:[\\-—–_.·]+" + GROUP + ")*" + CHECK_DIGIT, Pattern.CASE_INSENSITIVE);
    /** In groups of three and more: a single number before it is none of them. */
    private static final Pattern SPACED =
            Pattern.compile("[0-9a-z]{3,}(?:[\\s\\-—–]+[0-9]{2,}[0-9x]?)*" + CHECK_DIGIT, Pattern.CASE_INSENSITIVE);

    private static final Pattern RESIDENT = Pattern.compile("[1-9]\\d{5}(18|19|20)\\d{9}[\\dX]");
    /** 18 digits too, but never of the type 居民身份证: 81 is 香港, 82 is 澳门, 83 is 台湾. */
    private static final Pattern RESIDENCE_PERMIT = Pattern.compile("8[123]0000(19|20)\\d{9}[\\dX]");

    private static final Pattern HONG_KONG = Pattern.compile("([A-Z]{1,2}\\d{6})(?:\\(([\\dA])\\)|([\\dA]))");
    private static final Pattern MACAU = Pattern.compile("([1578])/?(\\d{6})(?:\\((\\d)\\)|/?(\\d))");
    private static final Pattern TAIWAN_PERMIT = Pattern.compile("\\d{8}|\\d{10}([A-Z]|\\([A-Z]\\))");
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");
    private static final Pattern CHINESE_PASSPORT = Pattern.compile("E\\d{8}|E[A-HJ-NP-Z]\\d{7}|G\\d{8}");
    private static final Pattern HOME_RETURN = Pattern.compile("[HM](\\d{8}|\\d{10})");
    private static final Pattern OTHER = Pattern.compile("[A-Z0-9][A-Z0-9()/]{1,28}[A-Z0-9)]");
    private static final Pattern EIGHTEEN = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern FILLERS = Pattern.compile("[\\s\\p{Cf}\\u2010-\\u2015\\u2212_.-]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String SIGNS = "10X98765432";
    /** The leading blank of a one-letter number. */
    private static final int BLANK = 36;

    private CertificateNumber() {}

    /** Half-width, upper case, without spaces and hyphens. */
    public static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .transform(text -> FILLERS.matcher(text).replaceAll(""))
                .toUpperCase(Locale.ROOT);
    }

    /** The number as it is kept: 香港 and 澳门 numbers have their check sign in brackets, whether typed so or not. */
    static String standard(CertificateType type, String number) {
        Matcher hongKong = HONG_KONG.matcher(number);
        if (type == CertificateType.HONG_KONG && hongKong.matches()) {
            return hongKong.group(1) + "(" + either(hongKong.group(2), hongKong.group(3)) + ")";
        }
        Matcher macau = MACAU.matcher(number);
        if (type == CertificateType.MACAU && macau.matches()) {
            return macau.group(1) + macau.group(2) + "(" + either(macau.group(3), macau.group(4)) + ")";
        }
        return number;
    }

    /** Whether the number has the form of its type; the type 其他 takes nearly any number. */
    public static boolean fits(CertificateType type, String number) {
        return switch (type) {
            case RESIDENT -> RESIDENT.matcher(number).matches()
                    && !RESIDENCE_PERMIT.matcher(number).matches()
                    && birthDate(number).isPresent();
            case HONG_KONG -> HONG_KONG.matcher(number).matches();
            case MACAU -> MACAU.matcher(number).matches();
            case TAIWAN_PERMIT -> TAIWAN_PERMIT.matcher(number).matches();
            case PASSPORT -> PASSPORT.matcher(number).matches();
            case HOME_RETURN_PERMIT -> HOME_RETURN.matcher(number).matches();
            case RESIDENCE_PERMIT -> RESIDENCE_PERMIT.matcher(number).matches()
                    && birthDate(number).isPresent();
            case OTHER -> OTHER.matcher(number).matches();
        };
    }

    /** Whether the check sign fits; true for types whose rule is not public. */
    public static boolean checks(CertificateType type, String number) {
        return switch (type) {
            case RESIDENT, RESIDENCE_PERMIT -> EIGHTEEN.matcher(number).matches()
                    && residentSign(number) == number.charAt(17);
            case HONG_KONG -> HONG_KONG.matcher(number).matches() && hongKongChecks(number);
            default -> true;
        };
    }

    /** Whether the type's check sign has a public rule. */
    static boolean hasCheckSign(CertificateType type) {
        return type == CertificateType.RESIDENT
                || type == CertificateType.RESIDENCE_PERMIT
                || type == CertificateType.HONG_KONG;
    }

    /** The types whose own form and check sign this number has; free forms (passports of other countries) left out. */
    public static List<CertificateType> typesOf(String number) {
        return Arrays.stream(CertificateType.values())
                .filter(t -> t != CertificateType.OTHER)
                .filter(t -> t == CertificateType.PASSPORT
                        ? CHINESE_PASSPORT.matcher(number).matches()
                        : fits(t, number) && checks(t, number))
                .toList();
    }

    /** The birth date in an 18-digit number as YYYYMMDD; empty where there is no real date. */
    public static Optional<String> birthDate(String number) {
        return number.length() == 18 ? Optional.of(number.substring(6, 14)).filter(Dates::isReal) : Optional.empty();
    }

    /** 男 or 女 by the 17th digit; a hint only. */
    public static Optional<String> sex(String number) {
        return EIGHTEEN.matcher(number).matches()
                ? Optional.of((number.charAt(16) - '0') % 2 == 1 ? "男" : "女")
                : Optional.empty();
    }

    private static char residentSign(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return SIGNS.charAt(sum % 11);
    }

    /** Weights 9 to 2 over letters and digits, mod 11; a single letter has a blank before it, and 10 is written A. */
    private static boolean hongKongChecks(String number) {
        String plain = number.replaceAll("[()]", "");
        int sum = plain.length() == 8 ? 9 * BLANK : 0;
        for (int i = 0; i < plain.length() - 1; i++) {
            sum += Character.digit(plain.charAt(i), Character.MAX_RADIX) * (plain.length() - i);
        }
        int sign = (11 - sum % 11) % 11;
        return plain.charAt(plain.length() - 1) == (sign == 10 ? 'A' : (char) ('0' + sign));
    }

    private static String either(@Nullable String one, String other) {
        return one == null ? other : one;
    }

    /**
     * The number that stands in a message, without the blanks and dashes people put between its groups: 我的是 629999-20040912-0122.
     * Empty where none is long enough to be one.
     */
    public static Optional<String> in(String text) {
        String folded = TextNormalizer.folded(text);
        List<String> spaced = all(SPACED, folded);
        List<String> dashed = all(DASHED, folded);
        return Stream.concat(dashed.stream(), spaced.stream())
                .filter(number -> number.length() == RESIDENT_LENGTH)
                .findFirst()
                .or(() -> Stream.concat(dashed.stream(), spaced.stream()).max(Comparator.comparingInt(String::length)));
    }

    private static List<String> all(Pattern form, String text) {
        return form.matcher(text)
                .results()
                .map(found -> found.group().replaceAll("[\\s\\-—–_.·]", ""))
                .filter(number -> number.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS)
                .toList();
    }
}
