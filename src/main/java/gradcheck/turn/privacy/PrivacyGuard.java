package gradcheck.turn.privacy;

import gradcheck.conversation.Conversation;
import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.domain.value.Exposed;
import gradcheck.flows.record.NumberWanted;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import java.util.Optional;

/**
 * Answers what should not have been typed: a certificate number is compared with the writer's own record, hidden, and
 * never kept; a password is not even looked at (R51).
 */
public final class PrivacyGuard {
    private final Season season;

    public PrivacyGuard(Season season) {
        this.season = season;
    }

    /** What to say to a number nobody asked for, or a secret; empty when the message may be read on. */
    public Optional<Say> about(String text, Tables tables, PersonId from, Optional<Enrolled> who) {
        Optional<Student> student = who.map(Enrolled::student);
        Optional<Exposed> exposed = Exposed.in(text, student);
        if (exposed.isEmpty() || exposed.get().kind() == Exposed.Kind.PHONE) {
            return Optional.empty();
        }
        if (exposed.get().kind() == Exposed.Kind.SECRET) {
            return Optional.of(DiscretionPhrases.SECRET.say());
        }
        Optional<Conversation> open = tables.conversations().open(from);
        boolean isAnswer = student.isPresent() && NumberWanted.isAnswer(text, open, season.fields());
        boolean isStudentNumber =
                tables.students().byNumber(season.year(), exposed.get().value()).isPresent();
        return isAnswer || isStudentNumber ? Optional.empty() : Optional.of(compared(exposed.get(), student));
    }

    /** What to say to a message that nobody understood, if there is a phone number in it. */
    public Optional<Say> aboutPhone(String text) {
        return Exposed.in(text, Optional.empty())
                .filter(e -> e.kind() == Exposed.Kind.PHONE)
                .map(e -> DiscretionPhrases.PHONE.say());
    }

    /** Nobody learns anything about a record that is not their own. */
    private static Say compared(Exposed exposed, Optional<Student> student) {
        if (student.isEmpty() || student.get().value("SFZH").isEmpty()) {
            return DiscretionPhrases.NUMBER.say();
        }
        return exposed.isNumberOf(student.get())
                ? DiscretionPhrases.NUMBER_SAME.say()
                : DiscretionPhrases.NUMBER_OTHER.say();
    }
}
