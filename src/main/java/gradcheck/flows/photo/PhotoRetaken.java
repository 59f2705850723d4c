package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.PaperPhoto;
import gradcheck.domain.PhotoFact;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.message.Choices;
import gradcheck.message.Phrase;

/**
 * A photo that was taken anew: the last one must stand on 学信网 and lie with the secretary (R27–R30). Whom the roster
 * knows as re-taken is not asked whether.
 */
final class PhotoRetaken {
    private static final ChoiceQuestion<PhotoCase> RETAKEN = ChoiceQuestion.<PhotoCase>of(PhotoPhrases.RETAKEN_CHOICES)
            .asks(PhotoPhrases.RETAKEN)
            .on("no", (about, answers) -> note(answers, PhotoFact.RETAKEN, PhotoFact.NO)
                    .on(about))
            .on("yes", (about, answers) -> note(answers, PhotoFact.RETAKEN, PhotoFact.YES)
                    .on(about))
            .denied("yes", "no")
            .lasts("yes")
            .ignoring("else");

    private static final ChoiceQuestion<PhotoCase> NEWEST = ChoiceQuestion.<PhotoCase>of(PhotoPhrases.NEWEST_CHOICES)
            .asks(PhotoRetaken::askNewest)
            .on("yes", (about, answers) -> newest(answers).on(about))
            .on("no", PhotoRetaken::notNewest)
            .denied("yes", "no");

    private static final ChoiceQuestion<PhotoCase> PAPER = ChoiceQuestion.<PhotoCase>of(PhotoPhrases.PAPER_CHOICES)
            .asks(PhotoRetaken::askPaper)
            .on("newest", (about, answers) -> paper(answers, PaperPhoto.HANDED_IN)
                    .on(about))
            .on("old", PhotoRetaken::oldPaper)
            .on("none", PhotoRetaken::noPaper)
            .implies("old", "newest");

    private PhotoRetaken() {}

    static ChoiceQuestion<PhotoCase> retaken() {
        return RETAKEN;
    }

    static ChoiceQuestion<PhotoCase> newest() {
        return NEWEST;
    }

    static ChoiceQuestion<PhotoCase> paper() {
        return PAPER;
    }

    private static PhotoNotes note(Answers answers, PhotoFact fact, String value) {
        return PhotoNotes.to(answers).note(fact, value);
    }

    private static Question askNewest(PhotoCase about, Answers answers, Choices offered) {
        Phrase phrase = about.student().retaken() ? PhotoPhrases.NEWEST_KNOWN : PhotoPhrases.NEWEST;
        return new Question(
                ChoiceQuestion.saying(phrase, offered), ChoiceQuestion.saying(PhotoPhrases.NEWEST, offered), offered);
    }

    private static Heard notNewest(PhotoCase about, Answers answers) {
        return note(answers, PhotoFact.NEWEST, PhotoFact.NO)
                .note(PhotoFact.OWN_CHECK, PhotoFact.AWAITS_NEW)
                .on(about, PhotoPhrases.NOT_NEWEST.with("phone", about.phone()));
    }

    /** Who has said 不是 a moment ago and takes it back has looked at the photo all the same. */
    private static PhotoNotes newest(Answers answers) {
        PhotoNotes notes = note(answers, PhotoFact.NEWEST, PhotoFact.YES);
        boolean tookBack = answers.get(PhotoFact.OWN_CHECK.name())
                .filter(PhotoFact.AWAITS_NEW::equals)
                .isPresent();
        return tookBack ? notes.note(PhotoFact.OWN_CHECK, PhotoFact.RIGHT) : notes;
    }

    private static Question askPaper(PhotoCase about, Answers answers, Choices offered) {
        return ChoiceQuestion.asked(
                PhotoPhrases.PAPER, offered, "secretary", about.contacts().secretary());
    }

    private static PhotoNotes paper(Answers answers, PaperPhoto state) {
        return note(answers, PhotoFact.PAPER, state.title());
    }

    private static Heard oldPaper(PhotoCase about, Answers answers) {
        return paper(answers, PaperPhoto.TO_BE_RENEWED)
                .on(
                        about,
                        PhotoPhrases.PAPER_OLD.with(
                                "secretary", about.contacts().secretary(), "phone", about.phone()));
    }

    private static Heard noPaper(PhotoCase about, Answers answers) {
        return paper(answers, PaperPhoto.NOT_HANDED_IN)
                .on(
                        about,
                        PhotoPhrases.PAPER_NONE.with(
                                "secretary", about.contacts().secretary()));
    }
}
