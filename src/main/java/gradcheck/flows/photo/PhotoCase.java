package gradcheck.flows.photo;

import gradcheck.domain.Contacts;
import gradcheck.domain.PhotoEvidence;
import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.domain.status.StudentFacts;
import java.time.LocalDate;

/**
 * What the second check is about: one student, whom to ask, and what is known of the photo.
 *
 * @param facts with what was noted in earlier conversations
 */
public record PhotoCase(Student student, Season season, Contacts contacts, StudentFacts facts, LocalDate today) {
    /** What the registrar's list and the student say of the photo. */
    PhotoEvidence photo() {
        return facts.photo();
    }

    /** Whether the last day for collecting the photo is over (R25). */
    boolean isLate() {
        return today.isAfter(season.photoDeadline());
    }

    String phone() {
        return contacts.officePhone();
    }
}
