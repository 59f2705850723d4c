package gradcheck.turn.student;

import gradcheck.conversation.Conversation;
import gradcheck.conversation.Dialogue;
import gradcheck.conversation.Turn;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.RecordField;
import gradcheck.domain.Season;
import gradcheck.domain.value.ListedValues;
import gradcheck.flows.record.RecordCase;
import gradcheck.flows.record.RecordCheck;
import gradcheck.flows.record.RecordNames;
import gradcheck.flows.record.RecordPhrases;
import gradcheck.language.Said;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Postponed;
import gradcheck.store.record.Reopenings;
import gradcheck.turn.TurnPhrases;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first check around its questions: how it begins, how a confirmed record is opened again, and by whom. */
final class RecordTurn {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    /** The reason that is written down when a student takes up what a secretary sent back. */
    private static final String SENT_BACK = "被退回后修改";

    private final Season season;
    private final Clock clock;
    private final Dialogue<RecordCase> dialogue;

    RecordTurn(Season season, Clock clock, Dialogue<RecordCase> dialogue) {
        this.season = season;
        this.clock = clock;
        this.dialogue = dialogue;
    }

    /** What the check begins with: a turn that opens it, or why it is not opened. */
    record Begun(Optional<Turn> turn, List<Say> instead) {
        private static Begun no(Say why) {
            return new Begun(Optional.empty(), List.of(why));
        }

        private static Begun with(Turn turn) {
            return new Begun(Optional.of(turn), List.of());
        }
    }

    RecordCase about(StudentView view) {
        List<RecordCase.Earlier> earlier = view.corrections().stream()
                .map(row -> new RecordCase.Earlier(row.field(), row.after(), row.state(), row.reason()))
                .toList();
        boolean again = view.confirmation().isPresent();
        Map<String, String> postponed = again
                ? view.postponed().stream().collect(Collectors.toMap(Postponed.Row::field, Postponed.Row::value))
                : Map.of();
        return new RecordCase(
                view.student(),
                season.fields(),
                view.doubts(),
                view.contacts(),
                earlier,
                postponed,
                again,
                new ListedValues(view::listed));
    }

    /** The notice, which can be read again at any time (R05, R19). */
    Say notice(StudentView view) {
        return RecordCheck.notice(about(view));
    }

    /** 开始核对 before the first confirmation: where it stood. */
    Begun start(Tables tables, StudentView view) {
        return Begun.with(dialogue.open(stored(tables, view), about(view)));
    }

    /** 重新核对: by the student before the deadline, by a secretary after it (design.md §3). */
    Begun again(Tables tables, StudentView view) {
        Optional<Conversation> stored = stored(tables, view);
        if (view.confirmation().isEmpty() || stored.isPresent()) {
            return Begun.with(dialogue.open(stored, about(view)));
        }
        Optional<Reopenings.Row> opened = reopening(tables, view);
        Optional<Say> closed = closed(view).filter(why -> opened.isEmpty());
        if (closed.isPresent()) {
            return Begun.no(closed.get());
        }
        String reason = opened.map(Reopenings.Row::reason).orElse("");
        Turn turn = dialogue.open(Optional.of(RecordCheck.again(about(view), reason)), about(view));
        return Begun.with(opened.isPresent() ? turn.saying(TurnPhrases.REOPENED.with("reason", reason)) : turn);
    }

    /**
     * Somebody names a field or a correction outside the check: it is begun, or opened again at that very field.
     *
     * @return empty when the words name none
     */
    Optional<Begun> named(Said said, Tables tables, StudentView view) {
        RecordCase about = about(view);
        Optional<RecordField> asked = RecordNames.saysAsked(said) ? postponed(view) : Optional.empty();
        Optional<RecordField> field = asked.or(() -> RecordNames.named(said, about));
        if (field.isEmpty()) {
            return withdrawn(said, about, tables, view);
        }
        if (view.confirmation().isEmpty()) {
            return Optional.of(begunWith(said, tables, view));
        }
        boolean mayOpen = closed(view).isEmpty() || reopening(tables, view).isPresent();
        if (!mayOpen && !isSentBack(field.get(), view)) {
            return closed(view).map(Begun::no);
        }
        String reason = isSentBack(field.get(), view) ? SENT_BACK : RecordNames.reason(field.get());
        Conversation opened = stored(tables, view).orElseGet(() -> RecordCheck.again(about, reason));
        Conversation at = view.postponed().stream()
                .filter(kept -> kept.field().equals(field.get().code()))
                .findFirst()
                .map(kept -> RecordCheck.asking(opened, field.get(), kept.value()))
                .orElseGet(() -> RecordCheck.at(opened, field.get()));
        Optional<Turn> heard = RecordNames.isAlone(said, about) && asked.isEmpty()
                ? Optional.empty()
                : dialogue.hear(at, said.text(), about);
        return Optional.of(Begun.with(heard.orElseGet(() -> dialogue.open(Optional.of(at), about))));
    }

