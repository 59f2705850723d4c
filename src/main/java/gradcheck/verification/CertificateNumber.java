package gradcheck.verification;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Certificate numbers: their forms by type, and the check signs that have a public rule (GB 11643-1999, HKID).
 *
 * <p>A check sign that doesn't fit means "typed wrongly or misread", never "forged".
 */
public final class CertificateNumber {
    private static final Pattern RESIDENT = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final Pattern HONG_KONG = Pattern.compile("[A-Z]{1,2}\\d{6}\\(?[\\dA]\\)?");
    private static final Pattern MACAU = Pattern.compile("[1578]\\d{6}\\(?\\d\\)?");
    private static final Pattern TAIWAN_PERMIT = Pattern.compile("\\d{8}|\\d{10}[A-Z]");
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");
    private static final Pattern HOME_RETURN = Pattern.compile("[HM](\\d{8}|\\d{10})");
    private static final Pattern RESIDENCE_PERMIT = Pattern.compile("8[123]0000\\d{11}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String SIGNS = "10X98765432";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private CertificateNumber() {}

    /** Half-width, upper case, without spaces and hyphens. */
    public static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** Whether the number has the form of its type; a type without a known form takes any number. */
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
            case RESIDENCE_PERMIT -> RESIDENCE_PERMIT.matcher(number).matches();
            case OTHER -> !number.isEmpty();
        };
    }

    /** Whether the check sign fits; true for types whose rule is not public. */
    public static boolean checks(CertificateType type, String number) {
        return switch (type) {
            case RESIDENT, RESIDENCE_PERMIT -> number.length() == 18 && residentSign(number) == number.charAt(17);
            case HONG_KONG -> hongKongChecks(number);
            default -> true;
        };
    }

    /** The birth date in an 18-digit number as YYYYMMDD; empty where there is no real date. */
    public static Optional<String> birthDate(String number) {
        if (number.length() != 18) {
            return Optional.empty();
        }
        String date = number.substring(6, 14);
        return isDate(date) ? Optional.of(date) : Optional.empty();
    }

    /** 男 or 女 by the 17th digit; a hint only. */
    public static Optional<String> sex(String number) {
        return number.length() == 18 && Character.isDigit(number.charAt(16))
                ? Optional.of((number.charAt(16) - '0') % 2 == 1 ? "男" : "女")
                : Optional.empty();
    }

    static boolean isDate(String yyyymmdd) {
        try {
            LocalDate.parse(yyyymmdd, DATE);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static char residentSign(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return SIGNS.charAt(Math.floorMod(sum, 11));
    }

    /** Weights 9 to 2 over the letters (a single letter has a blank of value 36 before it), mod 11, 10 is written A. */
    private static boolean hongKongChecks(String number) {
        String plain = number.replaceAll("[()]", "");
        String padded = plain.length() == 8 ? " " + plain : plain;
        if (padded.length() != 9) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            char c = padded.charAt(i);
            int value = c == ' ' ? 36 : Character.digit(c, Character.MAX_RADIX);
            sum += value * (9 - i);
        }
        int sign = Math.floorMod(11 - sum % 11, 11);
        return padded.charAt(8) == (sign == 10 ? 'A' : (char) ('0' + sign));
    }
}
