package gradcheck.domain.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day named among other words: 打错了 是6月9号 不是8号. */
public final class SpokenDay {
    private static final Pattern DAY = Pattern.compile(
            "(?<!不是|写的|写成|系统)(?:(?<!\\d)(\\d{4})\\s*[年./-]\\s*)?(?<!\\d)(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})(?!\\d)");

    private SpokenDay() {}

    /**
     * The day as {@code YYYYMMDD}; empty where none is named. Whether there is such a day is not looked at.
     *
     * @param year meant where none is said
     */
    public static Optional<String> in(String text, String year) {
        Matcher day = DAY.matcher(text);
        return day.find()
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%s%02d%02d",
                        day.group(1) == null ? year : day.group(1),
                        Integer.valueOf(day.group(2)),
                        Integer.valueOf(day.group(3))))
                : Optional.empty();
    }
}
