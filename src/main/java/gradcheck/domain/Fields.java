package gradcheck.domain;

import gradcheck.domain.value.Typed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record's fields in the order in which they are shown; the first has number 1. */
public final class Fields {
    private final List<RecordField> inOrder;
    private final Map<String, RecordField> byCode = new HashMap<>();
    private final Map<String, RecordField> byName = new HashMap<>();

    public Fields(List<RecordField> inOrder) {
        this.inOrder = List.copyOf(inOrder);
        for (RecordField field : inOrder) {
            byCode.putIfAbsent(field.code(), field);
            byName.putIfAbsent(Typed.compact(field.code()), field);
            field.names().forEach(name -> byName.putIfAbsent(Typed.compact(name), field));
        }
    }

    public List<RecordField> inOrder() {
        return inOrder;
    }

    /** The field with this number, as shown; empty outside 1 to the number of fields. */
    public Optional<RecordField> numbered(int number) {
        return number >= 1 && number <= inOrder.size() ? Optional.of(inOrder.get(number - 1)) : Optional.empty();
    }

    /** The number under which the field is shown. */
    public int numberOf(RecordField field) {
        return inOrder.indexOf(field) + 1;
    }

    /** The field with this column code, such as {@code MZ}. */
    public Optional<RecordField> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** What people call the field with this code; the code itself where the catalogue has it no longer. */
    public String label(String code) {
        return byCode(code).map(RecordField::label).orElse(code);
    }

    /** A correction as a chat may show it (R09), by its field's code; the code alone where the catalogue has it no longer. */
    public String remark(String code, String before, String after) {
        return byCode(code)
                .map(field -> new Correction(field, before, after).remark())
                .orElse(code);
    }

    /** The field people mean by this name: its label, its code or another name, whatever the width and the spaces. */
    public Optional<RecordField> named(String name) {
        return Optional.ofNullable(byName.get(Typed.compact(name)));
    }
}
