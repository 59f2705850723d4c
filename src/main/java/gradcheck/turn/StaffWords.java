package gradcheck.turn;

import gradcheck.desk.Desk;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.turn.onboarding.Person;
import java.util.Optional;

/** What a member of staff says: a command of the desk, a question, or neither; empty where it is none of staff's. */
public final class StaffWords {
    private final Desk desk;
    private final IntentReplies understood;

    StaffWords(Desk desk, IntentReplies understood) {
        this.desk = desk;
        this.understood = understood;
    }

    Optional<Reply> command(String text, Tables tables, Person who) {
        return who.staff().isEmpty()
                ? Optional.empty()
                : desk.command(text, tables, who.staff()).map(Reply::of);
    }

    /** From who is no student, too: there is an answer to everything. */
    Reply hear(String text, Tables tables, Person who) {
        return asked(text, tables, who).orElseGet(() -> Reply.of(aside(text)));
    }

    /** What a member of staff asks in ordinary Chinese: of the students first, then of the rules. */
    public Optional<Reply> asked(String text, Tables tables, Person who) {
        return who.staff().isEmpty()
                ? Optional.empty()
                : desk.question(text, tables, who.staff())
                        .map(Reply::of)
                        .or(() -> understood.staffQuestion(text, who.staff()))
                        .or(() -> desk.unclear(text, tables, who.staff()).map(Reply::of));
    }

    /** To a member of staff whose words are no question: all there is to a greeting only. */
    private Say aside(String text) {
        Optional<Say> talk = understood.talk(text);
        if (talk.filter(AskedPhrases.GREETING.say()::equals).isPresent()) {
            return desk.help();
        }
        return talk.map(line -> AskedPhrases.NEXT.with("talk", line, "next", desk.overall()))
                .orElseGet(desk::notUnderstood);
    }
}
