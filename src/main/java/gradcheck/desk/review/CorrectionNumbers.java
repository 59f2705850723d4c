package gradcheck.desk.review;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.act.PersonFinder;
import gradcheck.desk.ask.PlainText;
import gradcheck.message.Phrase.Say;
import gradcheck.store.query.StudentQueries.Line;
import gradcheck.store.record.CorrectionRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the corrections a message means by their 编号, several at once, with a college's name before it where needed. */
final class CorrectionNumbers {
    /** 和 holds numbers together; before anything else it begins the reason: 退回 3 和学籍系统一致. */
    private static final String AND = "和\\s*(?=(?:编号|第)?\\s*\\p{IsHan}{0,12}\\d{1,6}\\s*号?\\s*(?:[、,，;；和\\s]|$))";

    private static final Pattern TAG = Pattern.compile(
            "\\s*(编号|第|更正)?\\s*(\\p{IsHan}*?)\\s*(\\d{1,6})\\s*号?\\s*(?:[、,，;；]\\s*|" + AND + "|\\s+|$)");

    private CorrectionNumbers() {}

    /**
     * What was found.
     *
     * @param rows the corrections that are meant
     * @param instead why one of them is not clear; nothing is done then
     * @param rest the words after the numbers
     */
    record Found(List<CorrectionRows.Row> rows, List<Say> instead, String rest) {}

    /** @param command what is to be done with them, for the way to say it */
    static Found find(DeskContext visit, String command, String argument) {
        String said = PlainText.narrow(argument);
        List<CorrectionRows.Row> rows = new ArrayList<>();
        List<Say> instead = new ArrayList<>();
        Matcher tag = TAG.matcher(said);
        boolean isTag = false;
        int at = 0;
        while (at < said.length() && tag.region(at, said.length()).lookingAt()) {
            isTag |= (tag.group(1) != null && !tag.group(1).equals("第"))
                    || !tag.group(2).isEmpty();
            one(visit, tag.group(2), Integer.parseInt(tag.group(3)), rows, instead);
            at = tag.end();
        }
        String rest = said.substring(at).strip();
        if (!isTag) {
            rows.stream()
                    .flatMap(row ->
                            otherLine(visit, row, (command + " 编号" + row.id().tag() + " " + rest).strip()).stream())
                    .forEach(instead::add);
        }
        return new Found(rows, instead, rest);
    }

    /** With a list of students before their eyes, its lines have numbers, too: the one meant may be somebody else's. */
    private static Optional<Say> otherLine(DeskContext visit, CorrectionRows.Row row, String example) {
        return new PersonFinder(visit)
                .onLine(row.id().tag())
                .filter(line -> !line.number().equals(row.number()))
                .map(line -> DeskPhrases.LINE_NOT_TAG.with(
                        "number",
                        row.id().tag(),
                        "line",
                        line.name(),
                        "name",
                        visit.tables().roll().among(visit.asked(), List.of(row.number())).stream()
                                .findFirst()
                                .map(Line::name)
                                .orElse(row.number()),
                        "remark",
                        Review.remark(visit.season().fields(), row),
                        "example",
                        example));
    }

    private static void one(
            DeskContext visit, String college, int tag, List<CorrectionRows.Row> rows, List<Say> instead) {
        List<CorrectionRows.Row> fitting = visit.tables().corrections().tagged(visit.asked(), tag).stream()
                .filter(row -> isOf(college, row.id().college()))
                .toList();
        if (fitting.isEmpty()) {
            visit.audit("更正", college + tag, "refused: not found in scope");
            instead.add(DeskPhrases.NO_SUCH_TAG.with(
                    "tag", college + tag, "sees", visit.asker().sees()));
        } else if (fitting.size() > 1) {
            List<String> names =
                    fitting.stream().map(r -> r.id().college() + r.id().tag()).toList();
            instead.add(
                    DeskPhrases.WHICH_TAG.with("tag", tag, "names", String.join("、", names), "example", names.get(0)));
        } else {
            rows.add(fitting.get(0));
        }
    }

    /** 信息 and 信院 are 信息科学与工程学院, as far as they go. */
    private static boolean isOf(String said, String college) {
        String stem = said.replaceFirst("(学院|院)$", "");
        return college.startsWith(stem) || college.equals(said);
    }
}
