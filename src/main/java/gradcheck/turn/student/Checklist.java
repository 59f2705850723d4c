package gradcheck.turn.student;

import gradcheck.domain.Correction;
import gradcheck.domain.RecordField;
import gradcheck.domain.status.Status;
import gradcheck.domain.status.Task;
import gradcheck.domain.status.TaskState;
import gradcheck.message.Phrase.Say;
import gradcheck.store.record.CorrectionRows;
import gradcheck.turn.TurnPhrases;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One honest list of both checks: for each what is done and since when, or who acts next. */
public final class Checklist {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    private final StudentView view;
    private final Status status;
    private final PhotoLines photo;

    private Checklist(StudentView view, LocalDate today) {
        this.view = view;
        this.status = view.status(today);
        this.photo = new PhotoLines(view, status, today);
    }

    static Say of(StudentView view, LocalDate today) {
        Checklist list = new Checklist(view, today);
        Say end = list.status.isDone()
                ? TurnPhrases.PROGRESS_DONE.say()
                : TurnPhrases.PROGRESS_OPEN.with("next", list.nextStep());
        return TurnPhrases.PROGRESS.with("name", view.student().name(), "lines", list.lines(), "end", end);
    }

    /** The list alone, where an open question says what is to be done next. */
    static Say beforeQuestion(StudentView view, LocalDate today) {
        return TurnPhrases.PROGRESS_LINES.with(
                "name", view.student().name(), "lines", new Checklist(view, today).lines());
    }

    /** The one thing the student does now; empty when there is none. */
    public static Optional<Say> next(StudentView view, LocalDate today) {
        Checklist list = new Checklist(view, today);
        return list.status.now().map(list::step);
    }

    /** What to say of the next step: that there is none where there is none. */
    public static Say nextOrNone(StudentView view, LocalDate today) {
        return new Checklist(view, today).nextStep();
    }

    public static boolean isDone(StudentView view, LocalDate today) {
        return view.status(today).isDone();
    }

    private Say nextStep() {
        return status.next().map(this::step).orElseGet(TurnPhrases.NEXT_NOTHING::say);
    }

    /** What the student does next, as a word to say or as a sentence. */
    private Say step(Task task) {
        return switch (task.next()) {
            case NONE -> TurnPhrases.NEXT_NOTHING.say();
            case START_RECORD -> word("开始核对");
            case CONFIRM_AGAIN -> word("重新核对");
            case REWRITE_FIELD, ASK_PARTY -> word(label(task.field()));
            case SEND_MATERIAL -> word("材料已寄");
            case SUBMIT -> word("已提交");
            case CHECK_PHOTO -> word("图像校对");
            case CALL_OFFICE, FOLLOW_UP -> PhotoLinePhrases.CALL.with(
                    "phone", view.contacts().officePhone());
            case BRING_PAPER -> PhotoLinePhrases.PAPER_BRING.with(
                    "secretary", view.contacts().secretary());
        };
    }

    private static Say word(String word) {
        return TurnPhrases.PROGRESS_WORD.with("word", word);
    }

    private List<Say> lines() {
        List<Say> lines = new ArrayList<>();
        for (Task task : status.tasks()) {
            switch (task.kind()) {
                case RECORD -> record(lines);
                case CORRECTION -> lines.add(correction(task));
                case POSTPONED -> lines.add(postponed(task));
                case REGISTRATION -> lines.add(registration(task));
                default -> photo.of(task).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private void record(List<Say> lines) {
        lines.add(view.confirmation()
                .map(c -> TurnPhrases.RECORD_DONE.with("date", day(c.confirmedAt()), "receipt", c.receipt()))
                .orElseGet(this::recordOpen));
        if (status.has(TaskState.REOPENED)) {
            view.reopened()
                    .ifPresent(r ->
                            lines.add(TurnPhrases.RECORD_REOPENED.with("date", day(r.at()), "reason", r.reason())));
        }
    }

    private Say recordOpen() {
        if (view.recordBegun()) {
            return TurnPhrases.RECORD_BEGUN.say();
        }
        return view.gap().map(new LostReceipts(view.season())::line).orElseGet(TurnPhrases.RECORD_OPEN::say);
    }

    private Say correction(Task task) {
        CorrectionRows.Row row = view.corrections().stream()
                .filter(c ->
                        task.about().filter(about -> about.tag() == c.tag()).isPresent())
                .findFirst()
                .orElseThrow();
        if (task.is(TaskState.PASSED)) {
            return TurnPhrases.PASSED.with("tag", row.tag(), "line", remark(row));
        }
        if (task.is(TaskState.SENT_BACK) && !task.isDone()) {
            return TurnPhrases.SENT_BACK.with(
                    "tag", row.tag(), "line", remark(row), "reason", row.reason(), "label", label(row.field()));
        }
        return task.is(TaskState.MATERIAL_DUE)
                ? TurnPhrases.MATERIAL_DUE.with("tag", row.tag(), "line", remark(row), "date", day(row.updatedAt()))
                : TurnPhrases.CORRECTION.with(
                        "tag",
                        row.tag(),
                        "line",
                        remark(row),
                        "state",
                        row.state().title(),
                        "date",
                        day(row.updatedAt()));
    }

    private Say postponed(Task task) {
        String line = view.postponed().stream()
                .filter(row -> row.field().equals(task.field()))
                .findFirst()
                .flatMap(row -> view.season().fields().byCode(row.field()).map(field -> new Correction(
                                field, view.student().value(row.field()), row.value())
                        .remark()))
                .orElse(task.field());
        return TurnPhrases.POSTPONED.with("line", line, "party", view.contacts().party(), "label", label(task.field()));
    }

    private Say registration(Task task) {
        return task.since()
                .map(at -> TurnPhrases.REGISTRATION_DONE.with("date", day(at)))
                .orElseGet(TurnPhrases.REGISTRATION_OPEN::say);
    }

    private String label(String field) {
        return view.season().fields().byCode(field).map(RecordField::label).orElse(field);
    }

    private String remark(CorrectionRows.Row row) {
        Optional<RecordField> field = view.season().fields().byCode(row.field());
        return field.map(f -> new Correction(f, row.before(), row.after()).remark())
                .orElse(row.field());
    }

    private String day(Instant at) {
        return day(view, at);
    }

    static String day(StudentView view, Instant at) {
        return DAY.format(at.atZone(view.season().zone()));
    }
}
