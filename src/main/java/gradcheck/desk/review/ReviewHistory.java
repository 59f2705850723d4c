package gradcheck.desk.review;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.StudentList;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.query.StudentQueries.Line;
import gradcheck.store.record.CorrectionRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who did what with a correction: 谁审的 12, 张三谁退的. */
public final class ReviewHistory {
    private final DeskContext visit;

    public ReviewHistory(DeskContext visit) {
        this.visit = visit;
    }

    /**
     * @param tags the 编号 that are named
     * @param people the students that are named
     */
    public List<Say> of(List<Integer> tags, List<String> people) {
        List<CorrectionRows.Row> rows = new ArrayList<>();
        tags.forEach(tag -> rows.addAll(visit.tables().corrections().tagged(visit.asked(), tag)));
        Set<String> keys = people.stream().map(TextNormalizer::nameKey).collect(Collectors.toSet());
        visit.tables().roll().named(visit.asked(), keys).stream()
                .map(Line::number)
                .forEach(number -> rows.addAll(
                        visit.tables().corrections().of(visit.season().year(), number)));
        visit.audit("谁审的", tags + String.join(" ", people), Integer.toString(rows.size()));
        return rows.isEmpty()
                ? List.of(DeskPhrases.HISTORY_OF_WHICH.say())
                : rows.stream().map(this::said).toList();
    }

    private Say said(CorrectionRows.Row row) {
        List<Say> lines = visit.tables().corrections().steps(row.id()).stream()
                .map(step -> DeskPhrases.HISTORY_STEP.with(
                        "time", visit.time(step.at()),
                        "state", step.state().title(),
                        "by", named(step.actor(), row.number()),
                        "reason", step.reason().isEmpty() ? "" : "：" + step.reason()))
                .toList();
        return DeskPhrases.HISTORY.with(
                "tag", StudentList.tag(visit, row.id()),
                "line", Review.remark(visit.season().fields(), row),
                "state", row.state().title(),
                "lines", lines);
    }

    private String named(String actor, String number) {
        if (actor.isEmpty()) {
            return "";
        }
        return visit.tables().staff().rowsOf(new PersonId(actor)).stream()
                .findFirst()
                .map(m -> "（" + m.name() + "）")
                .orElseGet(() -> visit.tables().roll().among(visit.asked(), List.of(number)).stream()
                        .findFirst()
                        .map(line -> "（" + line.name() + "）")
                        .orElse(""));
    }
}
