package gradcheck.desk.answer;

import gradcheck.desk.DeskContext;
import gradcheck.domain.RecordField;
import gradcheck.domain.value.Doubts;
import gradcheck.store.people.Students.Enrolled;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose type and number of certificate disagree: the number is opened, looked at, and not shown. */
final class Certificates {
    private static final Set<String> FIELDS = Set.of(RecordField.CERTIFICATE_TYPE, RecordField.CERTIFICATE_NUMBER);
    /** So many are opened; more can't be looked at while somebody waits. */
    private static final int MOST = 5000;

    private Certificates() {}

    static List<String> doubtful(DeskContext visit, List<String> candidates) {
        List<String> looked = candidates.subList(0, Math.min(MOST, candidates.size()));
        Set<String> doubtful = visit
                .tables()
                .students()
                .withNumbers(visit.season().year(), looked)
                .stream()
                .filter(e -> isDoubtful(visit, e))
                .map(e -> e.student().number())
                .collect(Collectors.toSet());
        return looked.stream().filter(doubtful::contains).toList();
    }

    private static boolean isDoubtful(DeskContext visit, Enrolled who) {
        return Doubts.of(who.student(), visit.season().fields()).stream().anyMatch(d -> FIELDS.contains(d.code()));
    }
}
