package gradcheck.domain.value;

import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Optional;

/** Reads a certificate's type, and a number against its type: type and number must agree (R43). */
public final class CertificateReading {
    private static final int RESIDENT_LENGTH = 18;
    /** Numbers from before 1999 had no century and no check digit; no system takes them today. */
    private static final int OLD_LENGTH = 15;

    private CertificateReading() {}

    static ParsedValue type(String typed) {
        Optional<CertificateType> type = CertificateType.named(typed);
        if (type.isPresent()) {
            return new ParsedValue.Accepted(type.get().title());
        }
        List<String> perhaps = CertificateType.perhaps(typed).stream()
                .map(CertificateType::title)
                .toList();
        Say why = perhaps.isEmpty()
                ? ValuePhrases.CERTIFICATE_TYPE.say()
                : ValuePhrases.EITHER.with("options", String.join("、", perhaps));
        return new ParsedValue.Refused(why, perhaps);
    }

    /** @param typeInRecord the record's 证件类型; where it names no type, the number's own form decides */
    public static ParsedValue number(String typed, String typeInRecord) {
        String number = CertificateNumber.normal(typed);
        List<CertificateType> own = CertificateNumber.typesOf(number);
        CertificateType type =
                CertificateType.named(typeInRecord).orElse(own.size() == 1 ? own.get(0) : CertificateType.OTHER);
        if (!CertificateNumber.fits(type, number)) {
            return refused(misfit(type, number, own));
        }
        return CertificateNumber.checks(type, number)
                ? new ParsedValue.Accepted(CertificateNumber.standard(type, number))
                : refused(ValuePhrases.CERTIFICATE_CHECK.say());
    }

    private static Say misfit(CertificateType type, String number, List<CertificateType> own) {
        if (own.size() == 1) {
            return ValuePhrases.CERTIFICATE_OTHER.with(
                    "type", type.title(), "other", own.get(0).title());
        }
        boolean isSlip = number.matches(".*[OIL].*") && CertificateNumber.fits(type, digits(number));
        if (isSlip) {
            return ValuePhrases.CERTIFICATE_LETTER.say();
        }
        boolean eighteen = type == CertificateType.RESIDENT || type == CertificateType.RESIDENCE_PERMIT;
        return eighteen ? residentMisfit(type, number) : ValuePhrases.CERTIFICATE_FORM.with("type", type.title());
    }

    private static Say residentMisfit(CertificateType type, String number) {
        boolean allDigits = number.matches("\\d+X?");
        if (allDigits && number.length() == OLD_LENGTH) {
            return ValuePhrases.CERTIFICATE_OLD.say();
        }
        if (allDigits && number.length() != RESIDENT_LENGTH) {
            return ValuePhrases.CERTIFICATE_LENGTH.with("count", number.length());
        }
        boolean onlyTheDate = allDigits && CertificateNumber.birthDate(number).isEmpty();
        return onlyTheDate
                ? ValuePhrases.CERTIFICATE_DATE.say()
                : ValuePhrases.CERTIFICATE_FORM.with("type", type.title());
    }

    private static String digits(String number) {
        return number.replace('O', '0').replaceAll("[IL]", "1");
    }

    private static ParsedValue refused(Say why) {
        return new ParsedValue.Refused(why, List.of());
    }
}
