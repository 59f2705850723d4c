package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.Correction;
import gradcheck.domain.EditClass;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 政治面貌: first the college's Party committee is asked, then the remark is written, then the secretary reviews (R11, R12,
 * R33, in the order of C1). Who has not asked yet keeps a draft and may confirm without it.
 */
final class PartyQuestion {
    static final String ASKED = "已向党委确认";
    static final String NOT_YET = "还没问党委";

    private static final List<List<String>> ANSWERS = List.of(
            List.of("确认过了", "确认过", "问过了", "问过", "已确认", "已经问了", "党委确认了", "问好了", "党委说是", "党委回复了", "是", "是的", "确认了"),
            List.of("还没问", "没问", "没有", "还没", "没确认", "不知道", "不确定", "没问过", "还没去问", "没去问", "没来得及问", "否"));

    private PartyQuestion() {}

    static Question ask(RecordCase about, Answers answers) {
        String line = asked(about, answers).map(Correction::remark).orElse("");
        return new Question(
                RecordPhrases.PARTY.with("line", line, "party", about.contacts().party()),
                List.of(new Choice("确认过了", "1"), new Choice("还没问", "2")));
    }

    static Heard hear(String said, RecordCase about, Answers answers) {
        int picked = Said.pick(said, ANSWERS);
        Optional<Correction> draft = asked(about, answers);
        if (picked == 0 || draft.isEmpty()) {
            return picked == 0
                    ? Corrections.instead(said, about, answers)
                    : Heard.next(Pending.question(about, answers), answers);
        }
        Answers now = Drafts.withDetail(answers, Drafts.PARTY, draft.get().field(), picked == 1 ? ASKED : NOT_YET);
        return Heard.next(
                Pending.question(about, now),
                now,
                picked == 1
                        ? RecordPhrases.PARTY_ASKED.with(
                                "secretary", about.contacts().secretary())
                        : RecordPhrases.PARTY_NOT_YET.with(
                                "party", about.contacts().party()));
    }

    /** Outside the question 是 and 确认了 may be about anything: the committee or the asking must be named. */
    static boolean saysAsked(String said) {
        boolean isNamed = said.contains("党委") || said.contains("问");
        return isNamed && Said.word(said, ANSWERS) == 1;
    }

    /** The political draft about which the question is still open. */
    static Optional<Correction> lacking(RecordCase about, Answers answers) {
        return drafts(about, answers)
                .filter(c -> Drafts.detail(answers, Drafts.PARTY, c.field()).isEmpty())
                .findFirst();
    }

    static boolean hasDraft(RecordCase about, Answers answers) {
        return drafts(about, answers).findFirst().isPresent();
    }

    /** Who has come back to the question is asked again about what was answered before. */
    private static Optional<Correction> asked(RecordCase about, Answers answers) {
        return lacking(about, answers).or(() -> drafts(about, answers).findFirst());
    }

    private static Stream<Correction> drafts(RecordCase about, Answers answers) {
        return Drafts.in(about, answers).stream().filter(c -> c.field().editClass() == EditClass.POLITICAL);
    }
}
