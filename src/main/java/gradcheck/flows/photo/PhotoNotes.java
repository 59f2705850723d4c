package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Effect;
import gradcheck.conversation.Heard;
import gradcheck.domain.PhotoFact;
import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.List;

/** What one answer of the photo check has to keep: among the answers and as effects. */
record PhotoNotes(Answers answers, List<Effect> effects) {
    PhotoNotes {
        effects = List.copyOf(effects);
    }

    static PhotoNotes to(Answers answers) {
        return new PhotoNotes(answers, List.of());
    }

    PhotoNotes note(PhotoFact fact, String value) {
        List<Effect> more = new ArrayList<>(effects);
        more.add(new PhotoNoted(fact, value));
        return new PhotoNotes(answers.with(fact.name(), value), more);
    }

    /** On to what is still open; after the last question the student is told to finish on 学信网 as well. */
    Heard on(PhotoCase about, Say... says) {
        String next = PhotoNext.question(about, answers);
        List<Say> all = new ArrayList<>(List.of(says));
        if (!next.equals(PhotoNext.END)) {
            return new Heard.Next(next, answers, effects, all);
        }
        if (PhotoRecord.maySubmit(about, answers)) {
            all.add(PhotoPhrases.SUBMIT_LAST.say());
        }
        return new Heard.Ended(effects, all);
    }
}
