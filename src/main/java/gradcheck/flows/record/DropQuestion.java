package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.Correction;
import gradcheck.domain.RecordField;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 取消 drops the correction in hand, 没有错 all of them: asked once, and never a confirmation. */
final class DropQuestion {
    private static final List<List<String>> DROP_OR_KEEP = List.of(
            List.of("放弃", "放弃这条", "是", "是的", "取消", "确认", "对", "都不要了", "全部放弃", "不要了"),
            List.of("保留", "不", "不放弃", "否", "留着", "不是"));

    private DropQuestion() {}

    static Question ask(RecordCase about, Answers answers) {
        String line = Drafts.editing(about, answers)
                .map(f ->
                        Drafts.draft(about, answers, f).map(Correction::remark).orElse(f.label()))
                .orElse("");
        return new Question(
                RecordPhrases.DROP.with("line", line), List.of(new Choice("放弃这条", "1"), new Choice("保留", "2")));
    }

    static Heard hear(String said, RecordCase about, Answers answers) {
        Optional<RecordField> field = Drafts.editing(about, answers);
        if (field.isEmpty()) {
            return Heard.next(RecordCheck.RECORD, answers);
        }
        return switch (picked(said)) {
            case 1 -> dropped(
                    about,
                    Drafts.drop(answers, field.get()),
                    RecordPhrases.DROPPED.with("label", field.get().label()));
            case 2 -> kept(about, answers);
            default -> Corrections.instead(said, about, answers);
        };
    }

    static Question askAll(RecordCase about, Answers answers) {
        return new Question(
                RecordPhrases.DROP_ALL.with("lines", RecordSheet.remarks(Drafts.in(about, answers))),
                List.of(new Choice("都不要了", "1"), new Choice("保留", "2")));
    }

    static Heard hearAll(String said, RecordCase about, Answers answers) {
        int picked = RecordCheck.isAllRight(said) ? 1 : picked(said);
        return switch (picked) {
            case 1 -> Heard.next(RecordCheck.SUMMARY, Drafts.dropAll(about, answers), RecordPhrases.ALL_DROPPED.say());
            case 2 -> kept(about, answers);
            default -> Corrections.instead(said, about, answers);
        };
    }

    /** 我确认 is the word for the whole record; here it is no answer. */
    private static int picked(String said) {
        return Said.isOneOf(said, "我确认") ? 0 : Said.pick(said, DROP_OR_KEEP);
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
