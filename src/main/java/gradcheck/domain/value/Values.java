package gradcheck.domain.value;

import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what a student typed for a field into the field's standard form, or says what to type instead.
 *
 * <p>Reading a standard value gives the same value again.
 */
public final class Values {
    /** What a chat line and a column of the office's files can hold. */
    private static final int LONGEST_TEXT = 60;

    /** A value with everything people put around it; a longer text is none, and would be searched for it many times. */
    private static final int LONGEST_TYPED = 300;

    private static final Set<String> STUDY_LENGTHS =
            Set.of("1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5", "5.5", "6", "7", "8");

    /** 繁体 陳大文: how it is written, before the name itself. */
    private static final Pattern SCRIPT = Pattern.compile("^[繁简簡][体體]字?的?\\s*[:：]?\\s*(?=\\S)");

    private Values() {}

    /**
     * Reads {@code typed} as a new value of the field.
     *
     * @param student asked for what must agree with the value, and for the value the record has now
     */
    public static ParsedValue read(RecordField field, String typed, Student student) {
        int longest = field.check() == ValueCheck.NAME ? Names.LONGEST : LONGEST_TEXT;
        if (typed.length() > LONGEST_TYPED) {
            return refused(ValuePhrases.LONG.with("field", field.label(), "count", longest));
        }
        String value = isOpen(field.check()) ? Typed.open(typed) : Typed.closed(typed);
        if (value.isEmpty()) {
            return refused(ValuePhrases.EMPTY.with("field", field.label()));
        }
        if (value.codePointCount(0, value.length()) > longest) {
            return refused(ValuePhrases.LONG.with("field", field.label(), "count", longest));
        }
        ParsedValue reading = byCheck(field, value, student);
        return reading instanceof ParsedValue.Accepted accepted && isSame(field, accepted.value(), student)
                ? refused(ValuePhrases.SAME.with("field", field.label(), "value", Masks.shown(field, accepted.value())))
                : reading;
    }

    /**
     * What is worth a second look about a value that was accepted: it may well be right.
     *
     * @param value in its standard form
     * @param student the record with whatever else is to be corrected
     */
    public static Optional<Say> caution(RecordField field, String value, Student student) {
        boolean onlyScript =
                field.check() == ValueCheck.NAME && Names.differOnlyInScript(value, student.value(field.code()));
        return onlyScript
                ? Optional.of(ValuePhrases.CAUTION_SCRIPT.say())
                : Doubts.disagreement(student.with(field.code(), value), field.code())
                        .map(why -> ValuePhrases.CAUTION.with("field", field.label(), "why", why));
    }

    private static boolean isOpen(ValueCheck check) {
        return check == ValueCheck.NAME || check == ValueCheck.TEXT;
    }

    private static boolean isSame(RecordField field, String value, Student student) {
        String inRecord = student.value(field.code());
        boolean isNumber = field.check() == ValueCheck.CERTIFICATE_NUMBER;
        return isNumber ? plain(value).equals(plain(inRecord)) : value.equals(inRecord);
    }

    /** Brackets around a check sign make no difference. */
    private static String plain(String number) {
        return CertificateNumber.normal(number).replaceAll("[()/]", "");
    }

    private static ParsedValue byCheck(RecordField field, String value, Student student) {
        return switch (field.check()) {
            case TEXT -> new ParsedValue.Accepted(Typed.narrow(value));
            case LIST -> list(field, value);
            case NAME -> name(value, student);
            case SEX -> sex(value);
            case DATE -> date(value);
            case ETHNICITY -> ethnicity(value);
            case POLITICAL -> political(value);
            case CERTIFICATE_TYPE -> CertificateReading.type(value);
            case CERTIFICATE_NUMBER -> CertificateReading.number(value, student.value(RecordField.CERTIFICATE_TYPE));
            case STUDY_LENGTH -> studyLength(value);
        };
    }

