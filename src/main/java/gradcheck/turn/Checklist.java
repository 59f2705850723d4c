package gradcheck.turn;

import gradcheck.message.Phrase.Say;
import gradcheck.store.CorrectionRows;
import gradcheck.store.Postponed;
import gradcheck.verification.Correction;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.RecordField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One honest list of both checks: for each what is done and since when, or who acts next. */
final class Checklist {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    private final StudentView view;
    private final List<Say> lines = new ArrayList<>();
    private Optional<Say> next = Optional.empty();
    private Optional<Say> later = Optional.empty();
    private boolean done = true;

    private Checklist(StudentView view) {
        this.view = view;
    }

    static Say of(StudentView view, LocalDate today) {
        Checklist list = read(view, today);
        Say end = list.done ? TurnPhrases.PROGRESS_DONE.say() : TurnPhrases.PROGRESS_OPEN.with("next", list.nextStep());
        return TurnPhrases.PROGRESS.with("name", view.student().name(), "lines", list.lines, "end", end);
    }

    /** The list alone, where an open question says what is to be done next. */
    static Say beforeQuestion(StudentView view, LocalDate today) {
        return TurnPhrases.PROGRESS_LINES.with("name", view.student().name(), "lines", read(view, today).lines);
    }

    /** The one thing the student does next; empty when there is none. */
    static Optional<Say> next(StudentView view, LocalDate today) {
        return read(view, today).next;
    }

    /** What to say of the next step: that there is none where there is none. */
    static Say nextOrNone(StudentView view, LocalDate today) {
        return read(view, today).nextStep();
    }

    static boolean isDone(StudentView view, LocalDate today) {
        return read(view, today).done;
    }

    private static Checklist read(StudentView view, LocalDate today) {
        Checklist list = new Checklist(view);
        list.record();
        list.registration();
        new PhotoLines(view, today, list).write();
        return list;
    }

    private Say nextStep() {
        return next.or(() -> later).orElseGet(TurnPhrases.NEXT_NOTHING::say);
    }

    private void record() {
        view.confirmation()
                .ifPresentOrElse(
                        c -> lines.add(
                                TurnPhrases.RECORD_DONE.with("date", day(c.confirmedAt()), "receipt", c.receipt())),
                        () -> open(recordOpen(), "开始核对"));
        view.reopened()
                .ifPresent(
                        r -> open(TurnPhrases.RECORD_REOPENED.with("date", day(r.at()), "reason", r.reason()), "重新核对"));
        view.corrections().forEach(this::correction);
        view.postponed().forEach(this::postponed);
    }

    private void correction(CorrectionRows.Row row) {
        String label = view.season()
                .fields()
                .byCode(row.field())
                .map(RecordField::label)
                .orElse(row.field());
        switch (row.state()) {
            case PASSED -> lines.add(TurnPhrases.PASSED.with("tag", row.tag(), "line", remark(row)));
            case SENT_BACK -> open(
                    TurnPhrases.SENT_BACK.with(
                            "tag", row.tag(), "line", remark(row), "reason", row.reason(), "label", label),
                    label);
            case MATERIAL_DUE -> later(
                    TurnPhrases.MATERIAL_DUE.with("tag", row.tag(), "line", remark(row), "date", day(row.updatedAt())),
                    "材料已寄");
            default -> lines.add(TurnPhrases.CORRECTION.with(
                    "tag", row.tag(), "line", remark(row), "state", row.state().title(), "date", day(row.updatedAt())));
        }
        done &= !row.state().isOpen();
    }

    private void postponed(Postponed.Row row) {
        view.season().fields().byCode(row.field()).ifPresent(field -> {
            String before = view.student().value(row.field());
            later(
                    TurnPhrases.POSTPONED.with(
                            "line", new Correction(field, before, row.value()).remark(),
                            "party", view.contacts().party(),
                            "label", field.label()),
                    field.label());
        });
    }

    private void registration() {
        if (!view.season().registrationRequired()) {
            return;
        }
        view.fact(PhotoFact.SUBMITTED)
                .ifPresentOrElse(
                        noted -> lines.add(TurnPhrases.REGISTRATION_DONE.with("date", day(noted.at()))),
                        () -> open(TurnPhrases.REGISTRATION_OPEN.say(), "已提交"));
    }

    /** Something that is settled. */
    void settled(Say line) {
        lines.add(line);
    }

    private Say recordOpen() {
        if (view.recordBegun()) {
            return TurnPhrases.RECORD_BEGUN.say();
        }
        return view.gap().map(new LostReceipts(view.season())::line).orElseGet(TurnPhrases.RECORD_OPEN::say);
    }

    /** Something that somebody else has to do, or that takes its time. */
    void waiting(Say line) {
        lines.add(line);
        done = false;
    }

    /** Something to be done that the bot can't take up: the next step is a sentence. */
    void urgent(Say line, Say what) {
        waiting(line);
        if (next.isEmpty()) {
            next = Optional.of(what);
        }
    }

    /** Something that takes its time: it is the next step only where there is none to be done at once. */
    void later(Say line, Say what) {
        waiting(line);
        if (later.isEmpty()) {
            later = Optional.of(what);
        }
    }

    private void later(Say line, String word) {
        later(line, TurnPhrases.PROGRESS_WORD.with("word", word));
    }

    /** Something the student does now, by saying this word. */
    void open(Say line, String word) {
        urgent(line, TurnPhrases.PROGRESS_WORD.with("word", word));
    }

    private String remark(CorrectionRows.Row row) {
        Optional<RecordField> field = view.season().fields().byCode(row.field());
        return field.map(f -> new Correction(f, row.before(), row.after()).remark())
                .orElse(row.field());
    }

    String day(Instant at) {
        return DAY.format(at.atZone(view.season().zone()));
    }
}
