package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.Correction;
import gradcheck.domain.RecordField;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.message.Choices;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 取消 drops the correction in hand, 没有错 all of them: asked once, and never a confirmation. */
final class DropQuestion {
    private static final ChoiceQuestion<RecordCase> ONE = ChoiceQuestion.<RecordCase>wholly(RecordPhrases.DROP_CHOICES)
            .asks(DropQuestion::ask)
            .on("drop", DropQuestion::drop)
            .on("keep", DropQuestion::kept)
            .otherwise(Corrections::instead);

    private static final ChoiceQuestion<RecordCase> ALL = ChoiceQuestion.<RecordCase>wholly(
                    RecordPhrases.DROP_ALL_CHOICES)
            .asks((about, answers, offered) -> ChoiceQuestion.asked(
                    RecordPhrases.DROP_ALL, offered, "lines", RecordSheet.remarks(Drafts.in(about, answers))))
            .on(
                    "drop",
                    (about, answers) -> Heard.next(
                            RecordCheck.SUMMARY, Drafts.dropAll(about, answers), RecordPhrases.ALL_DROPPED.say()))
            .on("keep", DropQuestion::kept)
            .otherwise(Corrections::instead);

    private DropQuestion() {}

    static ChoiceQuestion<RecordCase> one() {
        return ONE;
    }

    static ChoiceQuestion<RecordCase> all() {
        return ALL;
    }

    private static Question ask(RecordCase about, Answers answers, Choices offered) {
        String line = Drafts.editing(about, answers)
                .map(f ->
                        Drafts.draft(about, answers, f).map(Correction::remark).orElse(f.label()))
                .orElse("");
        return ChoiceQuestion.asked(RecordPhrases.DROP, offered, "line", line);
    }

    private static Heard drop(RecordCase about, Answers answers) {
        return Drafts.editing(about, answers)
                .map(field ->
                        dropped(about, Drafts.drop(answers, field), RecordPhrases.DROPPED.with("label", field.label())))
                .orElseGet(() -> Heard.next(RecordCheck.RECORD, answers));
    }

    /** 取消: the correction in hand, or else the first there is. */
    static Heard cancel(RecordCase about, Answers answers) {
        Optional<RecordField> inHand = Drafts.editing(about, answers)
                .filter(f -> Drafts.draft(about, answers, f).isPresent());
        Optional<RecordField> any = inHand.or(
                () -> Drafts.in(about, answers).stream().map(Correction::field).findFirst());
        return any.map(f -> Heard.next(RecordCheck.DROP, Drafts.editing(answers, f)))
                .orElseGet(() -> new Heard.Refused(RecordPhrases.NOTHING_TO_DROP.say()));
    }

    /** 取消 at the value question: with nothing noted there is nothing to ask. */
    static Heard cancelValue(RecordField field, RecordCase about, Answers answers) {
        return Drafts.draft(about, answers, field).isPresent()
                ? Heard.next(RecordCheck.DROP, answers)
                : dropped(about, Drafts.drop(answers, field), RecordPhrases.LEFT_AS_IT_IS.with("label", field.label()));
    }

    private static Heard kept(RecordCase about, Answers answers) {
        return Heard.next(Pending.question(about, answers), answers, RecordPhrases.KEPT.say());
    }

    private static Heard dropped(RecordCase about, Answers now, Say say) {
        if (about.again() && drafted(about, now).equals(confirmed(about))) {
            return new Heard.Ended(
                    List.of(new StillPostponed(Drafts.postponed(about, now))),
                    List.of(say, RecordPhrases.UNCHANGED.say()));
        }
        boolean none = Drafts.in(about, now).isEmpty();
        return Heard.next(none ? RecordCheck.RECORD : Pending.question(about, now), now, say);
    }

    /** What waits for the Party committee was never confirmed. */
    private static Map<String, String> drafted(RecordCase about, Answers answers) {
        return Drafts.counting(about, answers).stream()
                .collect(Collectors.toMap(c -> c.field().code(), Correction::after));
    }

    /** What was confirmed and still stands. */
    private static Map<String, String> confirmed(RecordCase about) {
        return about.earlier().stream()
                .filter(e -> e.state().isOpen())
                .collect(
                        Collectors.toMap(RecordCase.Earlier::code, RecordCase.Earlier::after, (first, later) -> later));
    }
}
