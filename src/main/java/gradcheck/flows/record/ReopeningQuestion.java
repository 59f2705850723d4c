package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.flows.Said;
import gradcheck.language.NormalizedText;
import gradcheck.message.Choice;
import java.util.List;
import java.util.regex.Pattern;

/** Why a confirmed record is checked once more: every version after the first has its reason. */
final class ReopeningQuestion {
    static final String REASON = "reason";

    private static final List<String> REASONS = List.of("发现信息有误", "上次的更正写错了", "被退回后修改");
    private static final List<List<String>> WORDS = List.of(
            List.of("发现有错", "发现信息有错", "有错", "信息有误", "有误", "信息变了"),
            List.of("写错了", "上次写错了", "填错了", "更正写错了", "改错了"),
            List.of("被退回", "退回", "退回了", "被退回了"),
            List.of("其他", "其它", "别的"));
    private static final int OTHER = 4;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 100;

    private static final Pattern FINDING = Pattern.compile("错|改|更正|换|变|漏|不对|不符|不一样|发现|退");

    private ReopeningQuestion() {}

    static Question ask(RecordCase about, Answers answers) {
        return new Question(
                RecordPhrases.REASON.say(),
                List.of(new Choice("发现有错", "1"), new Choice("上次写错了", "2"), new Choice("被退回", "3")));
    }

    /** A reason may hold a question's words, but then it says what is wrong or new. */
    private static boolean asks(String said) {
        return Said.putsOff(said)
                || (Said.isQuestion(said) && !FINDING.matcher(said).find());
    }

    static Heard hear(String said, RecordCase about, Answers answers) {
        int picked = Said.pick(said, WORDS);
        if (picked >= 1 && picked < OTHER) {
            return Heard.next(RecordCheck.RECORD, answers.with(REASON, REASONS.get(picked - 1)));
        }
        if (asks(said)) {
            return new Heard.NotAnAnswer();
        }
        String bare = NormalizedText.of(said).shown();
        int length = bare.codePointCount(0, bare.length());
        if (picked == OTHER || Said.number(said).isPresent() || length < SHORTEST || length > LONGEST) {
            return picked == OTHER || length > LONGEST
                    ? new Heard.Refused(RecordPhrases.REASON_IN_WORDS.say())
                    : new Heard.NotAnAnswer();
        }
        return Heard.next(RecordCheck.RECORD, answers.with(REASON, bare));
    }
}
