package gradcheck.desk;

import gradcheck.message.Phrase.Say;
import gradcheck.store.CorrectionRows;
import gradcheck.store.DeskLists;
import gradcheck.store.Roll.Line;
import gradcheck.store.Sought;
import gradcheck.verification.Noted;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.Student;
import gradcheck.verification.status.StudentState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of students: up to twenty lines in the chat, more as a file; the line numbers are kept for what comes next. */
final class Lines {
    /** More lines than this nobody reads on a phone. */
    static final int MOST = 20;

    private static final Set<StudentState> OF_CORRECTIONS =
            EnumSet.range(StudentState.TO_REVIEW, StudentState.IN_SYSTEM);
    private static final Set<StudentState> OF_PAPER =
            EnumSet.range(StudentState.PAPER_MISSING, StudentState.PAPER_OUTDATED);
    private static final Set<StudentState> OF_REACHING =
            EnumSet.of(StudentState.UNREACHABLE, StudentState.SILENT, StudentState.TO_CALL);

    private Lines() {}

    /** Keeps whom an answer was about that doesn't list them: what comes next may be about them, too. */
    static void keep(Visit visit, List<String> numbers, Sought sought) {
        keep(visit, numbers, sought, false);
    }

    private static void keep(Visit visit, List<String> numbers, Sought sought, boolean isShown) {
        visit.tables().deskLists().keep(visit.asker().id(), new DeskLists.Shown(sought, numbers, isShown, visit.now()));
    }

    /** Other numbers are shown now: a line's number is asked about from here on. */
    static void coverUp(Visit visit) {
        visit.tables().deskLists().coverUp(visit.asker().id());
    }

    /** Keeps the list, for its line numbers are what later messages mean, and says its lines; a list that is too long is sent as a file besides. */
    static List<Say> shown(Visit visit, List<String> numbers, Sought sought) {
        keep(visit, numbers, sought, true);
        List<Say> says = new ArrayList<>();
        for (Line line : inOrder(visit, numbers.subList(0, Math.min(MOST, numbers.size())))) {
            says.add(said(says.size() + 1, line, state(visit, line, sought)));
        }
        if (numbers.size() > MOST) {
            says.add(DeskPhrases.MORE.with("count", numbers.size() - MOST));
            visit.send(DeskFiles.LIST, Long.toString(visit.now().toEpochMilli()) + "\n" + sought.written());
        }
        return says;
    }

    private static List<Line> inOrder(Visit visit, List<String> numbers) {
        List<Line> lines = new ArrayList<>(visit.tables().roll().among(visit.asked(), numbers));
        lines.sort(Comparator.comparingInt(line -> numbers.indexOf(line.number())));
        return lines;
    }

    /** Lines without a state, to choose from. */
    static List<Say> plain(List<Line> lines) {
        List<Say> says = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, lines.size()); i++) {
            says.add(said(i + 1, lines.get(i), ""));
        }
        return says;
    }

    private static Say said(int number, Line line, String state) {
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

    /** What of a student matters in this list. */
    static String state(Visit visit, Line line, Sought sought) {
        if (sought.conditions().stream().anyMatch(OF_CORRECTIONS::contains) || sought.has(StudentState.CORRECTED)) {
            return corrections(visit, line, sought);
        }
        if (sought.conditions().stream().anyMatch(OF_REACHING::contains)) {
            return WhyNot.brief(visit, line);
        }
        return sought.conditions().stream().anyMatch(OF_PAPER::contains)
                ? paper(visit, line)
                : "照片" + line.webPhoto();
    }

    private static String paper(Visit visit, Line line) {
        Map<PhotoFact, Noted> said = visit.tables().photoFacts().of(visit.season().year(), line.number());
        return "纸质照片"
                + Optional.ofNullable(said.get(PhotoFact.PAPER)).map(Noted::value).orElse("未登记");
    }

    private static String corrections(Visit visit, Line line, Sought sought) {
        return visit.tables().corrections().of(visit.season().year(), line.number()).stream()
                .filter(row -> sought.field().isEmpty() || row.field().equals(sought.field()))
                .map(row -> tag(visit, row.id()) + " " + label(visit, row)
                        + row.state().title())
                .collect(Collectors.joining("，"));
    }

    static String label(Visit visit, CorrectionRows.Row row) {
        return visit.season().fields().label(row.field());
    }

    /** A correction's number, with its college's name where the asker sees several. */
    static String tag(Visit visit, CorrectionRows.Id id) {
        boolean single =
                !visit.asker().isOffice() && visit.asker().scope().colleges().size() == 1;
        return single ? Integer.toString(id.tag()) : id.college() + id.tag();
    }
}
