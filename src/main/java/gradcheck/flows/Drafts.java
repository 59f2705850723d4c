package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.verification.Correction;
import gradcheck.verification.RecordField;
import gradcheck.verification.Student;
import java.util.List;
import java.util.Optional;

/** The corrections in hand, kept as answers: {@code fix.MZ = 回族}. */
final class Drafts {
    private static final String FIX = "fix.";
    private static final String EDITING = "editing";

    private Drafts() {}

    /** All drafts, in the order of the catalogue; one that says what the record says by now is none. */
    static List<Correction> in(RecordCase about, Answers answers) {
        return about.fields().inOrder().stream()
                .flatMap(f -> draft(about, answers, f).stream())
                .toList();
    }

    static Optional<Correction> draft(RecordCase about, Answers answers, RecordField field) {
        String before = about.student().value(field.code());
        return answers.get(FIX + field.code())
                .filter(after -> !after.equals(before))
                .map(after -> new Correction(field, before, after));
    }

    /** The record as the drafts of the other fields would have it: a new number must agree with a new type. */
    static Student withOthers(RecordCase about, Answers answers, RecordField field) {
        Student student = about.student();
        for (Correction draft : in(about, answers)) {
            student = draft.field().equals(field)
                    ? student
                    : student.with(draft.field().code(), draft.after());
        }
        return student;
    }

    static Answers put(Answers answers, RecordField field, String value) {
        return answers.with(FIX + field.code(), value).with(EDITING, field.code());
    }

    static Answers drop(Answers answers, RecordField field) {
        return answers.without(FIX + field.code()).without(EDITING);
    }

    static Answers editing(Answers answers, RecordField field) {
        return answers.with(EDITING, field.code());
    }

    /** The field that is being corrected, or was last. */
    static Optional<RecordField> editing(RecordCase about, Answers answers) {
        return answers.get(EDITING).flatMap(about.fields()::byCode);
    }
}
