package gradcheck.verification;

import gradcheck.message.Phrase.Say;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a student typed for a field into the field's standard form, or says what to type instead. */
public final class Values {
    /** 民委发〔2016〕33号: a name field holds at least 50 signs. */
    private static final int LONGEST_NAME = 50;

    private static final int LONGEST_TEXT = 60;
    private static final Set<String> STUDY_LENGTHS =
            Set.of("1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5", "5.5", "6", "7", "8");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[年./-]?(\\d{1,2})[月./-]?(\\d{1,2})日?");
    /** The look-alikes of the dot in names; the right one is U+00B7. */
    private static final Pattern DOTS = Pattern.compile("(?<=\\p{IsHan})[•・･‧∙⋅．.․。](?=\\p{IsHan})");

    private Values() {}

    /** Reads {@code typed} as a new value of the field; {@code student} is asked for what must agree with it. */
    public static Reading read(RecordField field, String typed, Student student) {
        String value = bare(typed);
        if (value.isEmpty()) {
            return refused(ValuePhrases.EMPTY.with("field", field.label()));
        }
        if (value.codePointCount(0, value.length()) > LONGEST_TEXT) {
            return refused(ValuePhrases.LONG.with("field", field.label()));
        }
        Reading reading = byCheck(field, value, student);
        boolean same =
                reading instanceof Reading.Accepted accepted && accepted.value().equals(student.value(field.code()));
        return same
                ? refused(ValuePhrases.SAME.with("field", field.label(), "value", Masks.shown(field, value)))
                : reading;
    }

    private static Reading byCheck(RecordField field, String value, Student student) {
        return switch (field.check()) {
            case TEXT -> new Reading.Accepted(value);
            case LIST -> list(field, value);
            case NAME -> name(value);
            case SEX -> sex(value);
            case DATE -> date(value);
            case ETHNICITY -> ethnicity(value);
            case POLITICAL -> political(value);
            case CERTIFICATE_TYPE -> accepted(
                    CertificateType.named(value).map(CertificateType::title), ValuePhrases.CERTIFICATE_TYPE.say());
            case CERTIFICATE_NUMBER -> number(value, student);
            case STUDY_LENGTH -> studyLength(value);
        };
    }

    private static Reading name(String typed) {
        String name = DOTS.matcher(typed).replaceAll("·");
        boolean readable = name.codePoints().noneMatch(c -> Masks.isPrivate(c) || c == '?' || c == '□');
        boolean spaced = name.matches("\\p{IsHan}+\\s+\\p{IsHan}.*");
        return readable && !spaced && name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? new Reading.Accepted(name)
                : refused(ValuePhrases.NAME.say());
    }

    private static Reading list(RecordField field, String value) {
        return field.values().contains(value)
                ? new Reading.Accepted(value)
                : refused(ValuePhrases.LIST.with("options", String.join("、", field.values())));
    }

    private static Reading sex(String value) {
        String sex = value.replaceAll("[性生]$", "");
        return sex.equals("男") || sex.equals("女") ? new Reading.Accepted(sex) : refused(ValuePhrases.SEX.say());
    }

    private static Reading date(String value) {
        Matcher date = DATE.matcher(normal(value));
        if (!date.matches()) {
            return refused(ValuePhrases.DATE.say());
        }
        String standard = date.group(1) + twoDigits(date.group(2)) + twoDigits(date.group(3));
        return CertificateNumber.isDate(standard) ? new Reading.Accepted(standard) : refused(ValuePhrases.DATE.say());
    }

    private static Reading ethnicity(String value) {
        List<String> either = Ethnicity.either(value);
        if (!either.isEmpty()) {
            return new Reading.Refused(ValuePhrases.EITHER.with("options", String.join("、", either)), either);
        }
        return accepted(Ethnicity.named(value), ValuePhrases.ETHNICITY.with("typed", value));
    }

    private static Reading political(String value) {
        if (value.equals("无党派")) {
            return new Reading.Refused(ValuePhrases.NONPARTY.say(), List.of("群众", "无党派人士"));
        }
        return accepted(PoliticalStatus.named(value), ValuePhrases.POLITICAL.with("typed", value));
    }

    private static Reading number(String typed, Student student) {
        String number = CertificateNumber.normal(typed);
        CertificateType type = CertificateType.named(student.value("ZJLX")).orElse(CertificateType.OTHER);
        if (!CertificateNumber.fits(type, number)) {
            return refused(ValuePhrases.CERTIFICATE_FORM.with("type", type.title()));
        }
        return CertificateNumber.checks(type, number)
                ? new Reading.Accepted(number)
                : refused(ValuePhrases.CERTIFICATE_CHECK.say());
    }

    private static Reading studyLength(String value) {
        String years = normal(value).replaceAll("年制?$", "");
        return accepted(Optional.of(years).filter(STUDY_LENGTHS::contains), ValuePhrases.STUDY_LENGTH.say());
    }

    private static Reading accepted(Optional<String> value, Say otherwise) {
        return value.<Reading>map(Reading.Accepted::new).orElseGet(() -> refused(otherwise));
    }

    private static Reading refused(Say why) {
        return new Reading.Refused(why, List.of());
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static String normal(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    /** Without the quotes, the punctuation and the small words around it. */
    private static String bare(String typed) {
        return typed.strip()
                .replaceAll("^[\\s“”\"'‘’「」『』：:，,]+|[\\s“”\"'‘’「」『』。！!，,；;~]+$", "")
                .replaceAll("(才对|啊|哦|呢|谢谢|了)$", "")
                .strip();
    }
}
