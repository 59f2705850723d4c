package gradcheck.domain.value;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people and offices write them; the standard form is YYYYMMDD, as the national data structure has it. */
public final class Dates {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String GAP = "\\s*[年./\\-\\s]\\s*";
    /** The month and the day must be told apart: 2003117 may be the 7th of November or the 17th of January. */
    private static final Pattern SPACED = Pattern.compile(
            "(\\d{4})" + GAP + "(\\d{1,2})\\s*[月./\\-\\s]\\s*(\\d{1,2})\\s*[日号]?(?:[T\\s]+0?0:00(?::00)?)?");

    private static final Pattern PLAIN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");
    /** No student was born and none graduates outside these years. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2099;

    private Dates() {}

    /** Year, month and day in the form YYYYMMDD; empty where they can't be told, even if there is no such day. */
    static Optional<String> written(String typed) {
        String text = arabic(Normalizer.normalize(typed, Normalizer.Form.NFKC)).strip();
        Matcher spaced = SPACED.matcher(text);
        Matcher date = spaced.matches() ? spaced : PLAIN.matcher(text);
        return date.matches()
                ? Optional.of(date.group(1) + twoDigits(date.group(2)) + twoDigits(date.group(3)))
                : Optional.empty();
    }

    /** The real date somebody wrote, as YYYYMMDD; empty for anything else. */
    public static Optional<String> standard(String written) {
        return written(written).filter(Dates::isReal);
    }

    /** Whether this is YYYYMMDD and a day that was or will be, 1900 to 2099. */
    static boolean isReal(String yyyymmdd) {
        if (!EIGHT_DIGITS.matcher(yyyymmdd).matches()) {
            return false;
        }
        int number = Integer.parseInt(yyyymmdd);
        int year = number / 10_000;
        int month = number / 100 % 100;
        int day = number % 100;
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** 二〇〇三年十一月二十一日 in digits: 十 is a one before its unit and vanishes between two numerals. */
    static String arabic(String text) {
        String tens = text.replace('零', '〇')
                .replace('○', '〇')
                .replaceAll("(?<=[一二三])十(?=[一二三四五六七八九])", "")
                .replaceAll("(?<=[一二三])十", "〇")
                .replaceAll("十(?=[一二三四五六七八九])", "一")
                .replace("十", "一〇");
        StringBuilder digits = new StringBuilder(tens.length());
        tens.chars()
                .map(c -> DIGITS.indexOf(c) >= 0 ? '0' + DIGITS.indexOf(c) : c)
                .forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
