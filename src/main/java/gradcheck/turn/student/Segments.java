package gradcheck.turn.student;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message in the pieces people make of it: at every sign and gap, at words that go on, and behind the small words that end a
 * clause where nobody sets a comma (要的嘛那开始嘛我等哈子还有事).
 */
final class Segments {
    /** Shorter clauses are one, and so are questions that are not much longer. */
    private static final int SHORT = 8;

    private static final int SHORT_QUESTION = 16;
    private static final Pattern ASKS = Pattern.compile("[?？]|吗|不$|没$|怎么|咋|什么|啥|哪|几");

    /** A blank between Latin words ends nothing. */
    private static final Pattern BETWEEN =
            Pattern.compile("(?:[，,。；;！!？?～~、…\\n]|\\.(?=\\s))+\\s*|\\s+(?![A-Za-z])|(?<![A-Za-z,.'])\\s+"
                    + "|(?<=\\S)(?=还有(?!没)|另外|对了(?!$)|不过|顺便|然后(?=\\S)|就是(?=\\S{3}))");

    /** A small word at the end of a clause, and what begins the next. */
    private static final Pattern ENDED = Pattern.compile(
            "(?<=[嘛呀啊哦噻吧呢哈啦吗呗咯哟了])(?=(?:我|你|那|就|这|老师|但|因为|所以|可是|咋|怎么|民族|照片|材料|信息|照|学信网|顺便|应该|是|会|要)[^嘛呀啊哦噻吧呢哈啦吗])");

    private Segments() {}

    /** A piece, by where it stands. */
    record Segment(int from, int to) {}

    static List<Segment> of(String text) {
        List<Segment> pieces = new ArrayList<>();
        Matcher between = BETWEEN.matcher(text);
        int from = 0;
        while (between.find()) {
            addClauses(text, from, between.start(), pieces);
            from = between.end();
        }
        addClauses(text, from, text.length(), pieces);
        return pieces;
    }

    private static void addClauses(String text, int from, int to, List<Segment> pieces) {
        int at = from;
        boolean isOne = to - from <= SHORT
                || (to - from <= SHORT_QUESTION
                        && ASKS.matcher(text).region(from, to).find());
        if (!isOne) {
            Matcher ended = ENDED.matcher(text).region(from, to).useTransparentBounds(true);
            while (ended.find()) {
                pieces.add(new Segment(at, ended.start()));
                at = ended.start();
            }
        }
        if (at < to) {
            pieces.add(new Segment(at, to));
        }
    }
}
