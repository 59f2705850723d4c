package gradcheck.desk.review;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.StudentList;
import gradcheck.desk.ask.PlainText;
import gradcheck.message.Phrase.Say;
import gradcheck.store.record.CorrectionRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reviews said the other way round: 3通过, 2退回吧, 第2个退回 照片不清楚, several after each other, 驳回 for 退回. */
public final class NumberFirst {
    private static final Map<String, String> ACTS = Map.of(
            "通过", "通过", "批准", "通过", "同意", "通过", "退回", "退回", "驳回", "退回", "打回", "退回", "退", "退回", "材料已收", "材料已收", "材料收到",
            "材料已收", "材料到", "材料已收");

    private static final String ACT = "(通过|批准|同意|退回|驳回|打回|材料已收|材料收到|材料到|退(?=了|掉|吧|\\s|$))";
    private static final String NUMBERS = "(\\d{1,6}(?:\\s*[、和]\\s*\\d{1,6})*)";
    private static final Pattern NUMBER_FIRST = Pattern.compile("(第|编号)?\\s*" + NUMBERS
            + "\\s*(号|个|条|项)?\\s*(?:的?更正)?(?:就|都|先|请|给我|可以)*+\\s*" + ACT + "(?:去|了|掉|吧|啦|一下|哈)*+(.*)");
    private static final Pattern OTHER_WORD =
            Pattern.compile("(批准|同意|驳回|打回|材料收到)(?:去|了|掉|一下)*+\\s*(第|编号)?\\s*" + NUMBERS + "\\s*(号|个|条|项)?(.*)");
    /** Where the next review begins. */
    private static final Pattern NEXT =
            Pattern.compile("[,，;；。\\n]\\s*(?=(?:第|编号)?\\s*\\d{1,6}\\s*(?:号|个|条|项)?\\s*" + ACT + ")");
    /** What follows makes a question of it: 3通过了没, 2退回的有谁. */
    private static final Pattern ASKS = Pattern.compile("的.*|没有?|.*[吗么?？]|.*(谁|多少|几个|哪).*");

    private static final Pattern AROUND = Pattern.compile("^[\\s,，。:：!！~]+|[\\s。!！~]+$");

    private final DeskContext visit;

    public NumberFirst(DeskContext visit) {
        this.visit = visit;
    }

    /** One review: the word, the numbers, and what follows. */
    private record Order(String act, String numbers, String before, boolean counts, String rest) {}

    /** Empty when it is nothing of the kind. */
    public Optional<List<Say>> hear(String text) {
        List<Order> orders = new ArrayList<>();
        for (String piece : NEXT.split(PlainText.narrow(text), -1)) {
            Optional<Order> order = order(piece.strip());
            if (order.isEmpty()) {
                return Optional.empty();
            }
            orders.add(order.get());
        }
        return Optional.of(orders.stream().flatMap(o -> done(o).stream()).toList());
    }

    private static Optional<Order> order(String said) {
        Matcher first = NUMBER_FIRST.matcher(said);
        Matcher other = OTHER_WORD.matcher(said);
        Optional<Order> order = Optional.empty();
        if (first.matches()) {
            order = Optional.of(order(first.group(4), first.group(2), first.group(1), first.group(3), first.group(5)));
        } else if (other.matches()) {
            order = Optional.of(order(other.group(1), other.group(3), other.group(2), other.group(4), other.group(5)));
        }
        return order.filter(o -> !ASKS.matcher(o.rest()).matches())
                .filter(o -> o.rest().isEmpty() || o.act().equals("退回"));
    }

    private static Order order(
            String act, String numbers, @Nullable String before, @Nullable String after, String rest) {
        boolean counts = "第".equals(before) && ("个".equals(after) || "条".equals(after));
        return new Order(
                ACTS.getOrDefault(act, act),
                numbers,
                before == null ? "" : before,
                counts,
                AROUND.matcher(rest).replaceAll(""));
    }

    private List<Say> done(Order order) {
        Optional<Say> which = order.counts() ? unclear(order) : Optional.empty();
        if (which.isPresent()) {
            return List.of(which.get());
        }
        Review review = new Review(visit);
        String argument = order.before() + order.numbers() + " " + order.rest();
        return switch (order.act()) {
            case "通过" -> review.pass(argument.strip());
            case "退回" -> review.sendBack(argument.strip());
            default -> review.received(argument.strip());
        };
    }

    /** 第 2 个 may be the second line or number 2; where both wait, and differ, it is asked back. */
    private Optional<Say> unclear(Order order) {
        if (!order.numbers().matches("\\d+")) {
            return Optional.empty();
        }
        int said = Integer.parseInt(order.numbers());
        List<CorrectionRows.Row> rows = new ReviewQueue(visit).rows();
        boolean isNumbered = rows.stream().anyMatch(row -> row.id().tag() == said);
        Optional<CorrectionRows.Row> line =
                said >= 1 && said <= rows.size() ? Optional.of(rows.get(said - 1)) : Optional.empty();
        return line.filter(row -> row.id().tag() != said)
                .map(row -> DeskPhrases.LINE_OR_TAG.with(
                        "line",
                        said,
                        "tag",
                        StudentList.tag(visit, row.id()),
                        "other",
                        isNumbered ? DeskPhrases.OR_TAG.with("tag", said) : "",
                        "example",
                        (order.act() + " " + StudentList.tag(visit, row.id()) + " " + order.rest()).strip()));
    }
}
