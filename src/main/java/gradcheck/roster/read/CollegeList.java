package gradcheck.roster.read;

import gradcheck.domain.ChangedBy;
import gradcheck.domain.Correction;
import gradcheck.domain.RecordField;
import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.roster.read.RosterFile.Columns;
import gradcheck.roster.read.RosterFile.Enrolment;
import gradcheck.store.people.Students.Enrolled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list that a college's secretary has sent: what it may change goes in, whatever else it says differently is kept for the
 * office. Who the office's list doesn't have is not added: a student begins to be one by the office.
 */
final class CollegeList {
    private final Season season;
    private final Map<String, Enrolled> stored;
    private final Columns columns;
    private final List<Objection> objections = new ArrayList<>();

    CollegeList(Season season, Map<String, Enrolled> stored, Columns columns) {
        this.season = season;
        this.stored = stored;
        this.columns = columns;
    }

    /**
     * What a college's list says differently of one student.
     *
     * @param student as the office has them; one that it doesn't have, as the list does
     * @param isNew the office doesn't have this 学号
     * @param differences the fields
     * @param others what is no field of the record, as {@code 学信网照片：未知→已上网}
     */
    record Objection(Student student, boolean isNew, List<Correction> differences, List<String> others) {
        /** Each difference as a chat may show it. */
        List<String> lines() {
            List<String> lines =
                    new ArrayList<>(differences.stream().map(Correction::remark).toList());
            lines.addAll(others);
            return lines;
        }
    }

    List<Objection> objections() {
        return objections;
    }

    /** The columns that such a list may set. */
    Columns settable() {
        Set<String> codes = season.fields().inOrder().stream()
                .filter(f -> f.changedBy().mayBeSetBy(ChangedBy.COLLEGE))
                .map(RecordField::code)
                .filter(columns.fields()::contains)
                .collect(Collectors.toSet());
        return new Columns(codes, columns.hasAccount(), false);
    }

    /** The rows of students the office has; of each only what the college may set will be taken. */
    List<Enrolment> rows(List<Enrolment> list) {
        List<Enrolment> own = new ArrayList<>();
        for (Enrolment row : list) {
            Enrolled before = stored.get(row.student().number());
            if (before == null) {
                objections.add(new Objection(row.student(), true, List.of(), List.of()));
                continue;
            }
            List<Correction> differences = differences(before.student(), row.student());
            List<String> others = others(before.student(), row.student());
            if (!differences.isEmpty() || !others.isEmpty()) {
                objections.add(new Objection(before.student(), false, differences, others));
            }
            own.add(taken(before, row));
        }
        return own;
    }

    /**
     * The row without what it leaves empty: the college doesn't know, which is no wish to wipe it out. A row of another name
     * may be about another person: it gives nobody's account to anybody.
     */
    private Enrolment taken(Enrolled before, Enrolment row) {
        Student said = row.student();
        Map<String, String> values = new HashMap<>(before.student().values());
        values.putAll(said.values());
        boolean isSame = TextNormalizer.nameKey(said.name())
                .equals(TextNormalizer.nameKey(before.student().name()));
        return new Enrolment(
                isSame && row.namesAccount() ? row.person() : before.person(),
                new Student(said.number(), values, said.webPhoto(), said.retaken()),
                row.flagged(),
                row.number(),
                row.cells());
    }

    private List<Correction> differences(Student before, Student row) {
        List<RecordField> offices = season.fields().inOrder().stream()
                .filter(f -> !f.changedBy().mayBeSetBy(ChangedBy.COLLEGE))
                .filter(f -> !row.value(f.code()).isEmpty())
                .toList();
        return RosterChange.differences(before, row, offices);
    }

    private List<String> others(Student before, Student row) {
        List<String> others = new ArrayList<>();
        if (row.webPhoto() != WebPhoto.UNKNOWN && row.webPhoto() != before.webPhoto()) {
            others.add(RosterFile.PHOTO_TITLE + "：" + before.webPhoto().title() + "→"
                    + row.webPhoto().title());
        }
        if (columns.hasRetaken() && row.retaken() != before.retaken()) {
            others.add(RosterFile.RETAKEN_TITLE + "：" + yesNo(before.retaken()) + "→" + yesNo(row.retaken()));
        }
        return others;
    }

    /** As the column is written. */
    private static String yesNo(boolean is) {
        return is ? "是" : "否";
    }
}
