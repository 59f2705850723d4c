package gradcheck.store.crypto;

import java.util.List;
import java.util.StringJoiner;

/**
 * Every column that holds sealed values. A value can be sealed for no other place, so that a change of the key finds all
 * there are.
 */
public enum EncryptedColumn {
    CERTIFICATE("student", "certificate", "student|certificate", "", "season", "number"),
    /** In base64 behind a tilde; a row without it was written by an older program, in the clear. */
    ANSWERS("conversation", "answers", "conversation", "", "person", "flow"),
    SHOWN("confirmation_payload", "shown", "confirmation|shown", "", "receipt"),
    BEFORE("correction", "before_value", "correction", "before", "season", "college", "tag"),
    AFTER("correction", "after_value", "correction", "after", "season", "college", "tag"),
    DETAILS("correction", "details", "correction", "details", "season", "college", "tag"),
    CONTENT("attachment", "content", "attachment", "", "id");

    private final String table;
    private final String column;
    private final String begin;
    private final String end;
    private final List<String> keys;

    EncryptedColumn(String table, String column, String begin, String end, String... keys) {
        this.table = table;
        this.column = column;
        this.begin = begin;
        this.end = end;
        this.keys = List.of(keys);
    }

    /** A cell, as the seal binds a value to it. */
    public static final class Place {
        private final String text;

        private Place(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The cell of the row with this key. */
    public Place at(Object... key) {
        if (key.length != keys.size()) {
            throw new IllegalArgumentException(this + " is told by " + keys + ", not by " + key.length + " values");
        }
        StringJoiner text = new StringJoiner("|").add(begin);
        for (Object part : key) {
            text.add(part.toString());
        }
        return new Place(end.isEmpty() ? text.toString() : text.add(end).toString());
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    List<String> keys() {
        return keys;
    }
}