    /** 班级更正撤回: a correction that was handed in and is still open is given up; the record is confirmed anew without it. */
    private Optional<Begun> withdrawn(Said said, RecordCase about, Tables tables, StudentView view) {
        Optional<RecordField> field = RecordNames.takenBack(said, about).filter(given -> view.corrections().stream()
                .anyMatch(row -> row.field().equals(given.code()) && row.state().isOpen()));
        boolean mayOpen = closed(view).isEmpty() || reopening(tables, view).isPresent();
        if (field.isEmpty() || view.confirmation().isEmpty()) {
            return Optional.empty();
        }
        if (!mayOpen) {
            return closed(view).map(Begun::no);
        }
        Conversation opened =
                stored(tables, view).orElseGet(() -> RecordCheck.again(about, RecordNames.reason(field.get())));
        return dialogue.hear(opened, said.text(), about).map(Begun::with);
    }

    /** The correction that was kept back until the Party committee is asked. */
    private Optional<RecordField> postponed(StudentView view) {
        return view.postponed().stream()
                .flatMap(kept -> season.fields().byCode(kept.field()).stream())
                .findFirst();
    }

    /** Who has said 材料已寄: every correction that waits for its material (R36). */
    List<Say> materialSent(Tables tables, StudentView view) {
        Instant now = clock.instant();
        List<String> labels = new ArrayList<>();
        for (CorrectionRows.Row row : view.corrections()) {
            var step = new CorrectionRows.Step(CorrectionState.MATERIAL_SENT, "", "", now);
            if (row.state() == CorrectionState.MATERIAL_DUE
                    && tables.corrections().move(row.id(), row.state(), step)) {
                labels.add(season.fields()
                        .byCode(row.field())
                        .map(RecordField::label)
                        .orElse(row.field()));
            }
        }
        return List.of(
                labels.isEmpty()
                        ? TurnPhrases.MATERIAL_NONE.say()
                        : TurnPhrases.MATERIAL_SENT.with("labels", String.join("、", labels)));
    }

    /** Before the notice was read nothing counts, but nothing is lost either. */
    private Begun begunWith(Said said, Tables tables, StudentView view) {
        RecordCase about = about(view);
        Optional<Conversation> stored = stored(tables, view);
        Conversation begun = RecordNames.keeping(said, stored, about);
        Turn turn = dialogue.open(Optional.of(begun), about);
        List<String> left = RecordNames.notKept(said, begun, about);
        Turn told =
                left.isEmpty() ? turn : turn.saying(RecordPhrases.ALSO_WRONG.with("labels", String.join("、", left)));
        boolean kept =
                !begun.answers().equals(stored.map(Conversation::answers).orElse(gradcheck.conversation.Answers.NONE));
        return Begun.with(
                kept ? told.saying(TurnPhrases.BEGUN_WITH.with("lines", RecordNames.remarks(begun, about))) : told);
    }

    private boolean isSentBack(RecordField field, StudentView view) {
        return view.corrections().stream()
                .anyMatch(row -> row.field().equals(field.code()) && row.state() == CorrectionState.SENT_BACK);
    }

    private static Optional<Conversation> stored(Tables tables, StudentView view) {
        return tables.conversations().of(view.enrolled().person(), RecordCheck.NAME);
    }

    /** A secretary's word that the record may be confirmed once more. */
    private Optional<Reopenings.Row> reopening(Tables tables, StudentView view) {
        int next = view.confirmation().map(c -> c.version() + 1).orElse(1);
        return tables.reopenings().of(season.year(), view.student().number(), next);
    }

    /** Why the student can't open it any more; empty before the deadline, or where none is set. */
    private Optional<Say> closed(StudentView view) {
        LocalDate today = clock.instant().atZone(season.zone()).toLocalDate();
        return view.standing()
                .until()
                .or(season::recordCloses)
                .filter(today::isAfter)
                .map(day -> TurnPhrases.REOPEN_CLOSED.with(
                        "date", DAY.format(day), "secretary", view.contacts().secretary()));
    }
}
