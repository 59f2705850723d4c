package gradcheck.turn;

import gradcheck.message.Phrase.Say;
import gradcheck.store.CorrectionRows;
import gradcheck.store.Postponed;
import gradcheck.verification.Correction;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.RecordField;
import gradcheck.verification.WebPhoto;
import java.time.Instant;
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

    static Say of(StudentView view) {
        Checklist list = read(view);
        Say end = list.done ? TurnPhrases.PROGRESS_DONE.say() : TurnPhrases.PROGRESS_OPEN.with("next", list.nextStep());
        return TurnPhrases.PROGRESS.with("name", view.student().name(), "lines", list.lines, "end", end);
    }

    /** The one thing the student does next; empty when there is none. */
    static Optional<Say> next(StudentView view) {
        return read(view).next;
    }

    /** What to say of the next step: that there is none where there is none. */
    static Say nextOrNone(StudentView view) {
        return read(view).nextStep();
    }

    static boolean isDone(StudentView view) {
        return read(view).done;
    }

    private static Checklist read(StudentView view) {
        Checklist list = new Checklist(view);
        list.record();
        list.registration();
        list.photo();
        list.ownChecks();
        list.retaken();
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
                        () -> open(
                                view.recordBegun() ? TurnPhrases.RECORD_BEGUN.say() : TurnPhrases.RECORD_OPEN.say(),
                                "开始核对"));
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

    private void photo() {
        String date = day(view.webPhotoAt());
        WebPhoto photo = view.webPhoto();
        switch (photo) {
            case UNKNOWN -> open(TurnPhrases.PHOTO_UNKNOWN.say(), "图像校对");
            case NOT_COLLECTED -> open(
                    TurnPhrases.PHOTO_NOT_COLLECTED.with(
                            "phone", view.contacts().officePhone(),
                            "deadline", view.contacts().photoDeadline()),
                    "图像校对");
            case COLLECTED -> waiting(TurnPhrases.PHOTO_COLLECTED.with("date", date));
            case ONLINE -> lines.add(TurnPhrases.PHOTO_ONLINE.with("date", date));
        }
        contradiction().ifPresent(this::waiting);
    }

    /** The registrar's list is the truth, the student's word is kept: where they differ both are shown. */
    private Optional<Say> contradiction() {
        WebPhoto listed = view.student().webPhoto();
        Optional<WebPhoto> said = view.fact(PhotoFact.WEB).flatMap(noted -> WebPhoto.of(noted.value()));
        return said.filter(s -> (listed == WebPhoto.NOT_COLLECTED && s != WebPhoto.NOT_COLLECTED)
                        || ((listed == WebPhoto.COLLECTED || listed == WebPhoto.ONLINE) && s == WebPhoto.NOT_COLLECTED))
                .map(s -> TurnPhrases.PHOTO_CONTRADICTS.with(
                        "said", s.title(),
                        "listed", listed.title(),
                        "phone", view.contacts().officePhone()));
    }

    private void ownChecks() {
        String phone = view.contacts().officePhone();
        verdict(
                PhotoFact.OWN_CHECK,
                TurnPhrases.OWN_OPEN.say(),
                date -> TurnPhrases.OWN_RIGHT.with("date", date),
                date -> TurnPhrases.OWN_WRONG.with("date", date, "phone", phone));
        verdict(
                PhotoFact.CHSI_RECORD,
                TurnPhrases.CHSI_OPEN.say(),
                date -> TurnPhrases.CHSI_RIGHT.with("date", date),
                date -> TurnPhrases.CHSI_WRONG.with("date", date, "phone", phone));
    }

    private void verdict(
            PhotoFact fact,
            Say open,
            java.util.function.Function<String, Say> right,
            java.util.function.Function<String, Say> wrong) {
        view.fact(fact)
                .ifPresentOrElse(
                        noted -> {
                            String date = day(noted.at());
                            if (noted.value().equals("正确")) {
                                lines.add(right.apply(date));
                            } else {
                                waiting(wrong.apply(date));
                            }
                        },
                        () -> open(open, "图像校对"));
    }

    private void retaken() {
        view.fact(PhotoFact.NEWEST)
                .filter(noted -> noted.value().equals("否"))
                .ifPresent(noted -> waiting(TurnPhrases.NEWEST_WRONG.with(
                        "date", day(noted.at()), "phone", view.contacts().officePhone())));
        view.fact(PhotoFact.PAPER).ifPresent(noted -> {
            if (noted.value().equals(PhotoFact.PAPER_HANDED_IN)) {
                lines.add(TurnPhrases.PAPER_RIGHT.with("date", day(noted.at())));
            } else {
                boolean missing = noted.value().equals(PhotoFact.PAPER_MISSING);
                waiting((missing ? TurnPhrases.PAPER_MISSING : TurnPhrases.PAPER_OLD)
                        .with(
                                "date",
                                day(noted.at()),
                                "secretary",
                                view.contacts().secretary()));
            }
        });
    }

    private void waiting(Say line) {
        lines.add(line);
        done = false;
    }

    /** Something that takes its time: it is the next step only where there is none to be done at once. */
    private void later(Say line, String word) {
        waiting(line);
        if (later.isEmpty()) {
            later = Optional.of(TurnPhrases.PROGRESS_WORD.with("word", word));
        }
    }

    private void open(Say line, String word) {
        waiting(line);
        if (next.isEmpty()) {
            next = Optional.of(TurnPhrases.PROGRESS_WORD.with("word", word));
        }
    }

    private String remark(CorrectionRows.Row row) {
        Optional<RecordField> field = view.season().fields().byCode(row.field());
        return field.map(f -> new Correction(f, row.before(), row.after()).remark())
                .orElse(row.field());
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(view.season().zone()));
    }
}
