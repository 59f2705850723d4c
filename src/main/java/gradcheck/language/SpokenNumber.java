package gradcheck.language;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number somebody names, alone or beside a small word: 2, ２, ②, 第二个, 选 2, 是的1, 1 please. */
public final class SpokenNumber {
    private static final Pattern DIGITS = Pattern.compile(
            "(?:我?选择?|第|回复|是的?|对的?|嗯+|好的?|要的?|必须[滴的]?|那就?|就)*\\s*(\\d{1,2})\\s*(?:项|个|条|号|种|行|位)?(?:吧|啊|呀|哦|了|嘛|啦|呗|哈|噻|喽|的|咯|please)?");
    /** Written out it counts only where it can't be anything else. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:我?选择?|第|选第)(十?[一二三四五六七八九]|十)(?:项|个|条|号|种|行|位)?(?:吧|啊|呀|哦|嘛|啦|呗|哈|噻|喽|的|咯)?|([一二三四五六七八九])号");

    private static final Pattern ANY = Pattern.compile("[\\p{N}一二三四五六七八九十〇零]");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final String VALUES = "零一二三四五六七八九十";

    private SpokenNumber() {}

    public static OptionalInt alone(String text) {
        String plain = NormalizedText.plain(text);
        Matcher digits = DIGITS.matcher(plain);
        if (digits.matches()) {
            return OptionalInt.of(Integer.parseInt(digits.group(1)));
        }
        Matcher written = WRITTEN.matcher(plain);
        return written.matches()
                ? OptionalInt.of(value(written.group(1) == null ? written.group(2) : written.group(1)))
                : OptionalInt.empty();
    }

    /** Whether a number stands in it, in whatever signs. */
    public static boolean isAnyIn(String text) {
        return ANY.matcher(text).find();
    }

    /** Whether a digit stands in it. */
    public static boolean isDigitIn(String text) {
        return DIGIT.matcher(text).find();
    }

    private static int value(String written) {
        return written.chars().map(VALUES::indexOf).sum();
    }
}
