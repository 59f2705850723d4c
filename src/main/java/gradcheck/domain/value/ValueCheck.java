package gradcheck.domain.value;

/** How a field's value is read and judged; named in {@code config/fields.yml}. */
public enum ValueCheck {
    /** Any text without line breaks. */
    TEXT,
    /** One of the field's closed list of values. */
    LIST,
    NAME,
    SEX,
    DATE,
    ETHNICITY,
    POLITICAL,
    CERTIFICATE_TYPE,
    CERTIFICATE_NUMBER,
    /** The planned length of study in years. */
    STUDY_LENGTH
}
