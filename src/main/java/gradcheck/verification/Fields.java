package gradcheck.verification;

import java.util.List;
import java.util.Optional;

/** The record's fields in the order in which they are shown; the first has number 1. */
public record Fields(List<RecordField> inOrder) {
    public Fields {
        inOrder = List.copyOf(inOrder);
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
        return inOrder.stream().filter(f -> f.code().equals(code)).findFirst();
    }

    /** The field people mean by this name: its label, its code or another name, whatever the width and the spaces. */
    public Optional<RecordField> named(String name) {
        String wanted = Typed.compact(name);
        return inOrder.stream().filter(f -> f.isCalled(wanted)).findFirst();
    }
}
