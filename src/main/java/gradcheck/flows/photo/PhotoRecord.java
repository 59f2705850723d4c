package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Effect;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.PhotoFact;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.message.Choices;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.util.List;

/**
 * 学信网's 学籍信息 (R20, R21), and the end of the way there: a click on 正确 is not yet a submission. Without a photo, or
 * with one that is in dispute, the record is looked at alone.
 */
final class PhotoRecord {
    private static final ChoiceQuestion<PhotoCase> RECORD = ChoiceQuestion.<PhotoCase>of(PhotoPhrases.RECORD_CHOICES)
            .asks(PhotoRecord::ask)
            .offering(PhotoRecord::offered)
            .on("submitted", (about, answers) -> new Heard.Ended(right(answers), List.of()))
            .on("right", PhotoRecord::right)
            .on("wrong", PhotoRecord::wrong)
            .on("stuck", PhotoRecord::stuck)
            .on("later", PhotoRecord::later)
            .implies("submitted", "right")
            .implies("stuck", "right")
            .denied("right", "wrong")
            .ignoring("else");

    private static final ChoiceQuestion<PhotoCase> SUBMIT = ChoiceQuestion.<PhotoCase>of(PhotoPhrases.SUBMIT_CHOICES)
            .asks((about, answers, offered) -> new Question(
                    ChoiceQuestion.saying(PhotoPhrases.SUBMIT, offered),
                    ChoiceQuestion.saying(PhotoPhrases.SUBMIT_BRIEF, offered),
                    offered))
            .on("done", (about, answers) -> new Heard.Ended(right(answers), List.of()))
            .on(
                    "stuck",
                    (about, answers) ->
                            new Heard.Refused(PhotoPhrases.SUBMIT_STUCK.with("help", PhotoGuide.help(about))))
            .denied("done", "stuck");

    private PhotoRecord() {}

    static ChoiceQuestion<PhotoCase> record() {
        return RECORD;
    }

    static ChoiceQuestion<PhotoCase> submit() {
        return SUBMIT;
    }

    /** Whether both can be confirmed on 学信网 now. */
    static boolean maySubmit(PhotoCase about, Answers answers) {
        return PhotoNext.isSeen(about, answers)
                && PhotoNext.says(about, answers, PhotoFact.OWN_CHECK, PhotoFact.RIGHT)
                && !PhotoNext.says(about, answers, PhotoFact.NEWEST, PhotoFact.NO);
    }

    private static Question ask(PhotoCase about, Answers answers, Choices offered) {
        if (maySubmit(about, answers)) {
            return question(PhotoPhrases.RECORD, PhotoPhrases.RECORD_BRIEF, offered);
        }
        Phrase alone = PhotoNext.isSeen(about, answers) ? PhotoPhrases.RECORD_ALONE : PhotoPhrases.RECORD_EARLY;
        return question(alone, PhotoPhrases.RECORD_ALONE_BRIEF, offered);
    }

    private static Question question(Phrase text, Phrase brief, Choices offered) {
        return new Question(ChoiceQuestion.saying(text, offered), ChoiceQuestion.saying(brief, offered), offered);
    }

    private static Choices offered(PhotoCase about, Answers answers) {
        return maySubmit(about, answers)
                ? PhotoPhrases.RECORD_CHOICES.only("submitted", "wrong", "stuck")
                : PhotoPhrases.RECORD_CHOICES.only("right", "wrong", "later");
    }

    private static List<Effect> right(Answers answers) {
        return PhotoNotes.to(answers)
                .note(PhotoFact.CHSI_RECORD, PhotoFact.RIGHT)
                .effects();
    }

    /** Who only says 正确 has perhaps not submitted. */
    private static Heard right(PhotoCase about, Answers answers) {
        return new Heard.Ended(
                right(answers), maySubmit(about, answers) ? List.of(PhotoPhrases.SUBMIT_CHECK.say()) : List.of());
    }

    private static Heard stuck(PhotoCase about, Answers answers) {
        return maySubmit(about, answers) ? Heard.next(PhotoCheck.SUBMIT, answers) : new Heard.NotAnAnswer();
    }

    private static Heard later(PhotoCase about, Answers answers) {
        return maySubmit(about, answers)
                ? new Heard.NotAnAnswer()
                : new Heard.Ended(List.of(), List.of(PhotoPhrases.RECORD_LATER.say()));
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
}
