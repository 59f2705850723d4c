package gradcheck.domain.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day named among other words: 打错了 是6月9号 不是8号. */
public final class SpokenDay {
    private static final Pattern DAY = Pattern.compile(
            "(?<!不是|写的|写成|系统|显示|(?<!应该|要)写)(?:(?<!\\d)(\\d{4})\\s*[年./-]\\s*)?(?<!\\d)(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})(?!\\d)"
                    + "|(?<!不是|写的|写成|系统|显示|(?<!应该|要)写)(?<![\\d月./-])(\\d{1,2})[日号]");

    private SpokenDay() {}

    /**
     * The day as {@code YYYYMMDD}; empty where none is named. Whether there is such a day is not looked at.
     *
     * @param noted the date that is talked about, as {@code YYYYMMDD}: its year and month are meant where none are said
     */
    public static Optional<String> in(String text, String noted) {
        Matcher day = DAY.matcher(text);
        if (!day.find()) {
            return Optional.empty();
        }
        String year = day.group(1) == null ? noted.substring(0, 4) : day.group(1);
        String month = day.group(2) == null ? noted.substring(4, 6) : day.group(2);
        String number = day.group(2) == null ? day.group(4) : day.group(3);
        return Optional.of(
                String.format(Locale.ROOT, "%s%02d%02d", year, Integer.valueOf(month), Integer.valueOf(number)));
    }
}
