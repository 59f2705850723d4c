package gradcheck.flows.record;

import gradcheck.domain.Contacts;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.value.CertificateType;
import gradcheck.domain.value.Doubt;
import gradcheck.domain.value.ListedValues;
import gradcheck.domain.value.ParsedValue;
import gradcheck.domain.value.Values;
import java.util.List;
import java.util.Map;

/**
 * What the record check is about: one student's record as it is now, and what was confirmed of it before.
 *
 * @param postponed by field, the drafts that wait for the Party committee's word (R11)
 * @param listed the season's closed lists
 */
public record RecordCase(
        Student student,
        Fields fields,
        List<Doubt> doubts,
        Contacts contacts,
        List<Earlier> earlier,
        Map<String, String> postponed,
        boolean again,
        ListedValues listed) {
    public RecordCase {
        doubts = List.copyOf(doubts);
        earlier = List.copyOf(earlier);
        postponed = Map.copyOf(postponed);
    }

    /** A record that was never confirmed. */
    public RecordCase(Student student, Fields fields, List<Doubt> doubts, Contacts contacts) {
        this(student, fields, doubts, contacts, List.of(), Map.of(), false, ListedValues.NONE);
    }

    /**
     * Reads a value that somebody named for a field.
     *
     * @param student the record with the other corrections in hand
     * @param isOffered whether it was picked from what was offered: then it is meant, whatever the season's lists hold
     */
    ParsedValue read(RecordField field, String typed, Student student, boolean isOffered) {
        ParsedValue plain = Values.read(field, typed, student);
        boolean isListed = !listed.of(field.code()).isEmpty();
        return isListed && !isOffered && plain instanceof ParsedValue.Accepted accepted
                ? listed.read(field, accepted.value(), student)
                : plain;
    }

    /** Whether the record names a document other than the identity card of the mainland: 港澳台侨 (R39–R43), and foreigners. */
    boolean isOverseas() {
        return student.certificateType()
                .filter(type -> type != CertificateType.RESIDENT)
                .isPresent();
    }

    /**
     * A correction of an earlier version.
     *
     * @param code the field
     * @param reason why it was sent back, else empty
     */
    public record Earlier(String code, String after, CorrectionState state, String reason) {}
}
