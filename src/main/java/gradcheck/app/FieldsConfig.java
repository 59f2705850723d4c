package gradcheck.app;

import gradcheck.verification.EditClass;
import gradcheck.verification.Fields;
import gradcheck.verification.RecordField;
import gradcheck.verification.ValueCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code fields.yml}: the fields of the record. */
final class FieldsConfig {
    private static final Set<String> KEYS =
            new TreeSet<>(List.of("code", "label", "class", "check", "aliases", "values"));
    /** Without these nobody could be imported (interface.md §4). */
    private static final List<String> INDISPENSABLE = List.of("XH", "XM", "FY");

    private final YamlFile file;
    private final Set<String> seen = new HashSet<>();

    FieldsConfig(YamlFile file) {
        this.file = file;
    }

    Fields read() {
        List<RecordField> fields = new ArrayList<>();
        for (int i = 0; i < file.tree().size(); i++) {
            field("/" + i).ifPresent(fields::add);
        }
        for (String code : INDISPENSABLE) {
            if (!seen.contains(code)) {
                file.fault("", "config.field.missing", code);
            }
        }
        return new Fields(fields);
    }

    private Optional<RecordField> field(String place) {
        file.allowOnly(place, KEYS);
        String code = file.needed(place + "/code");
        String label = file.needed(place + "/label");
        if (!seen.add(code) || !seen.add(label)) {
            file.fault(place, "config.field.twice", code, label);
        }
        Optional<EditClass> editClass = oneOf(EditClass.class, place + "/class");
        Optional<ValueCheck> check = oneOf(ValueCheck.class, place + "/check");
        return editClass.flatMap(c -> check.map(k ->
                new RecordField(code, label, c, k, file.texts(place + "/aliases"), file.texts(place + "/values"))));
    }

    private <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String place) {
        String text = file.needed(place);
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(text))
                .findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            String values =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
            file.fault(place, "config.value", place.substring(place.lastIndexOf('/') + 1), text, values);
        }
        return found;
    }
}
