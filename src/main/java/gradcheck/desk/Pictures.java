package gradcheck.desk;

import gradcheck.message.Phrase.Say;
import gradcheck.store.Outbox;
import gradcheck.store.Sought;
import java.util.List;
import java.util.Optional;

/** 进度图: ordered in the turn, drawn when it is sent. */
final class Pictures {
    private Pictures() {}

    static List<Say> order(Visit visit, Sought sought) {
        if (!Fonts.hasChinese()) {
            return List.of(DeskPhrases.NO_FONT.say());
        }
        if (visit.tables().tallies().counts(visit.asked(), sought.place()).isEmpty()) {
            return List.of(DeskPhrases.EMPTY.with("place", Answers.placeOf(visit, sought)));
        }
        visit.tables()
                .outbox()
                .queue(
                        new Outbox.New(
                                visit.ground().ids().next(),
                                visit.asker().id(),
                                DeskFiles.PICTURE,
                                sought.place().written(),
                                Outbox.REPLY,
                                visit.now(),
                                Optional.empty()),
                        visit.now());
        return List.of(DeskPhrases.PICTURE.with("place", Answers.placeOf(visit, sought)));
    }
}
