package gradcheck.desk.review;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.StudentList;
import gradcheck.desk.ask.Selector;
import gradcheck.desk.ask.Selector.Order;
import gradcheck.desk.ask.Selector.Part;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.EditClass;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.message.Phrase.Say;
import gradcheck.store.query.StudentQueries.Line;
import gradcheck.store.record.CorrectionRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reviews of some of the corrections that wait, by whatever selects them. They are shown first, each with its student, and
 * wait for 确认; key information is never among others (it takes material and two people, each case by itself).
 */
public final class SelectedReview {
    /** What was shown waits for 确认. */
    public static final String QUESTION = "review";

    private static final String COMMAND = "command";
    private static final String ROWS = "rows";
    private static final String BETWEEN = "|";
    private static final Map<Order, String> COMMANDS =
            new EnumMap<>(Map.of(Order.PASS, "通过", Order.SEND_BACK, "退回", Order.RECEIVED, "材料已收"));

    private final DeskContext visit;
    private final Map<String, Line> people = new HashMap<>();

    public SelectedReview(DeskContext visit) {
        this.visit = visit;
    }

    public static boolean isReview(Selector selector) {
        return COMMANDS.containsKey(selector.order());
    }

    /** What would be done, for a yes; or what can't be, and why. */
    public List<Say> preview(Selector selector) {
        String command = COMMANDS.getOrDefault(selector.order(), "");
        List<CorrectionRows.Row> rows = new ReviewQueue(visit).rows();
        visit.tables()
                .roll()
                .among(
                        visit.asked(),
                        rows.stream().map(CorrectionRows.Row::number).distinct().toList())
                .forEach(line -> people.put(line.number(), line));
        Set<CorrectionRows.Row> chosen = new LinkedHashSet<>();
        List<String> missed = new ArrayList<>();
        choose(selector.all() ? List.of() : selector.parts(), rows, chosen, missed);
        if (selector.all()) {
            chosen.addAll(rows);
        }
        Set<CorrectionRows.Row> left = new LinkedHashSet<>();
        choose(selector.but(), rows, left, missed);
        chosen.removeAll(left);
        if (!missed.isEmpty()) {
            return List.of(DeskPhrases.SELECTED_MISSED.with("words", String.join("”“", missed)));
        }
        return shown(command, List.copyOf(chosen), selector.rest());
    }

    private List<Say> shown(String command, List<CorrectionRows.Row> chosen, String reason) {
        List<CorrectionRows.Row> able = chosen.stream()
                .filter(row -> row.state().mayBecome(next(command, row)))
                .toList();
        List<CorrectionRows.Row> alone = able.size() > 1 && !command.equals("材料已收")
                ? able.stream().filter(SelectedReview::isKey).toList()
                : List.of();
        List<CorrectionRows.Row> together =
                able.stream().filter(row -> !alone.contains(row)).toList();
        if (together.isEmpty()) {
            visit.audit(command, "", "refused: nothing selected");
            return alone.isEmpty()
                    ? List.of(DeskPhrases.NO_CORRECTION_FOR.with(
                            "sees", visit.asker().sees(), "command", command, "time", visit.time()))
                    : List.of(apart(command, alone));
        }
        List<Say> notes = new ArrayList<>();
        if (!alone.isEmpty()) {
            notes.add(apart(command, alone));
        }
        List<CorrectionRows.Row> unable =
                chosen.stream().filter(row -> !able.contains(row)).toList();
        if (!unable.isEmpty()) {
            notes.add(DeskPhrases.SELECTED_UNABLE.with("tags", tags(unable)));
        }
        return List.of(asked(command, together, notes, reason));
    }

    /** A sending back without its reason asks for it: the answer does it. */
    private Say asked(String command, List<CorrectionRows.Row> rows, List<Say> notes, String reason) {
        List<Say> lines = rows.stream().map(this::line).toList();
        if (command.equals("退回") && reason.isEmpty()) {
            visit.ask(
                    Review.REASON,
                    Map.of(
                            "tags",
                            String.join(
                                    " ",
                                    rows.stream().map(SelectedReview::named).toList())));
            return DeskPhrases.SELECTED_REASON.with("count", rows.size(), "lines", lines, "notes", notes);
        }
        List<String> ids = rows.stream().map(SelectedReview::named).toList();
        visit.ask(QUESTION, Map.of(COMMAND, command, ROWS, String.join(BETWEEN, ids), "reason", reason));
        return DeskPhrases.SELECTED.with(
                "command",
                command,
                "count",
                rows.size(),
                "reason",
                reason.isEmpty() ? "" : DeskPhrases.SELECTED_BECAUSE.with("reason", reason),
                "lines",
                lines,
                "notes",
                notes);
    }

