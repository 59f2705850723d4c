package gradcheck.store.crypto;

import gradcheck.conversation.Answers;
import gradcheck.message.PersonId;
import gradcheck.store.engine.KeyValueText;
import gradcheck.store.people.Conversations;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The sealed values where they stand, to be sealed anew with the present key; and what else was made with a key. */
public final class Reencryption {
    private final Handle handle;
    private final FieldCipher seal;

    public Reencryption(Handle handle, FieldCipher seal) {
        this.handle = handle;
        this.seal = seal;
    }

    /** What a cell needs. */
    enum Need {
        NOTHING,
        /** The previous key opens it, or it stands in the clear. */
        SEALING,
        /** Neither key opens it. */
        RESCUE
    }

    /** A cell, by the key of its row. */
    record Cell(List<Object> key, Need need) {}

    /** The cells of the column, without their values: those may be large files. */
    List<Cell> all(EncryptedColumn column) {
        return handle.createQuery("SELECT " + String.join(", ", column.keys()) + ", " + column.column() + " FROM "
                        + column.table() + " WHERE " + column.column() + " IS NOT NULL")
                .map((row, context) -> cell(column, row))
                .list();
    }

    private Cell cell(EncryptedColumn column, ResultSet row) throws SQLException {
        List<Object> key = key(column, row);
        Optional<byte[]> sealed = sealed(column, row);
        if (sealed.isEmpty()) {
            return new Cell(key, Need.SEALING);
        }
        EncryptedColumn.Place place = column.at(key.toArray());
        if (seal.isPresent(sealed.get(), place)) {
            return new Cell(key, Need.NOTHING);
        }
        try {
            seal.openBytes(sealed.get(), place);
            return new Cell(key, Need.SEALING);
        } catch (WrongDataKey e) {
            return new Cell(key, Need.RESCUE);
        }
    }

    /** Seals the cell anew, and makes again what belongs to it. */
    void sealAnew(EncryptedColumn column, List<Object> key) {
        EncryptedColumn.Place place = column.at(key.toArray());
        Optional<byte[]> found = bound(
                        handle.createQuery(
                                "SELECT " + column.column() + " FROM " + column.table() + " WHERE " + where(column)),
                        column,
                        key)
                .map((row, context) -> sealed(column, row)
                        .map(bytes -> seal.openBytes(bytes, place))
                        .orElseGet(() -> clear(column, row)))
                .findOne();
        if (found.isPresent()) {
            keep(column, key, seal.sealBytes(found.get(), place));
            again(column, key, new String(found.get(), StandardCharsets.UTF_8));
        }
    }

    private void keep(EncryptedColumn column, List<Object> key, byte[] sealed) {
        bound(
                        handle.createUpdate("UPDATE " + column.table() + " SET " + column.column() + " = :value WHERE "
                                + where(column)),
                        column,
                        key)
                .bind("value", column == EncryptedColumn.ANSWERS ? Conversations.packed(sealed) : sealed)
                .execute();
    }

    private void again(EncryptedColumn column, List<Object> key, String plain) {
        if (column == EncryptedColumn.CERTIFICATE) {
            bound(
                            handle.createUpdate("UPDATE student SET certificate_index = :index WHERE " + where(column)),
                            column,
                            key)
                    .bind("index", seal.index(plain))
                    .execute();
        } else if (column == EncryptedColumn.ANSWERS) {
            markAgain(
                    key,
                    Conversations.marked(new PersonId(key.get(0).toString()), new Answers(KeyValueText.read(plain))));
        }
    }

    /** The card that asks the open question still asks it after the change. */
    private void markAgain(List<Object> key, String marked) {
        Optional<byte[]> before = seal.previousIndex(marked);
        String question = bound(
                        handle.createQuery("SELECT question FROM conversation WHERE " + where(EncryptedColumn.ANSWERS)),
                        EncryptedColumn.ANSWERS,
                        key)
                .mapTo(String.class)
                .one();
        String flow = key.get(1).toString();
        before.ifPresent(
                index -> handle.createUpdate("UPDATE card SET about = :now WHERE person = :person AND about = :before")
                        .bind("now", Conversations.about(flow, question, seal.index(marked)))
                        .bind("before", Conversations.about(flow, question, index))
                        .bind("person", key.get(0))
                        .execute());
    }

    /** For whom bindings failed stands as an index: of the roster's numbers it is made again, of others it is emptied. */
    void indexFailuresAgain() {
        List<String> numbers = handle.createQuery("SELECT DISTINCT number FROM student")
                .mapTo(String.class)
                .list();
        Map<String, String> again = new HashMap<>();
        for (String number : numbers) {
            String now = text(seal.index(number));
            again.put(now, now);
            seal.previousIndex(number).ifPresent(index -> again.put(text(index), now));
        }
        List<String> kept = handle.createQuery("SELECT DISTINCT number FROM binding_failure")
                .mapTo(String.class)
                .list();
        for (String before : kept) {
            handle.createUpdate("UPDATE binding_failure SET number = :now WHERE number = :before")
                    .bind("now", again.getOrDefault(before, ""))
                    .bind("before", before)
                    .execute();
        }
    }

    private static String text(byte[] index) {
        return Base64.getEncoder().encodeToString(index);
    }

    private static List<Object> key(EncryptedColumn column, ResultSet row) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (String name : column.keys()) {
            key.add(row.getObject(name));
        }
        return key;
    }

    private static Optional<byte[]> sealed(EncryptedColumn column, ResultSet row) throws SQLException {
        return column == EncryptedColumn.ANSWERS
                ? Conversations.unpacked(row.getString(column.column()))
                : Optional.of(row.getBytes(column.column()));
    }

    private static byte[] clear(EncryptedColumn column, ResultSet row) {
        try {
            return row.getString(column.column()).getBytes(StandardCharsets.UTF_8);
        } catch (SQLException e) {
            throw new IllegalStateException("could not read " + column, e);
        }
    }

    private static String where(EncryptedColumn column) {
        return column.keys().stream().map(k -> k + " = :" + k).collect(Collectors.joining(" AND "));
    }

    private static <S extends SqlStatement<S>> S bound(S statement, EncryptedColumn column, List<Object> key) {
        for (int i = 0; i < key.size(); i++) {
            statement.bind(column.keys().get(i), key.get(i));
        }
        return statement;
    }
}
