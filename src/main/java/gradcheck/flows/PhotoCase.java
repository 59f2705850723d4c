package gradcheck.flows;

import gradcheck.verification.Contacts;
import gradcheck.verification.PhotoEvidence;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.Season;
import gradcheck.verification.Student;
import java.time.LocalDate;
import java.util.Map;

/**
 * What the second check is about: one student, what is known of the photo, what was said before, and whom to ask.
 *
 * @param facts what was noted in earlier conversations, by fact
 */
public record PhotoCase(
        Student student,
        Season season,
        Contacts contacts,
        PhotoEvidence photo,
        Map<PhotoFact, String> facts,
        LocalDate today) {
    public PhotoCase {
        facts = Map.copyOf(facts);
    }

    /** Whether the last day for collecting the photo is over (R25). */
    boolean isLate() {
        return today.isAfter(season.photoDeadline());
    }

    String phone() {
        return contacts.officePhone();
    }
}
