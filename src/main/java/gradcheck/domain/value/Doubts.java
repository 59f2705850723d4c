package gradcheck.domain.value;

import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks a record over before the student does: at most one doubt a field, the first that is found. */
public final class Doubts {
    private static final Set<String> READ_FROM_THE_NUMBER =
            Set.of(RecordField.CERTIFICATE_NUMBER, RecordField.BIRTH_DATE, RecordField.SEX);

    private Doubts() {}

    /** The record's doubtful fields in the order of the catalogue. */
    public static List<Doubt> of(Student student, Fields fields) {
        Map<String, Doubt> found = new LinkedHashMap<>();
        Optional<CertificateType> type = student.certificateType();
        for (RecordField field : fields.inOrder()) {
            inItself(field, student, type).ifPresent(say -> put(found, field.code(), say));
        }
        CertificateDoubts.ofType(type, student).ifPresent(say -> put(found, RecordField.CERTIFICATE_TYPE, say));
        type.flatMap(t -> CertificateDoubts.ofNumber(t, student.certificateNumber()))
                .ifPresent(say -> put(found, RecordField.CERTIFICATE_NUMBER, say));
        if (!found.containsKey(RecordField.CERTIFICATE_NUMBER)) {
            disagreement(student, RecordField.BIRTH_DATE).ifPresent(say -> put(found, RecordField.BIRTH_DATE, say));
            disagreement(student, RecordField.SEX).ifPresent(say -> put(found, RecordField.SEX, say));
        }
        disagreement(student, RecordField.GRADUATION).ifPresent(say -> put(found, RecordField.GRADUATION, say));
        List<Doubt> inOrder = new ArrayList<>();
        fields.inOrder().forEach(f -> Optional.ofNullable(found.get(f.code())).ifPresent(inOrder::add));
        return inOrder;
    }

    /** What speaks against this field's value in the rest of the record: birth date and sex against the number. */
    static Optional<Say> disagreement(Student student, String code) {
        return switch (code) {
            case RecordField.BIRTH_DATE -> differs(
                    CertificateDoubts.birthDate(student),
                    student.value(RecordField.BIRTH_DATE),
                    ValuePhrases.DOUBT_BIRTH);
            case RecordField.SEX -> differs(
                    CertificateDoubts.sex(student), student.value(RecordField.SEX), ValuePhrases.DOUBT_SEX);
            case RecordField.CERTIFICATE_NUMBER -> differs(
                            CertificateDoubts.birthDate(student),
                            student.value(RecordField.BIRTH_DATE),
                            ValuePhrases.DOUBT_NUMBER_BIRTH)
                    .or(() -> differs(
                            CertificateDoubts.sex(student),
                            student.value(RecordField.SEX),
                            ValuePhrases.DOUBT_NUMBER_SEX));
            case RecordField.GRADUATION -> isBefore(
                            student.value(RecordField.GRADUATION), student.value(RecordField.ADMISSION))
                    ? Optional.of(ValuePhrases.DOUBT_ORDER.say())
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Say> inItself(RecordField field, Student student, Optional<CertificateType> type) {
        String value = student.value(field.code());
        if (value.isEmpty()) {
            return isRequired(field, type) ? Optional.of(ValuePhrases.DOUBT_EMPTY.say()) : Optional.empty();
        }
        if (Names.isUnreadable(value)) {
            return Optional.of(ValuePhrases.DOUBT_CHARACTER.say());
        }
        if (field.check() == ValueCheck.NAME) {
            return Names.doubt(value);
        }
        return isOfItsList(field, value) ? Optional.empty() : Optional.of(ValuePhrases.DOUBT_VALUE.say());
    }

    private static boolean isOfItsList(RecordField field, String value) {
        return switch (field.check()) {
            case ETHNICITY -> Ethnicity.named(value).filter(value::equals).isPresent();
            case POLITICAL -> PoliticalStatus.named(value).isPresent();
            case SEX -> value.equals("男") || value.equals("女");
            case DATE -> Dates.isReal(value);
            case CERTIFICATE_TYPE -> CertificateType.named(value).isPresent();
            case LIST -> field.values().contains(value);
            case STUDY_LENGTH -> Values.isStudyLength(value);
            case TEXT, NAME, CERTIFICATE_NUMBER -> true;
        };
    }

    /** 民族 and 政治面貌 belong to mainland people only: who has another document may have none (domain-facts §2.1). */
    private static boolean isRequired(RecordField field, Optional<CertificateType> type) {
        boolean isMainland = type.filter(t -> t == CertificateType.RESIDENT).isPresent();
        return switch (field.check()) {
            case ETHNICITY, POLITICAL -> isMainland;
            default -> field.editClass() == EditClass.KEY;
        };
    }

    private static Optional<Say> differs(Optional<String> byNumber, String inRecord, Phrase doubt) {
        return byNumber.filter(v -> !inRecord.isEmpty() && !v.equals(inRecord)).map(v -> doubt.say());
    }

    /** Both are YYYYMMDD, so they compare as text. */
    private static boolean isBefore(String date, String other) {
        return Dates.isReal(date) && Dates.isReal(other) && date.compareTo(other) <= 0;
    }

    private static void put(Map<String, Doubt> found, String code, Say why) {
        found.putIfAbsent(code, new Doubt(code, why));
    }

    /** How a certificate number is shown: at most two of its signs, and what the program itself has checked. */
    public static Say summary(Student student, List<Doubt> doubts) {
        String number = student.certificateNumber();
        if (number.isEmpty()) {
            return ValuePhrases.NUMBER_NONE.say();
        }
        Optional<CertificateType> type = student.certificateType();
        boolean isDoubted = doubts.stream().anyMatch(d -> READ_FROM_THE_NUMBER.contains(d.code()));
        boolean isChecked = !isDoubted
                && type.filter(t -> CertificateNumber.hasCheckSign(t)
                                && CertificateNumber.fits(t, number)
                                && CertificateNumber.checks(t, number))
                        .isPresent();
        boolean agrees = isChecked
                && CertificateDoubts.birthDate(student)
                        .filter(student.value(RecordField.BIRTH_DATE)::equals)
                        .isPresent()
                && CertificateDoubts.sex(student)
                        .filter(student.value(RecordField.SEX)::equals)
                        .isPresent();
        Phrase said = agrees
                ? ValuePhrases.NUMBER_CHECKED
                : isChecked ? ValuePhrases.NUMBER_SIGN_CHECKED : ValuePhrases.NUMBER_PLAIN;
        return said.with("number", Masks.tail(number));
    }
}
