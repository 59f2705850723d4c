package gradcheck.domain;

import gradcheck.domain.value.ValueCheck;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field of the record, as {@code config/fields.yml} describes it. The fields that the program itself compares with each
 * other are named by their codes here.
 *
 * @param code the column code of the national data structure ({@code XM}, {@code MZ} …)
 * @param label what people call it ({@code 民族})
 * @param editClass who decides about a correction
 * @param check how a value is read and judged
 * @param aliases other names people use for it
 * @param values the closed list of values, empty where there is none
 * @param changedBy whose list changes it
 * @param reopens whether a confirmed record must be looked at once more when a list has changed it
 */
public record RecordField(
        String code,
        String label,
        EditClass editClass,
        ValueCheck check,
        List<String> aliases,
        List<String> values,
        ChangedBy changedBy,
        boolean reopens) {
    /** The code of 证件类型. */
    public static final String CERTIFICATE_TYPE = "ZJLX";
    /** The code of 证件号码. */
    public static final String CERTIFICATE_NUMBER = "SFZH";

    public static final String BIRTH_DATE = "CSRQ";
    public static final String SEX = "XB";
    public static final String ETHNICITY = "MZ";
    public static final String POLITICAL_STATUS = "ZZMM";
    public static final String ADMISSION = "RXRQ";
    public static final String GRADUATION = "YJBYRQ";

    public RecordField {
        aliases = List.copyOf(aliases);
        values = List.copyOf(values);
    }

    /** A field that only the office's list changes, and whose change reopens: what holds where nothing else is said. */
    public RecordField(
            String code,
            String label,
            EditClass editClass,
            ValueCheck check,
            List<String> aliases,
            List<String> values) {
        this(code, label, editClass, check, aliases, values, ChangedBy.OFFICE, true);
    }

    /** Everything people call it, the label first. */
    public List<String> names() {
        return Stream.concat(Stream.of(label), aliases.stream()).toList();
    }
}
