package gradcheck.verification;

import java.util.List;
import java.util.stream.Stream;

/**
 * A field of the record, as {@code config/fields.yml} describes it.
 *
 * @param code the column code of the national data structure ({@code XM}, {@code MZ} …)
 * @param label what people call it ({@code 民族})
 * @param editClass who decides about a correction
 * @param check how a value is read and judged
 * @param aliases other names people use for it
 * @param values the closed list of values, empty where there is none
 */
public record RecordField(
        String code, String label, EditClass editClass, ValueCheck check, List<String> aliases, List<String> values) {
    public RecordField {
        aliases = List.copyOf(aliases);
        values = List.copyOf(values);
    }

    /** Everything people call it, the label first. */
    public List<String> names() {
        return Stream.concat(Stream.of(label), aliases.stream()).toList();
    }
}
