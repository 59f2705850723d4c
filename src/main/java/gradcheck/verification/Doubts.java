package gradcheck.verification;

import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks a record over before the student does: at most one doubt a field, the first that is found. */
public final class Doubts {
    private Doubts() {}

    /** The record's doubtful fields in the order of the catalogue. */
    public static List<Doubt> of(Student student, Fields fields) {
        Map<String, Doubt> found = new LinkedHashMap<>();
        for (RecordField field : fields.inOrder()) {
            inItself(field, student.value(field.code())).ifPresent(say -> put(found, field.code(), say));
        }
        CertificateType.named(student.value("ZJLX")).ifPresent(type -> agreement(type, student, found));
        List<Doubt> inOrder = new ArrayList<>();
        fields.inOrder().forEach(f -> Optional.ofNullable(found.get(f.code())).ifPresent(inOrder::add));
        return inOrder;
    }

    private static Optional<Say> inItself(RecordField field, String value) {
        if (value.isEmpty()) {
            return isRequired(field) ? Optional.of(ValuePhrases.DOUBT_EMPTY.say()) : Optional.empty();
        }
        if (value.codePoints().anyMatch(c -> Masks.isPrivate(c) || c == '?' || c == '□')) {
            return Optional.of(ValuePhrases.DOUBT_CHARACTER.say());
        }
        boolean known =
                switch (field.check()) {
                    case ETHNICITY -> Ethnicity.named(value)
                            .filter(value::equals)
                            .isPresent();
                    case POLITICAL -> PoliticalStatus.named(value).isPresent();
                    case SEX -> value.equals("男") || value.equals("女");
                    case DATE -> CertificateNumber.isDate(value);
                    case CERTIFICATE_TYPE -> CertificateType.named(value).isPresent();
                    case LIST -> field.values().contains(value);
                    default -> true;
                };
        return known ? Optional.empty() : Optional.of(ValuePhrases.DOUBT_VALUE.say());
    }

    /** Type and number must agree (R43); 港澳 students go by their identity card, not by the 回乡证 (R40, C6). */
    private static void agreement(CertificateType type, Student student, Map<String, Doubt> found) {
        String number = student.value("SFZH");
        if (type == CertificateType.HOME_RETURN_PERMIT || type == CertificateType.RESIDENCE_PERMIT) {
            put(found, "ZJLX", ValuePhrases.DOUBT_HONG_KONG_MACAU.say());
        }
        if (number.isEmpty()) {
            return;
        }
        if (!CertificateNumber.fits(type, number)) {
            put(found, "SFZH", ValuePhrases.DOUBT_FORM.with("type", type.title()));
        } else if (!CertificateNumber.checks(type, number)) {
            put(found, "SFZH", ValuePhrases.DOUBT_CHECK.say());
        } else if (type == CertificateType.RESIDENT) {
            differs(CertificateNumber.birthDate(number), student.value("CSRQ"))
                    .ifPresent(v -> put(found, "CSRQ", ValuePhrases.DOUBT_BIRTH.say()));
            differs(CertificateNumber.sex(number), student.value("XB"))
                    .ifPresent(v -> put(found, "XB", ValuePhrases.DOUBT_SEX.say()));
        }
    }

    private static Optional<String> differs(Optional<String> byNumber, String inRecord) {
        return byNumber.filter(v -> !inRecord.isEmpty() && !v.equals(inRecord));
    }

    private static boolean isRequired(RecordField field) {
        return field.editClass() == EditClass.KEY && field.check() != ValueCheck.ETHNICITY;
    }

    private static void put(Map<String, Doubt> found, String code, Say why) {
        found.putIfAbsent(code, new Doubt(code, why));
    }

    /** How a certificate number is shown: its last two signs, and what the program itself has checked. */
    public static Say summary(Student student, List<Doubt> doubts) {
        String number = student.value("SFZH");
        boolean resident = CertificateType.named(student.value("ZJLX"))
                .filter(t -> t == CertificateType.RESIDENT)
                .isPresent();
        boolean clean =
                doubts.stream().noneMatch(d -> List.of("SFZH", "CSRQ", "XB").contains(d.code()));
        Phrase phrase = resident && clean ? ValuePhrases.NUMBER_CHECKED : ValuePhrases.NUMBER_PLAIN;
        return phrase.with("number", number.isEmpty() ? "（空）" : Masks.tail(number));
    }
}
