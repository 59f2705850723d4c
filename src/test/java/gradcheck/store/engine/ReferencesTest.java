package gradcheck.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.crypto.FieldCipher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row whose owner is missing is found, in every table whose rows have one. */
class ReferencesTest {
    @TempDir
    Path folder;

    private Store store;
    private Connection raw;

    @BeforeEach
    void open() throws Exception {
        String address = "jdbc:sqlite:" + folder.resolve("t.db");
        store = Stores.open(
                address, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
        raw = DriverManager.getConnection(address);
    }

    @AfterEach
    void close() throws Exception {
        raw.close();
        store.close();
    }

    static Set<String> tables() {
        return References.queries().keySet();
    }

    private Map<String, Long> broken() {
        return store.read(t -> t.references().broken());
    }

    /** A row that agrees with every other of these in whatever columns have the same name. */
    private void add(String table) throws SQLException {
        Map<String, String> types = new TreeMap<>();
        try (ResultSet columns =
                raw.createStatement().executeQuery("SELECT name, type FROM pragma_table_info('" + table + "')")) {
            while (columns.next()) {
                types.put(columns.getString(1), columns.getString(2));
            }
        }
        List<String> marks =
                new ArrayList<>(types.keySet()).stream().map(c -> "?").toList();
        try (PreparedStatement insert = raw.prepareStatement("INSERT INTO " + table + " ("
                + String.join(", ", types.keySet()) + ") VALUES (" + String.join(", ", marks) + ")")) {
            int at = 1;
            for (Map.Entry<String, String> column : types.entrySet()) {
                insert.setObject(at++, value(table.equals("batch") ? "batch" : column.getKey(), column.getValue()));
            }
            insert.executeUpdate();
        }
    }

    private static Object value(String column, String type) {
        return switch (type) {
            case "INTEGER" -> 7;
            case "BLOB" -> column.getBytes(StandardCharsets.UTF_8);
            default -> column;
        };
    }

    @Test
    void an_empty_database_and_one_where_everybody_is_there_are_well() throws Exception {
        assertThat(broken()).isEmpty();
        add("student");
        add("batch");
        for (String table : tables()) {
            add(table);
        }
        assertThat(broken()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_row_without_its_owner_is_found(String table) throws Exception {
        add(table);
        assertThat(broken()).containsExactly(Map.entry(table, 1L));
    }

    @Test
    void a_confirmation_that_was_purged_needs_no_student_any_more() throws Exception {
        add("confirmation");
        assertThat(broken()).isNotEmpty();
        raw.createStatement().execute("INSERT INTO mark VALUES ('season-purged|7', 'x')");
        raw.createStatement().execute("UPDATE confirmation SET number = 'purged:' || receipt");
        assertThat(broken()).isEmpty();
    }
}
