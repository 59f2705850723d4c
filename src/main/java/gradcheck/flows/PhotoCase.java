package gradcheck.flows;

import gradcheck.verification.Contacts;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.Season;
import gradcheck.verification.Student;
import java.util.Map;
import java.util.Optional;

/** What the second check is about: one student, what is known of the photo so far, and whom to ask. */
public record PhotoCase(Student student, Map<PhotoFact, String> facts, Contacts contacts, Season.Chsi chsi) {
    public PhotoCase {
        facts = Map.copyOf(facts);
    }

    Optional<String> fact(PhotoFact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    boolean is(PhotoFact fact, String value) {
        return fact(fact).filter(value::equals).isPresent();
    }
}
