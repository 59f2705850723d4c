package gradcheck.domain.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody typed, freed of what people put around a value: quotes, punctuation, polite words. */
public final class Typed {
    private static final String POLITE = "(?:谢谢|感谢|麻烦|辛苦|拜托)(?:老师|你|您|啦|了|改一下)*|才对|才是对的|才正确";
    private static final String PARTICLES = "吧|啊|哦|呢|呀|啦|哈|嗯|的|了|哒";
    private static final String BECOMES = "应该是|应当是|应该为|应为|应是|改为|改成|换成|更正为|变更为|是[:：]";
    private static final Pattern LEAD = Pattern.compile("^(?:请|把|将)?(?:" + BECOMES + ")\\s*(?=\\S)");
    private static final Pattern CLOSED_LEAD = Pattern.compile("^(?:我(?:现在)?(?:是|已经是)|现在是|就是|是|填|写)\\s*(?=\\S)");
    private static final Pattern CONTRAST = Pattern.compile("^不是.{1,20}?[，,\\s]*(?:而是|应该是|应是|是)(.+)$");
    private static final Pattern TAIL = Pattern.compile("(?<=.)[，,。！!；;\\s]*(?:" + POLITE + ")[。！!~～]*$");
    private static final Pattern CLOSED_TAIL =
            Pattern.compile("(?<=.)[，,。！!；;\\s]*(?:" + POLITE + "|" + PARTICLES + ")[。！!~～]*$");
    private static final Pattern QUESTION_MARKS = Pattern.compile("[？?]+$");
    private static final Pattern BEFORE = Pattern.compile("^[\\s，,。；;：:！!、~～…*]+");
    private static final Pattern AFTER = Pattern.compile("[\\s，,。.；;：:！!、~～…]+$");
    /** What opens and what closes; only a pair around the whole is taken off, for brackets may belong to a value. */
    private static final String PAIRS = "“”‘’「」『』《》【】[]\"\"''（）()";

    private Typed() {}

    /** For values in somebody's own words, such as names: only what can't belong to one is taken off. */
    static String open(String typed) {
        return settled(shown(typed), LEAD, TAIL);
    }

    /** For values of a closed set: small words go too, and of 不是汉族，是回族 the right half stays. */
    static String closed(String typed) {
        String text = settled(shown(typed), LEAD, CLOSED_TAIL);
        Matcher contrast = CONTRAST.matcher(text);
        String meant = contrast.matches() ? contrast.group(1) : text;
        return settled(CLOSED_LEAD.matcher(meant).replaceFirst(""), LEAD, CLOSED_TAIL)
                .transform(meantNow -> QUESTION_MARKS.matcher(meantNow).replaceFirst(""));
    }

    /** Half-width, upper case, without any white space: for what has one spelling only. */
    public static String compact(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
    }

    /** Full-width letters and digits made half-width; every other sign stays as it is, unlike under NFKC. */
    static String narrow(String value) {
        StringBuilder narrow = new StringBuilder(value.length());
        value.codePoints()
                .map(c -> c >= 0xFF10 && c <= 0xFF5A && Character.isLetterOrDigit(c) ? c - 0xFEE0 : c)
                .forEach(narrow::appendCodePoint);
        return narrow.toString();
    }

    /** Without signs that can't be seen (joiners, byte order marks, direction marks), on one line. */
    private static String shown(String typed) {
        StringBuilder shown = new StringBuilder(typed.length());
        typed.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    private static String settled(String text, Pattern lead, Pattern tail) {
        String before = "";
        String now = text;
        while (!now.equals(before)) {
            before = now;
            now = unpaired(AFTER.matcher(BEFORE.matcher(now).replaceFirst("")).replaceFirst(""));
            now = tail.matcher(lead.matcher(now).replaceFirst("")).replaceFirst("");
        }
        return now;
    }

    private static String unpaired(String text) {
        if (text.length() < 2) {
            return PAIRS.contains(text) ? "" : text;
        }
        int open = PAIRS.indexOf(text.charAt(0));
        boolean around = open >= 0 && open % 2 == 0 && text.charAt(text.length() - 1) == PAIRS.charAt(open + 1);
        String inside = text.substring(1, text.length() - 1);
        boolean whole = around && inside.indexOf(text.charAt(0)) < 0 && inside.indexOf(PAIRS.charAt(open + 1)) < 0;
        return whole ? inside.strip() : text;
    }
}
