package gradcheck.config;

import gradcheck.domain.ChangedBy;
import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.value.ValueCheck;
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
            new TreeSet<>(List.of("code", "label", "class", "check", "aliases", "values", "changed_by", "reopens"));
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
        ChangedBy changedBy = changedBy(place, code, editClass);
        boolean reopens = reopens(place, editClass);
        return editClass.flatMap(c -> check.map(k -> new RecordField(
                code, label, c, k, file.texts(place + "/aliases"), file.texts(place + "/values"), changedBy, reopens)));
    }

    /** A college decides about nothing that needs a proof or another's word, and about nobody's college. */
    private ChangedBy changedBy(String place, String code, Optional<EditClass> editClass) {
        String said = file.text(place + "/changed_by");
        if (!said.isEmpty() && !said.equals("office") && !said.equals("college")) {
            file.fault(place + "/changed_by", "config.value", "changed_by", said, "office、college");
        }
        if (!said.equals("college")) {
            return ChangedBy.OFFICE;
        }
        boolean isFree = editClass.filter(c -> c == EditClass.GENERAL).isPresent() && !INDISPENSABLE.contains(code);
        if (!isFree) {
            file.fault(place + "/changed_by", "config.field.office", code);
        }
        return isFree ? ChangedBy.COLLEGE : ChangedBy.OFFICE;
    }

    /** A confirmation that says another identity than the record is worth nothing. */
    private boolean reopens(String place, Optional<EditClass> editClass) {
        String said = file.text(place + "/reopens");
        if (!said.isEmpty() && !said.equals("true") && !said.equals("false")) {
            file.fault(place + "/reopens", "config.value", "reopens", said, "true、false");
        }
        boolean isQuiet = said.equals("false");
        if (isQuiet && editClass.filter(c -> c == EditClass.KEY).isPresent()) {
            file.fault(place + "/reopens", "config.field.reopens", file.text(place + "/code"));
        }
        return !isQuiet;
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