    /** Who holds a resident identity card has a name in 汉字: letters stand for a sign that can't be typed. */
    private static ParsedValue name(String value, Student student) {
        ParsedValue reading = Names.read(SCRIPT.matcher(value).replaceFirst(""));
        boolean isSpelt = reading instanceof ParsedValue.Accepted accepted && Names.isLatin(accepted.value());
        return isSpelt && student.certificateType().equals(Optional.of(CertificateType.RESIDENT))
                ? refused(ValuePhrases.NAME_MIXED.say())
                : reading;
    }

    private static ParsedValue list(RecordField field, String value) {
        String wanted = Typed.compact(value);
        List<String> all = field.values();
        Optional<String> exact =
                all.stream().filter(v -> Typed.compact(v).equals(wanted)).findFirst();
        List<String> near = all.stream()
                .filter(v -> v.startsWith(wanted) || wanted.startsWith(v))
                .toList();
        List<String> meant = near.isEmpty() ? all : near;
        return exact.<ParsedValue>map(ParsedValue.Accepted::new)
                .orElseGet(() ->
                        new ParsedValue.Refused(ValuePhrases.LIST.with("options", String.join("、", meant)), near));
    }

    private static ParsedValue sex(String value) {
        String sex = Typed.compact(value).replaceAll("(?<=[男女])(性|生|孩|孩子|同学)$", "");
        return sex.equals("男") || sex.equals("女")
                ? new ParsedValue.Accepted(sex)
                : new ParsedValue.Refused(ValuePhrases.SEX.say(), List.of("男", "女"));
    }

    private static ParsedValue date(String value) {
        Say why = Dates.written(value).isPresent() ? ValuePhrases.DATE_UNREAL.say() : ValuePhrases.DATE.say();
        return accepted(Dates.standard(value), why);
    }

    private static ParsedValue ethnicity(String value) {
        List<String> either = Ethnicity.either(value);
        if (!either.isEmpty()) {
            return new ParsedValue.Refused(ValuePhrases.EITHER.with("options", String.join("、", either)), either);
        }
        Say why = Ethnicity.isUnlisted(value)
                ? ValuePhrases.ETHNICITY_UNLISTED.with("typed", value)
                : ValuePhrases.ETHNICITY.with("typed", value);
        return accepted(Ethnicity.named(value), why);
    }

    private static ParsedValue political(String value) {
        List<String> either = PoliticalStatus.either(value);
        if (either.contains("无党派人士")) {
            return new ParsedValue.Refused(ValuePhrases.NONPARTY.say(), either);
        }
        if (!either.isEmpty()) {
            return new ParsedValue.Refused(ValuePhrases.EITHER.with("options", String.join("、", either)), either);
        }
        if (PoliticalStatus.isStage(value)) {
            return new ParsedValue.Refused(ValuePhrases.POLITICAL_STAGE.with("typed", value), List.of("共青团员", "群众"));
        }
        return accepted(PoliticalStatus.named(value), ValuePhrases.POLITICAL.with("typed", value));
    }

    private static ParsedValue studyLength(String value) {
        return accepted(Optional.of(years(value)).filter(STUDY_LENGTHS::contains), ValuePhrases.STUDY_LENGTH.say());
    }

    /** 四年制, 2年半 and 4.0 as a plain number of years. */
    private static String years(String value) {
        return Dates.arabic(Typed.compact(value).replace('两', '二'))
                .replaceFirst("^学制", "")
                .replaceFirst("^(\\d)年半制?$", "$1.5")
                .replaceFirst("年?制?$", "")
                .replaceFirst("(?<=\\d)\\.0$", "");
    }

    /** Whether the record's 学制 is one of the lengths there are. */
    static boolean isStudyLength(String value) {
        return STUDY_LENGTHS.contains(value);
    }

    private static ParsedValue accepted(Optional<String> value, Say otherwise) {
        return value.<ParsedValue>map(ParsedValue.Accepted::new).orElseGet(() -> refused(otherwise));
    }

    private static ParsedValue refused(Say why) {
        return new ParsedValue.Refused(why, List.of());
    }
}
