package gradcheck.desk;

import gradcheck.store.Roll.Line;
import gradcheck.verification.Doubts;
import java.util.List;
import java.util.Set;

/** Whose type and number of certificate disagree: the number is opened, looked at, and not shown. */
final class Certificates {
    private static final Set<String> FIELDS = Set.of("ZJLX", "SFZH");

    private Certificates() {}

    static List<Line> doubtful(Visit visit, List<Line> candidates) {
        return candidates.stream().filter(line -> isDoubtful(visit, line)).toList();
    }

    private static boolean isDoubtful(Visit visit, Line line) {
        return visit.tables().students().byNumber(visit.season().year(), line.number()).stream()
                .flatMap(e -> Doubts.of(e.student(), visit.season().fields()).stream())
                .anyMatch(doubt -> FIELDS.contains(doubt.code()));
    }
}
