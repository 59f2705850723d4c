package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.PaperPhoto;
import gradcheck.domain.PhotoFact;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import java.util.List;

/**
 * A photo that was taken anew: the last one must stand on 学信网 and lie with the secretary (R27–R30). Whom the roster
 * knows as re-taken is not asked whether.
 */
final class PhotoRetaken {
    private PhotoRetaken() {}

    static Question ask(PhotoCase about, Answers answers) {
        return new Question(PhotoPhrases.RETAKEN.say(), List.of(new Choice("没换过", "1"), new Choice("换过", "2")));
    }

    static Heard hear(String said, PhotoCase about, Answers answers) {
        PhotoNotes notes = PhotoNotes.to(answers);
        return switch (Said.pick(said, List.of(PhotoWords.NOT_RETAKEN, PhotoWords.RETAKEN))) {
            case 1 -> notes.note(PhotoFact.RETAKEN, PhotoFact.NO).on(about);
            case 2 -> notes.note(PhotoFact.RETAKEN, PhotoFact.YES).on(about);
            default -> new Heard.NotAnAnswer();
        };
    }

    static Question askNewest(PhotoCase about, Answers answers) {
        Say text = about.student().retaken() ? PhotoPhrases.NEWEST_KNOWN.say() : PhotoPhrases.NEWEST.say();
        return new Question(text, PhotoPhrases.NEWEST.say(), List.of(new Choice("是", "1"), new Choice("不是，还是旧的", "2")));
    }

    static Heard hearNewest(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, List.of(PhotoWords.YES, PhotoWords.NO))) {
            case 1 -> newest(answers).on(about);
            case 2 -> PhotoNotes.to(answers)
                    .note(PhotoFact.NEWEST, PhotoFact.NO)
                    .note(PhotoFact.OWN_CHECK, PhotoFact.AWAITS_NEW)
                    .on(about, PhotoPhrases.NOT_NEWEST.with("phone", about.phone()));
            default -> new Heard.NotAnAnswer();
        };
    }

    /** Who has said 不是 a moment ago and takes it back has looked at the photo all the same. */
    private static PhotoNotes newest(Answers answers) {
        PhotoNotes notes = PhotoNotes.to(answers).note(PhotoFact.NEWEST, PhotoFact.YES);
        boolean tookBack = answers.get(PhotoFact.OWN_CHECK.name())
                .filter(PhotoFact.AWAITS_NEW::equals)
                .isPresent();
        return tookBack ? notes.note(PhotoFact.OWN_CHECK, PhotoFact.RIGHT) : notes;
    }

    static Question askPaper(PhotoCase about, Answers answers) {
        return new Question(
                PhotoPhrases.PAPER.with("secretary", about.contacts().secretary()),
                List.of(new Choice("是最新版", "1"), new Choice("是旧的，要换", "2"), new Choice("还没交", "3")));
    }

    static Heard hearPaper(String said, PhotoCase about, Answers answers) {
        PhotoNotes notes = PhotoNotes.to(answers);
        String secretary = about.contacts().secretary();
        return switch (Said.pick(said, List.of(PhotoWords.PAPER_NEWEST, PhotoWords.PAPER_OLD, PhotoWords.PAPER_NONE))) {
            case 1 -> notes.note(PhotoFact.PAPER, PaperPhoto.HANDED_IN.title()).on(about);
            case 2 -> notes.note(PhotoFact.PAPER, PaperPhoto.TO_BE_RENEWED.title())
                    .on(about, PhotoPhrases.PAPER_OLD.with("secretary", secretary, "phone", about.phone()));
            case 3 -> notes.note(PhotoFact.PAPER, PaperPhoto.NOT_HANDED_IN.title())
                    .on(about, PhotoPhrases.PAPER_NONE.with("secretary", secretary));
            default -> new Heard.NotAnAnswer();
        };
    }
}
