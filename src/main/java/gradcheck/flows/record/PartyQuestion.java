package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.Correction;
import gradcheck.domain.EditClass;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.language.ChoiceSet;
import gradcheck.language.Said;
import gradcheck.language.WordGroup;
import gradcheck.message.Choices;
import gradcheck.message.Phrase.Say;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 政治面貌: first the college's Party committee is asked, then the remark is written, then the secretary reviews (R11, R12,
 * R33, in the order of C1). Who has not asked yet keeps a draft and may confirm without it.
 */
final class PartyQuestion {
    static final String ASKED = "已向党委确认";
    static final String NOT_YET = "还没问党委";

    private static final String SAID_ASKED = "asked";

    private static final ChoiceQuestion<RecordCase> QUESTION = ChoiceQuestion.<RecordCase>of(
                    RecordPhrases.PARTY_CHOICES)
            .asks(PartyQuestion::ask)
            .on(SAID_ASKED, PartyQuestion::isAsked)
            .on("notYet", PartyQuestion::notYet)
            .denied(SAID_ASKED, "notYet")
            .otherwise(Corrections::instead);

    private PartyQuestion() {}

    static ChoiceQuestion<RecordCase> question() {
        return QUESTION;
    }

    private static Question ask(RecordCase about, Answers answers, Choices offered) {
        String line = asked(about, answers).map(Correction::remark).orElse("");
        return ChoiceQuestion.asked(
                RecordPhrases.PARTY,
                offered,
                "line",
                line,
                "party",
                about.contacts().party());
    }

    private static Heard isAsked(RecordCase about, Answers answers) {
        return noted(
                ASKED,
                RecordPhrases.PARTY_ASKED.with("secretary", about.contacts().secretary()),
                about,
                answers);
    }

    private static Heard notYet(RecordCase about, Answers answers) {
        return noted(
                NOT_YET,
                RecordPhrases.PARTY_NOT_YET.with("party", about.contacts().party()),
                about,
                answers);
    }

    private static Heard noted(String what, Say say, RecordCase about, Answers answers) {
        Optional<Correction> draft = asked(about, answers);
        if (draft.isEmpty()) {
            return Heard.next(Pending.question(about, answers), answers);
        }
        Answers now = Drafts.withDetail(answers, Drafts.PARTY, draft.get().field(), what);
        return Heard.next(Pending.question(about, now), now, say);
    }

    /** Outside the question 是 and 确认了 may be about anything: the committee or the asking must be named. */
    static boolean saysAsked(Said said) {
        return said.holds(WordGroup.PARTY)
                && said.word(ChoiceSet.of(RecordPhrases.PARTY_CHOICES))
                        .filter(SAID_ASKED::equals)
                        .isPresent();
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
