package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.PhotoFact;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.List;

/**
 * 学信网's 学籍信息 (R20, R21), and the end of the way there: a click on 正确 is not yet a submission. Without a photo, or
 * with one that is in dispute, the record is looked at alone.
 */
final class PhotoRecord {
    private static final List<String> STUCK =
            List.of("都对，提交时卡住了", "提交时卡住", "提交卡住", "卡住", "卡住了", "提交不了", "提交失败", "没提交", "还没提交", "没提交成功", "交不上");
    private static final List<String> LATER =
            List.of("以后再看", "以后", "等会", "等会儿", "待会", "晚点", "先不看", "没看", "还没看", "看不到", "没有");

    private PhotoRecord() {}

    /** Whether both can be confirmed on 学信网 now. */
    static boolean maySubmit(PhotoCase about, Answers answers) {
        return PhotoNext.isSeen(about, answers)
                && PhotoNext.says(about, answers, PhotoFact.OWN_CHECK, PhotoFact.RIGHT)
                && !PhotoNext.says(about, answers, PhotoFact.NEWEST, PhotoFact.NO);
    }

    static Question ask(PhotoCase about, Answers answers) {
        if (maySubmit(about, answers)) {
            return question(PhotoPhrases.RECORD.say(), PhotoPhrases.RECORD_BRIEF.say(), "都对，提交了", "都对，提交时卡住了");
        }
        return PhotoNext.isSeen(about, answers)
                ? question(PhotoPhrases.RECORD_ALONE.say(), PhotoPhrases.RECORD_ALONE_BRIEF.say(), "正确", "以后再看")
                : question(PhotoPhrases.RECORD_EARLY.say(), PhotoPhrases.RECORD_ALONE_BRIEF.say(), "正确", "以后再看");
    }

    private static Question question(Say text, Say brief, String right, String third) {
        return new Question(
                text, brief, List.of(new Choice(right, "1"), new Choice("有误", "2"), new Choice(third, "3")));
    }

    static Heard hear(String said, PhotoCase about, Answers answers) {
        boolean maySubmit = maySubmit(about, answers);
        return switch (Said.pick(said, List.of(right(), PhotoWords.WRONG, maySubmit ? STUCK : LATER))) {
            case 1 -> right(said, answers, maySubmit);
            case 2 -> wrong(about, answers);
            case 3 -> maySubmit
                    ? Heard.next(PhotoCheck.SUBMIT, answers)
                    : new Heard.Ended(List.of(), List.of(PhotoPhrases.RECORD_LATER.say()));
            default -> new Heard.NotAnAnswer();
        };
    }

    private static List<String> right() {
        List<String> words = new ArrayList<>(PhotoWords.RIGHT);
        words.addAll(List.of("都对，提交了", "提交了", "已提交", "提交成功", "都提交了"));
        return words;
    }

    /** Who only says 正确 has perhaps not submitted. */
    private static Heard right(String said, Answers answers, boolean maySubmit) {
        boolean saysSubmitted = said.contains("提交") || Said.number(said).isPresent();
        return new Heard.Ended(
                PhotoNotes.to(answers)
                        .note(PhotoFact.CHSI_RECORD, PhotoFact.RIGHT)
                        .effects(),
                maySubmit && !saysSubmitted ? List.of(PhotoPhrases.SUBMIT_CHECK.say()) : List.of());
    }

    private static Heard wrong(PhotoCase about, Answers answers) {
        Phrase phrase = PhotoNext.isSeen(about, answers) ? PhotoPhrases.RECORD_WRONG : PhotoPhrases.RECORD_WRONG_EARLY;
        Say what = phrase.with(
                "phones", about.contacts().officePhones(),
                "mail", about.contacts().officeMail(),
                "proofMail", about.contacts().proofMail());
        return new Heard.Ended(
                PhotoNotes.to(answers)
                        .note(PhotoFact.CHSI_RECORD, PhotoFact.WRONG)
                        .effects(),
                List.of(what));
    }

    static Question askSubmit(PhotoCase about, Answers answers) {
        return new Question(
                PhotoPhrases.SUBMIT.say(),
                PhotoPhrases.SUBMIT_BRIEF.say(),
                List.of(new Choice("好了", "1"), new Choice("还是卡住", "2")));
    }

    static Heard hearSubmit(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, List.of(PhotoWords.DONE, PhotoWords.STUCK))) {
            case 1 -> new Heard.Ended(
                    PhotoNotes.to(answers)
                            .note(PhotoFact.CHSI_RECORD, PhotoFact.RIGHT)
                            .effects(),
                    List.of());
            case 2 -> new Heard.Refused(PhotoPhrases.SUBMIT_STUCK.with("help", PhotoGuide.help(about)));
            default -> new Heard.NotAnAnswer();
        };
    }
}
