package gradcheck.domain.value;

import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Optional;

/** What looks wrong about a record's certificate: type against number, and the rules for 港澳台侨 (R39–R43). */
final class CertificateDoubts {
    private CertificateDoubts() {}

    /** 港澳 go by their identity card (R40, C6), 台湾 by the permit (R42), 华侨 by their passport (R41). */
    static Optional<Say> ofType(Optional<CertificateType> type, Student student) {
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String number = student.certificateNumber();
        return switch (type.get()) {
            case HOME_RETURN_PERMIT -> number.startsWith("M")
                    ? Optional.of(expected(CertificateType.MACAU))
                    : number.startsWith("H") ? Optional.of(expected(CertificateType.HONG_KONG)) : either();
            case RESIDENCE_PERMIT -> ofRegion(number);
            case PASSPORT -> Optional.empty();
            default -> isOverseasChinese(student) ? Optional.of(expected(CertificateType.PASSPORT)) : Optional.empty();
        };
    }

    /** Whether the number has the form of its type and its check sign fits. */
    static Optional<Say> ofNumber(CertificateType type, String number) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (CertificateNumber.fits(type, number)) {
            return CertificateNumber.checks(type, number)
                    ? Optional.empty()
                    : Optional.of(ValuePhrases.DOUBT_CHECK.say());
        }
        List<CertificateType> own = CertificateNumber.typesOf(number);
        return Optional.of(
                own.size() == 1
                        ? ValuePhrases.DOUBT_OTHER.with(
                                "type", type.title(), "other", own.get(0).title())
                        : ValuePhrases.DOUBT_FORM.with("type", type.title()));
    }

    /** The birth date inside the number, where the document is of a kind that has one. */
    static Optional<String> birthDate(Student student) {
        return tellingNumber(student).flatMap(CertificateNumber::birthDate);
    }

    /** The sex inside the number, where the document is of a kind that has one. */
    static Optional<String> sex(Student student) {
        return tellingNumber(student).flatMap(CertificateNumber::sex);
    }

    private static Optional<String> tellingNumber(Student student) {
        String number = CertificateNumber.normal(student.certificateNumber());
        return student.certificateType()
                .filter(t -> t == CertificateType.RESIDENT || t == CertificateType.RESIDENCE_PERMIT)
                .filter(t -> CertificateNumber.fits(t, number) && CertificateNumber.checks(t, number))
                .map(t -> number);
    }

    private static Optional<Say> ofRegion(String number) {
        if (number.startsWith("81")) {
            return Optional.of(expected(CertificateType.HONG_KONG));
        }
        if (number.startsWith("82")) {
            return Optional.of(expected(CertificateType.MACAU));
        }
        return number.startsWith("83") ? Optional.of(expected(CertificateType.TAIWAN_PERMIT)) : either();
    }

    private static Optional<Say> either() {
        return Optional.of(ValuePhrases.DOUBT_HONG_KONG_MACAU.say());
    }

    private static Say expected(CertificateType type) {
        return ValuePhrases.DOUBT_EXPECTED.with("other", type.title());
    }

    /** An older data structure puts the origin where 民族 stands (domain-facts §2.1). */
    private static boolean isOverseasChinese(Student student) {
        return student.value(RecordField.ETHNICITY).contains("华侨")
                || student.value(RecordField.POLITICAL_STATUS).contains("华侨");
    }
}
