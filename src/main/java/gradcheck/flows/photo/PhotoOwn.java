package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.domain.PhotoFact;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.message.Choices;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.util.Arrays;

/**
 * Is it you (R23)? Before 有误 is noted it is asked what is wrong: somebody else's photo is, one that is merely ugly is
 * not, and an old one is a matter of the re-take (R29).
 */
final class PhotoOwn {
    private static final ChoiceQuestion<PhotoCase> WRONG =
            which(PhotoPhrases.WRONG_CHOICES).asks(PhotoPhrases.WRONG);

    /** Who says at once what is wrong needs no second question. */
    private static final ChoiceQuestion<PhotoCase> OWN = which(PhotoPhrases.OWN_CHOICES)
            .asks(PhotoPhrases.OWN)
            .on("right", (about, answers) -> right(answers).on(about))
            .on("wrong", (about, answers) -> Heard.next(PhotoCheck.WRONG, answers))
            .implies("notMe", "wrong")
            .implies("ugly", "right", "wrong")
            .implies("old", "wrong")
            .implies("other", "wrong")
            .denied("right", "wrong")
            .ignoring("else");

    private PhotoOwn() {}

    static ChoiceQuestion<PhotoCase> own() {
        return OWN;
    }

    static ChoiceQuestion<PhotoCase> wrong() {
        return WRONG;
    }

    private static ChoiceQuestion<PhotoCase> which(Choices choices) {
        return ChoiceQuestion.<PhotoCase>of(choices)
                .on("notMe", (about, answers) -> notMe(about, PhotoNotes.to(answers)))
                .on("ugly", (about, answers) -> right(answers)
                        .on(about, PhotoPhrases.UGLY.with("phone", about.phone())))
                .on("old", PhotoOwn::old)
                .on("other", PhotoOwn::flawed);
    }

    private static PhotoNotes right(Answers answers) {
        return PhotoNotes.to(answers).note(PhotoFact.OWN_CHECK, PhotoFact.RIGHT);
    }

    private static Heard old(PhotoCase about, Answers answers) {
        return PhotoNotes.to(answers)
                .note(PhotoFact.OWN_CHECK, PhotoFact.AWAITS_NEW)
                .note(PhotoFact.RETAKEN, PhotoFact.YES)
                .note(PhotoFact.NEWEST, PhotoFact.NO)
                .on(about, PhotoPhrases.NOT_NEWEST.with("phone", about.phone()));
    }

    private static Heard flawed(PhotoCase about, Answers answers) {
        return PhotoNotes.to(answers)
                .note(PhotoFact.OWN_CHECK, PhotoFact.WRONG)
                .on(about, toBeReported(PhotoPhrases.FLAWED, about));
    }

    static Heard notMe(PhotoCase about, PhotoNotes notes, Say... before) {
        Say[] says = Arrays.copyOf(before, before.length + 1);
        says[before.length] = toBeReported(PhotoPhrases.NOT_ME, about);
        return notes.note(PhotoFact.OWN_CHECK, PhotoFact.WRONG).on(about, says);
    }

    private static Say toBeReported(Phrase phrase, PhotoCase about) {
        return phrase.with("phone", about.phone(), "secretary", about.contacts().secretary());
    }
}
