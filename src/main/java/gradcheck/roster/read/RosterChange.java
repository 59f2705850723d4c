package gradcheck.roster.read;

import gradcheck.domain.ChangedBy;
import gradcheck.domain.Correction;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.message.PersonId;
import gradcheck.roster.read.PhotoFile.PhotoState;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a row of a roster makes of one student.
 *
 * @param differences the fields whose value is another one from now on
 * @param comeTrue the corrections whose wish the record grants from now on
 * @param photo what the file says about the photo, where it is news
 * @param sender whose list it is
 */
record RosterChange(
        Optional<Enrolled> before,
        PersonId person,
        Student student,
        List<Correction> differences,
        List<CorrectionRows.Row> comeTrue,
        Optional<PhotoState> photo,
        ChangedBy sender) {

    /** The corrections that are closed: what a college writes is no proof, and no second pair of eyes. */
    List<CorrectionRows.Row> settled() {
        return sender == ChangedBy.OFFICE ? comeTrue : List.of();
    }

    boolean isAdded() {
        return before.isEmpty();
    }

    boolean isChanged() {
        return before.filter(b -> photo.isPresent()
                        || !b.student().equals(student)
                        || !b.listed().equals(person))
                .isPresent();
    }

    /** Where the student reads: the account that was bound, as long as it is another than the roster's. */
    PersonId account() {
        return before.filter(Enrolled::isElsewhere).map(Enrolled::person).orElse(person);
    }

    boolean changesAccount() {
        return before.filter(b -> !b.listed().equals(person)).isPresent();
    }

    /** What nobody had asked for, of the fields that matter so much that a confirmed record must be looked at once more. */
    List<Correction> unasked() {
        return differences.stream()
                .filter(d -> d.field().reopens())
                .filter(d -> comeTrue.stream()
                        .noneMatch(s -> s.field().equals(d.field().code())))
                .toList();
    }

    /** The version that is to be confirmed, if the confirmed one is no longer what the record says. */
    Optional<Integer> reopens(Optional<Confirmations.Row> confirmed) {
        return confirmed.filter(c -> !unasked().isEmpty()).map(c -> c.version() + 1);
    }

    /** The row beside the student it changes: what the file has no column for stays as it is. */
    static Student merged(Enrolled before, Student row, RosterFile.Columns columns) {
        Map<String, String> values = new HashMap<>(before.student().values());
        for (String code : columns.fields()) {
            if (row.value(code).isEmpty()) {
                values.remove(code);
            } else {
                values.put(code, row.value(code));
            }
        }
        boolean retaken =
                columns.hasRetaken() ? row.retaken() : before.student().retaken();
        return new Student(row.number(), values, before.student().webPhoto(), retaken);
    }

    static List<Correction> differences(Student before, Student after, List<RecordField> fields) {
        List<Correction> differences = new ArrayList<>();
        for (RecordField field : fields) {
            String old = before.value(field.code());
            String now = after.value(field.code());
            if (!old.equals(now)) {
                differences.add(new Correction(field, old, now));
            }
        }
        return differences;
    }
}
