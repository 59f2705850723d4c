package gradcheck.flows;

import gradcheck.verification.Contacts;
import gradcheck.verification.Doubt;
import gradcheck.verification.Fields;
import gradcheck.verification.Student;
import java.util.List;

/** What the record check is about: one student's record as it is now. */
public record RecordCase(Student student, Fields fields, List<Doubt> doubts, Contacts contacts) {
    public RecordCase {
        doubts = List.copyOf(doubts);
    }
}
