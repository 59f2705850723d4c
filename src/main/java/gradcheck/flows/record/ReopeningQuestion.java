package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.language.Said;
import gradcheck.language.WordGroup;
import java.util.function.BiFunction;

/** Why a confirmed record is checked once more: every version after the first has its reason. */
final class ReopeningQuestion {
    static final String REASON = "reason";

    private static final int SHORTEST = 4;
    private static final int LONGEST = 100;

    private static final ChoiceQuestion<RecordCase> QUESTION = ChoiceQuestion.<RecordCase>of(
                    RecordPhrases.REASON_CHOICES)
            .asks(RecordPhrases.REASON)
            .on("found", because("发现信息有误"))
            .on("mistaken", because("上次的更正写错了"))
            .on("sentBack", because("被退回后修改"))
            .on("other", (about, answers) -> new Heard.Refused(RecordPhrases.REASON_IN_WORDS.say()))
            .otherwise(ReopeningQuestion::inWords);

    private ReopeningQuestion() {}

    static ChoiceQuestion<RecordCase> question() {
        return QUESTION;
    }

    private static BiFunction<RecordCase, Answers, Heard> because(String reason) {
        return (about, answers) -> Heard.next(RecordCheck.RECORD, answers.with(REASON, reason));
    }

    /** A reason may hold a question's words, but then it says what is wrong or new. */
    private static boolean asks(Said said) {
        return said.putsOff() || (said.isQuestion() && !said.holds(WordGroup.FINDING));
    }

    private static Heard inWords(Said said, RecordCase about, Answers answers) {
        int length = said.text().codePointCount(0, said.text().length());
        if (asks(said) || said.number().isPresent() || length < SHORTEST) {
            return new Heard.NotAnAnswer();
        }
        return length > LONGEST
                ? new Heard.Refused(RecordPhrases.REASON_IN_WORDS.say())
                : Heard.next(RecordCheck.RECORD, answers.with(REASON, said.text()));
    }
}
