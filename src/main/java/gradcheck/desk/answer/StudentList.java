package gradcheck.desk.answer;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.file.DeskFiles;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Student;
import gradcheck.domain.status.StudentState;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.DeskLists;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries.Line;
import gradcheck.store.record.CorrectionRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of students: up to twenty lines in the chat, more as a file; the line numbers are kept for what comes next. */
public final class StudentList {
    /** More lines than this nobody reads on a phone. */
    public static final int MOST = 20;

    private static final Set<StudentState> OF_CORRECTIONS =
            EnumSet.range(StudentState.TO_REVIEW, StudentState.IN_SYSTEM);
    private static final Set<StudentState> OF_PAPER =
            EnumSet.range(StudentState.PAPER_MISSING, StudentState.PAPER_OUTDATED);
    private static final Set<StudentState> OF_REACHING =
            EnumSet.of(StudentState.UNREACHABLE, StudentState.SILENT, StudentState.TO_CALL);

    private StudentList() {}

    /** Keeps whom an answer was about that doesn't list them: what comes next may be about them, too. */
    static void keep(DeskContext visit, List<String> numbers, StudentFilter sought) {
        keep(visit, numbers, sought, false);
    }

    private static void keep(DeskContext visit, List<String> numbers, StudentFilter sought, boolean isShown) {
        visit.tables().deskLists().keep(visit.asker().id(), new DeskLists.Shown(sought, numbers, isShown, visit.now()));
    }

    /** Other numbers are shown now: a line's number is asked about from here on. */
    public static void coverUp(DeskContext visit) {
        visit.tables().deskLists().coverUp(visit.asker().id());
    }

    /** Keeps the list, for its line numbers are what later messages mean, and says its lines; a list that is too long is sent as a file besides. */
    static List<Say> shown(DeskContext visit, List<String> numbers, StudentFilter sought) {
        keep(visit, numbers, sought, true);
        List<Say> says = new ArrayList<>();
        boolean isOfCorrections = isOfCorrections(sought);
        for (Line line : inOrder(visit, numbers.subList(0, Math.min(MOST, numbers.size())))) {
            if (isOfCorrections) {
                corrections(visit, line, sought).forEach(row -> says.add(said(visit, line, row)));
            } else {
                says.add(said(says.size() + 1, line, state(visit, line, sought)));
            }
        }
        if (numbers.size() > MOST) {
            says.add((isOfCorrections ? DeskPhrases.MORE_PEOPLE : DeskPhrases.MORE)
                    .with("count", numbers.size() - MOST));
            visit.send(DeskFiles.LIST, Long.toString(visit.now().toEpochMilli()) + "\n" + sought.written());
        }
        return says;
    }

    private static List<Line> inOrder(DeskContext visit, List<String> numbers) {
        List<Line> lines = new ArrayList<>(visit.tables().roll().among(visit.asked(), numbers));
        lines.sort(Comparator.comparingInt(line -> numbers.indexOf(line.number())));
        return lines;
    }

    /** Lines without a state, to choose from. */
    public static List<Say> plain(List<Line> lines) {
        List<Say> says = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, lines.size()); i++) {
            says.add(said(i + 1, lines.get(i), ""));
        }
        return says;
    }

    private static Say said(Object number, Line line, String state) {
        return DeskPhrases.LINE.with(
                "number",
                number,
                "name",
                line.name(),
                "tail",
                Student.tail(line.number()),
                "className",
                line.className(),
                "state",
                state.isEmpty() ? "" : " " + state);
    }

    /** Such a list has one kind of number, the corrections': by it each line is passed, sent back or looked up. */
    public static boolean isOfCorrections(StudentFilter sought) {
        return sought.conditions().stream().anyMatch(OF_CORRECTIONS::contains) || sought.has(StudentState.CORRECTED);
    }

    /** How the first of such a list can be looked up: by the number before it, where that is no college's name as well. */
    static String example(DeskContext visit, String number, StudentFilter sought) {
        if (!isOfCorrections(sought)) {
            return "1";
        }
        return visit.tables().roll().among(visit.asked(), List.of(number)).stream()
                .map(line -> corrections(visit, line, sought).stream()
                        .map(row -> tag(visit, row.id()))
                        .filter(tag -> tag.chars().allMatch(Character::isDigit))
                        .findFirst()
                        .orElse(line.name()))
                .findFirst()
                .orElse("1");
    }

    private static Say said(DeskContext visit, Line line, CorrectionRows.Row row) {
        return said(tag(visit, row.id()), line, label(visit, row) + row.state().title());
    }

    /** What of a student matters in this list. */
    public static String state(DeskContext visit, Line line, StudentFilter sought) {
        if (isOfCorrections(sought)) {
            return corrections(visit, line, sought).stream()
                    .map(row -> tag(visit, row.id()) + " " + label(visit, row)
                            + row.state().title())
                    .collect(Collectors.joining("，"));
        }
        if (sought.conditions().stream().anyMatch(OF_REACHING::contains)) {
            return WhyNot.brief(visit, line);
        }
        return visit.words(
                sought.conditions().stream().anyMatch(OF_PAPER::contains)
                        ? paper(visit, line)
                        : DeskPhrases.STATE_PHOTO.with("state", line.webPhoto()));
    }

    private static Say paper(DeskContext visit, Line line) {
        Map<PhotoFact, Noted> said =
                visit.tables().photoFacts().of(visit.season().year(), line.number());
        Noted noted = said.get(PhotoFact.PAPER);
        return DeskPhrases.STATE_PAPER.with("state", noted == null ? DeskPhrases.NOT_NOTED.say() : noted.value());
    }

    /** Those the list is about; where it is about corrections whatever their state, all of them. */
    private static List<CorrectionRows.Row> corrections(DeskContext visit, Line line, StudentFilter sought) {
        List<CorrectionRows.Row> all = visit
                .tables()
                .corrections()
                .of(visit.season().year(), line.number())
                .stream()
                .filter(row -> sought.field().isEmpty() || row.field().equals(sought.field()))
                .toList();
        Set<String> titles = sought.conditions().stream()
                .map(c -> c.title().replaceFirst("^更正", ""))
                .collect(Collectors.toSet());
        List<CorrectionRows.Row> fitting =
                all.stream().filter(row -> titles.contains(row.state().title())).toList();
        return fitting.isEmpty() ? all : fitting;
    }

    public static String label(DeskContext visit, CorrectionRows.Row row) {
        return visit.season().fields().label(row.field());
    }

    /** A correction's number, with its college's name where the asker sees several. */
    public static String tag(DeskContext visit, CorrectionRows.Id id) {
        boolean single =
                !visit.asker().isOffice() && visit.asker().scope().colleges().size() == 1;
        return single ? Integer.toString(id.tag()) : id.college() + id.tag();
    }
}
