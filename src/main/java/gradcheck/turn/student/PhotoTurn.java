package gradcheck.turn.student;

import gradcheck.conversation.Conversation;
import gradcheck.conversation.Dialogue;
import gradcheck.conversation.Turn;
import gradcheck.flows.photo.PhotoCase;
import gradcheck.flows.photo.PhotoCheck;
import gradcheck.flows.photo.PhotoPhrases;
import gradcheck.language.Said;
import java.time.Clock;
import java.util.Optional;

/** The second check around its questions: it begins at what is still open. */
final class PhotoTurn {
    private final Clock clock;
    private final Dialogue<PhotoCase> dialogue;

    PhotoTurn(Clock clock, Dialogue<PhotoCase> dialogue) {
        this.clock = clock;
        this.dialogue = dialogue;
    }

    PhotoCase about(StudentView view) {
        return new PhotoCase(
                view.student(),
                view.season(),
                view.contacts(),
                view.known(),
                clock.instant().atZone(view.season().zone()).toLocalDate());
    }

    /** 图像校对: at the first thing that is open, however long ago the others were settled. */
    Turn start(StudentView view) {
        PhotoCase about = about(view);
        Conversation begun = PhotoCheck.begun(about);
        Turn turn = dialogue.open(Optional.of(begun), about);
        return PhotoCheck.isResumed(begun) ? turn.saying(PhotoPhrases.RESUMED.say()) : turn;
    }

    /** Somebody asks to see it all once more while no question is open. */
    Optional<Turn> named(Said said, StudentView view) {
        return PhotoCheck.isAgain(said)
                ? Optional.of(dialogue.open(Optional.of(PhotoCheck.again()), about(view)))
                : Optional.empty();
    }
}
