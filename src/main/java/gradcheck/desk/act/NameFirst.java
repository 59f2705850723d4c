package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.StudentCard;
import gradcheck.desk.ask.PlainText;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders about a student that begin with the name: 张三 恢复, 给李四延期 5月10日, 王五休学了别催他了, 给赵六留言 明天来. */
public final class NameFirst {
    private static final Map<String, String> OTHER_WORDS =
            Map.of("留言", "回复", "带个话", "回复", "带句话", "回复", "说一声", "回复", "发个消息", "回复", "发消息", "回复");

    private static final Pattern ORDER = Pattern.compile(
            "(?:给|把|让|帮)?\\s*(\\S{2,15}?)\\s*(恢复|延期|暂停|重开|移出|留言|带个话|带句话|说一声|发个消息|发消息)(?![的吗么没了?？])\\s*[:：,，]?\\s*(.*)",
            Pattern.DOTALL);
    /** 别催 with the reason before it. */
    private static final Pattern LEAVE_ALONE = Pattern.compile(
            "(?:把|让)?\\s*(\\S{2,15}?)(?:同学)?\\s*((?:已经|现在)?(?:休学|参军|入伍|退学|延毕|延期毕业|请假|住院|生病)?)了?[\\s,，]*(?:就|先|请)?(?:别|不用|不要)(?:再)?(?:催|提醒)[他她]?了?吧?[。!！]?");

    /** 张三退学了 orders nothing yet. */
    private static final Pattern GONE =
            Pattern.compile("(\\S{2,15}?)(?:同学)?\\s*(?:已经|现在|去年|今年)?(退学|休学|参军|入伍|当兵|延毕|延期毕业)了[。!！]?");

    /** 有学生退学了 names nobody. */
    private static final Pattern NOBODY_BY_NAME = Pattern.compile("学生|同学|[人谁他她它我你有个班这那]");

    /** 第2个啥情况, of the last list. */
    private static final Pattern LINE =
            Pattern.compile("第?(\\d{1,3})(?:个|位|行|号)?(?:同学|学生)?(?:现在)?(?:是谁|啥情况|什么情况|咋样|怎么样|怎么了)了?[?？]?");

    private NameFirst() {}

    /** A command with its argument, as the secretary would have written it. */
    public record Order(String command, String argument) {}

    /** How to say what probably follows from the news. */
    public static Optional<List<Say>> gone(DeskContext visit, String text) {
        Matcher gone = GONE.matcher(PlainText.narrow(text));
        if (!gone.matches() || NOBODY_BY_NAME.matcher(gone.group(1)).find()) {
            return Optional.empty();
        }
        if (!People.isSomebody(visit, gone.group(1))) {
            return Optional.of(People.with(visit, "查", gone.group(1), (who, rest) -> StudentCard.shown(visit, who)));
        }
        String command = gone.group(2).equals("退学") ? "移出" : "暂停";
        return Optional.of(
                List.of(DeskPhrases.GONE.with("name", gone.group(1), "what", gone.group(2), "command", command)));
    }

    /** Empty when it is nothing of the kind, or nobody the asker may see; who was only nearly named is asked about. */
    public static Optional<Order> in(DeskContext visit, String text) {
        String said = PlainText.narrow(text);
        Matcher alone = LEAVE_ALONE.matcher(said);
        if (alone.matches() && People.isNamed(visit, alone.group(1))) {
            return Optional.of(new Order("暂停", alone.group(1) + " " + alone.group(2)));
        }
        Matcher line = LINE.matcher(said);
        if (line.matches() && People.isLine(visit, line.group(1))) {
            return Optional.of(new Order("查", line.group(1)));
        }
        Matcher order = ORDER.matcher(said);
        if (!order.matches() || !People.isNamed(visit, order.group(1))) {
            return Optional.empty();
        }
        String command = OTHER_WORDS.getOrDefault(order.group(2), order.group(2));
        return Optional.of(new Order(command, order.group(1) + " " + order.group(3)));
    }
}