    /** 确认 after what was shown. */
    public List<Say> start(Map<String, String> details) {
        String argument =
                String.join("、", Arrays.asList(details.getOrDefault(ROWS, "").split("\\" + BETWEEN, -1)));
        Review review = new Review(visit);
        return switch (details.getOrDefault(COMMAND, "")) {
            case "通过" -> review.pass(argument);
            case "退回" -> review.sendBack(argument + " " + details.getOrDefault("reason", ""));
            default -> review.received(argument);
        };
    }

    private static CorrectionState next(String command, CorrectionRows.Row row) {
        return switch (command) {
            case "退回" -> CorrectionState.SENT_BACK;
            case "材料已收" -> CorrectionState.MATERIAL_RECEIVED;
            default -> row.state() == CorrectionState.MATERIAL_RECEIVED
                    ? CorrectionState.WITH_OFFICE
                    : CorrectionState.PASSED;
        };
    }

    private static boolean isKey(CorrectionRows.Row row) {
        return row.category().equals(EditClass.KEY.title());
    }

    private void choose(
            List<Part> parts, List<CorrectionRows.Row> rows, Set<CorrectionRows.Row> chosen, List<String> missed) {
        for (Part part : parts) {
            List<CorrectionRows.Row> fitting = fitting(part, rows);
            if (fitting.isEmpty()) {
                missed.add(part.words());
            }
            chosen.addAll(fitting);
        }
    }

    private List<CorrectionRows.Row> fitting(Part part, List<CorrectionRows.Row> rows) {
        return switch (part.by()) {
            case LINE -> lines(part, rows);
            case NUMBER -> numbered(part, rows);
            case FIELD -> rows.stream()
                    .filter(row -> part.names().contains(row.field()))
                    .toList();
            case PERSON -> rows.stream()
                    .filter(row -> isNamed(row, part.words()))
                    .toList();
            case PLACE -> rows.stream()
                    .filter(row -> part.names().contains(classOf(row))
                            || part.names().contains(row.id().college()))
                    .toList();
        };
    }

    private static List<CorrectionRows.Row> lines(Part part, List<CorrectionRows.Row> rows) {
        int from = part.from() < 0 ? rows.size() + part.from() : part.from() - 1;
        int to = part.to() < 0 ? rows.size() + part.to() : part.to() - 1;
        return from < 0 || to >= rows.size() ? List.of() : rows.subList(from, to + 1);
    }

    /** What waits by its 编号; one that doesn't wait is found, too, to be told of. */
    private List<CorrectionRows.Row> numbered(Part part, List<CorrectionRows.Row> rows) {
        List<CorrectionRows.Row> waiting = rows.stream()
                .filter(row -> row.id().tag() >= part.from() && row.id().tag() <= part.to())
                .toList();
        if (!waiting.isEmpty() || part.from() != part.to()) {
            return waiting;
        }
        List<CorrectionRows.Row> tagged = visit.tables().corrections().tagged(visit.asked(), part.from());
        tagged.forEach(row -> visit.tables()
                .roll()
                .among(visit.asked(), List.of(row.number()))
                .forEach(line -> people.put(line.number(), line)));
        return tagged.size() == 1 ? tagged : List.of();
    }

    private boolean isNamed(CorrectionRows.Row row, String name) {
        return Optional.ofNullable(people.get(row.number()))
                .filter(line -> TextNormalizer.nameKey(line.name()).equals(TextNormalizer.nameKey(name)))
                .isPresent();
    }

    private String classOf(CorrectionRows.Row row) {
        return Optional.ofNullable(people.get(row.number()))
                .map(Line::className)
                .orElse("");
    }

    private Say line(CorrectionRows.Row row) {
        return DeskPhrases.QUEUE_LINE.with(
                "tag", StudentList.tag(visit, row.id()),
                "name",
                        Optional.ofNullable(people.get(row.number()))
                                .map(Line::name)
                                .orElse(""),
                "className", classOf(row),
                "line", Review.remark(visit.season().fields(), row),
                "state", row.state().title());
    }

    private Say apart(String command, List<CorrectionRows.Row> rows) {
        return DeskPhrases.SELECTED_APART.with(
                "count",
                rows.size(),
                "example",
                command + " " + StudentList.tag(visit, rows.get(0).id()));
    }

    private String tags(List<CorrectionRows.Row> rows) {
        return String.join(
                "、", rows.stream().map(row -> StudentList.tag(visit, row.id())).toList());
    }

    /** As {@link CorrectionNumbers} finds it again, whoever asks. */
    private static String named(CorrectionRows.Row row) {
        return row.id().college() + row.id().tag();
    }
}
