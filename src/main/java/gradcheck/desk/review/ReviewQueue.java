package gradcheck.desk.review;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.StudentList;
import gradcheck.desk.file.DeskFiles;
import gradcheck.domain.CorrectionState;
import gradcheck.message.Attachment;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.write.ListFile;
import gradcheck.store.query.StudentQueries.Line;
import gradcheck.store.record.CorrectionRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 待审核: what waits for the asker; 报送: the sheet of what goes from the college to the registrar (R37). */
public final class ReviewQueue {
    private static final List<CorrectionState> COLLEGES =
            List.of(CorrectionState.PENDING, CorrectionState.MATERIAL_SENT, CorrectionState.MATERIAL_RECEIVED);

    /** So many values fit into one statement; no sheet of corrections is that long. */
    private static final int MOST_NUMBERS = 30_000;

    private final DeskContext visit;

    public ReviewQueue(DeskContext visit) {
        this.visit = visit;
    }

    /** The first of them, as the list shows them. */
    List<CorrectionRows.Row> rows() {
        return visit.tables().corrections().inStates(visit.asked(), states(), StudentList.MOST);
    }

    private List<CorrectionState> states() {
        return states(visit);
    }

    /** Where the asker is the next to act. */
    public static List<CorrectionState> states(DeskContext visit) {
        return visit.asker().isOffice() ? List.of(CorrectionState.WITH_OFFICE) : COLLEGES;
    }

    public List<Say> waiting() {
        List<CorrectionState> states = states();
        List<CorrectionRows.Row> rows = rows();
        int count = visit.tables().corrections().countInStates(visit.asked(), states);
        visit.audit("待审核", visit.asker().sees(), Integer.toString(count));
        if (rows.isEmpty()) {
            return List.of(DeskPhrases.QUEUE_EMPTY.with(
                    "sees", visit.asker().sees(), "time", visit.time(), "next", instead()));
        }
        StudentList.coverUp(visit);
        Map<String, Line> people = people(rows);
        List<Say> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row, people)));
        if (count > rows.size()) {
            lines.add(DeskPhrases.MORE_CORRECTIONS.with("count", count - rows.size()));
        }
        return List.of(DeskPhrases.QUEUE.with(
                "sees", visit.asker().sees(),
                "count", count,
                "lines", lines,
                "time", visit.time(),
                "next", next(rows.get(0))));
    }

    /** What doesn't wait for the asker, but for what a student has to send. */
    private Say instead() {
        int due = visit.tables().corrections().countInStates(visit.asked(), List.of(CorrectionState.MATERIAL_DUE));
        return due == 0 ? DeskPhrases.NEXT_NONE.say() : DeskPhrases.NEXT_DUE.with("count", due);
    }

    private Say line(CorrectionRows.Row row, Map<String, Line> people) {
        Line who = people.get(row.number());
        return DeskPhrases.QUEUE_LINE.with(
                "tag", StudentList.tag(visit, row.id()),
                "name", who == null ? "" : who.name(),
                "className", who == null ? "" : who.className(),
                "line", Review.remark(visit.season().fields(), row),
                "state", row.state().title());
    }

    private Say next(CorrectionRows.Row first) {
        return next(visit, first);
    }

    public static Say next(DeskContext visit, CorrectionRows.Row first) {
        String tag = StudentList.tag(visit, first.id());
        return first.state() == CorrectionState.MATERIAL_SENT || first.state() == CorrectionState.MATERIAL_DUE
                ? DeskPhrases.NEXT_RECEIVE.with("tag", tag)
                : DeskPhrases.NEXT_PASS.with("tag", tag);
    }

    private Map<String, Line> people(List<CorrectionRows.Row> rows) {
        Map<String, Line> people = new HashMap<>();
        List<String> numbers = rows.stream()
                .map(CorrectionRows.Row::number)
                .distinct()
                .limit(MOST_NUMBERS)
                .toList();
        visit.tables().roll().among(visit.asked(), numbers).forEach(l -> people.put(l.number(), l));
        return people;
    }

    /** The summary sheet is on its way: everything of the college that is with the registrar. */
    public List<Say> summary() {
        int count = visit.tables().corrections().countInStates(visit.asked(), List.of(CorrectionState.WITH_OFFICE));
        visit.audit("报送", visit.asker().sees(), Integer.toString(count));
        if (count == 0) {
            return List.of(DeskPhrases.SUMMARY_EMPTY.with("sees", visit.asker().sees(), "time", visit.time()));
        }
        visit.send(DeskFiles.SUMMARY, "");
        return List.of(DeskPhrases.SUMMARY.with(
                "sees",
                visit.asker().sees(),
                "count",
                count,
                "time",
                visit.time(),
                "office",
                visit.season().office().name()));
    }

    /** The sheet, at the moment of sending. */
    public Attachment sheet() {
        List<CorrectionRows.Row> rows = visit.tables()
                .corrections()
                .inStates(visit.asked(), List.of(CorrectionState.WITH_OFFICE), Integer.MAX_VALUE);
        Map<String, Line> people = people(rows);
        Map<String, String> names = new HashMap<>();
        visit.tables().staff().all().forEach(m -> names.put(m.person().value(), m.name()));
        List<List<String>> lines =
                rows.stream().map(row -> cells(row, people, names)).toList();
        List<String> header = List.of("编号", "学院", "学号", "姓名", "班级", "字段", "修改前→修改后", "类别", "证明材料", "学院审核人", "报送时间");
        return new Attachment("报送汇总表-" + visit.today() + ".xlsx", ListFile.of("报送", header, lines));
    }

    private List<String> cells(CorrectionRows.Row row, Map<String, Line> people, Map<String, String> names) {
        Line who = people.get(row.number());
        String reviewer = names.getOrDefault(row.reviewer(), row.reviewer());
        return List.of(
                Integer.toString(row.tag()),
                row.id().college(),
                row.number(),
                who == null ? "" : who.name(),
                who == null ? "" : who.className(),
                StudentList.label(visit, row),
                Review.remark(visit.season().fields(), row).replaceFirst("^[^：]*：", ""),
                row.category(),
                row.proof(),
                reviewer,
                visit.time(row.updatedAt()));
    }
}
