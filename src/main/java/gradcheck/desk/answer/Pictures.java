package gradcheck.desk.answer;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.file.DeskFiles;
import gradcheck.message.Phrase.Say;
import gradcheck.store.query.StudentFilter;
import java.util.List;

/** 进度图: ordered in the turn, drawn when it is sent. */
final class Pictures {
    private Pictures() {}

    static List<Say> order(DeskContext visit, StudentFilter sought) {
        if (!Fonts.hasChinese()) {
            return List.of(DeskPhrases.NO_FONT.say());
        }
        if (visit.tables().tallies().counts(visit.asked(), sought.place()).isEmpty()) {
            return List.of(DeskPhrases.EMPTY.with("place", DeskAnswers.placeOf(visit, sought)));
        }
        visit.send(DeskFiles.PICTURE, sought.place().written());
        return List.of(DeskPhrases.PICTURE.with("place", DeskAnswers.placeOf(visit, sought)));
    }
}
