package gradcheck.domain.value;

import gradcheck.message.Phrase;

/** What is said about a value that was typed, and about a record's own doubtful values. */
public final class ValuePhrases {
    public static final Phrase EMPTY = Phrase.of("value.empty", "field");
    public static final Phrase LONG = Phrase.of("value.long", "field", "count");
    public static final Phrase SAME = Phrase.of("value.same", "field", "value");
    public static final Phrase ETHNICITY = Phrase.of("value.ethnicity", "typed");
    public static final Phrase ETHNICITY_UNLISTED = Phrase.of("value.ethnicityUnlisted", "typed");
    public static final Phrase EITHER = Phrase.of("value.either", "options");
    public static final Phrase POLITICAL = Phrase.of("value.political", "typed");
    public static final Phrase POLITICAL_STAGE = Phrase.of("value.politicalStage", "typed");
    public static final Phrase NONPARTY = Phrase.of("value.nonparty");
    public static final Phrase SEX = Phrase.of("value.sex");
    public static final Phrase DATE = Phrase.of("value.date");
    public static final Phrase DATE_UNREAL = Phrase.of("value.dateUnreal");
    public static final Phrase LIST = Phrase.of("value.list", "options");
    public static final Phrase STUDY_LENGTH = Phrase.of("value.studyLength");
    public static final Phrase NAME_CHARACTER = Phrase.of("value.nameCharacter");
    public static final Phrase NAME_MIXED = Phrase.of("value.nameMixed");
    public static final Phrase NAME_SENTENCE = Phrase.of("value.nameSentence");
    public static final Phrase NAME_GAP = Phrase.of("value.nameGap", "options");
    public static final Phrase CERTIFICATE_TYPE = Phrase.of("value.certificateType");
    public static final Phrase CERTIFICATE_FORM = Phrase.of("value.certificateForm", "type");
    public static final Phrase CERTIFICATE_OTHER = Phrase.of("value.certificateOther", "type", "other");
    public static final Phrase CERTIFICATE_LENGTH = Phrase.of("value.certificateLength", "count");
    public static final Phrase CERTIFICATE_OLD = Phrase.of("value.certificateOld");
    public static final Phrase CERTIFICATE_DATE = Phrase.of("value.certificateDate");
    public static final Phrase CERTIFICATE_LETTER = Phrase.of("value.certificateLetter");
    public static final Phrase CERTIFICATE_CHECK = Phrase.of("value.certificateCheck");
    public static final Phrase CAUTION = Phrase.of("value.caution", "field", "why");
    public static final Phrase CAUTION_SCRIPT = Phrase.of("value.cautionScript");

    public static final Phrase DOUBT_EMPTY = Phrase.of("doubt.empty");
    public static final Phrase DOUBT_CHECK = Phrase.of("doubt.check");
    public static final Phrase DOUBT_FORM = Phrase.of("doubt.form", "type");
    public static final Phrase DOUBT_BIRTH = Phrase.of("doubt.birth");
    public static final Phrase DOUBT_SEX = Phrase.of("doubt.sex");
    public static final Phrase DOUBT_VALUE = Phrase.of("doubt.value");
    public static final Phrase DOUBT_CHARACTER = Phrase.of("doubt.character");
    public static final Phrase DOUBT_NAME_GAP = Phrase.of("doubt.nameGap");
    public static final Phrase DOUBT_NAME_MIXED = Phrase.of("doubt.nameMixed");
    public static final Phrase DOUBT_OTHER = Phrase.of("doubt.other", "type", "other");
    public static final Phrase DOUBT_NUMBER_BIRTH = Phrase.of("doubt.numberBirth");
    public static final Phrase DOUBT_NUMBER_SEX = Phrase.of("doubt.numberSex");
    public static final Phrase DOUBT_ORDER = Phrase.of("doubt.order");
    public static final Phrase DOUBT_EXPECTED = Phrase.of("doubt.expected", "other");
    public static final Phrase DOUBT_HONG_KONG_MACAU = Phrase.of("doubt.hongKongMacau");

    public static final Phrase NUMBER_CHECKED = Phrase.of("certificate.checked", "number");
    public static final Phrase NUMBER_SIGN_CHECKED = Phrase.of("certificate.signChecked", "number");
    public static final Phrase NUMBER_NONE = Phrase.of("certificate.none");
    public static final Phrase NUMBER_PLAIN = Phrase.of("certificate.plain", "number");

    public static final Phrase LISTED = Phrase.of("value.listed", "field");
    public static final Phrase LISTED_NONE = Phrase.of("value.listedNone", "field", "example");
    public static final Phrase LISTED_NEW = Phrase.of("value.listedNew", "field", "typed");

    private ValuePhrases() {}
}
