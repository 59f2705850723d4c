package gradcheck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.domain.chain.AuditCheck;
import gradcheck.message.PersonId;
import gradcheck.store.crypto.EncryptedColumn;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.Backups;
import gradcheck.store.engine.Connections;
import gradcheck.store.engine.Migrations;
import gradcheck.store.people.Students;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database as each earlier program left it, with rows in every table, comes up to date and loses nothing. */
class UpgradeTest {
    private static final String NUMBER = "629999200504120032";
    /** The first schema whose audit is a chain. */
    private static final int CHAINED = 10;

    private static final int ROWS = 3;

    @TempDir
    Path folder;

    private final FieldCipher seal =
            new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom());

    static IntStream earlierSchemas() {
        return IntStream.range(1, Migrations.newest());
    }

    private String address() {
        return "jdbc:sqlite:" + folder.resolve("u.db");
    }

    private Connection raw() throws SQLException {
        return DriverManager.getConnection(address());
    }

    private static List<String> texts(Connection raw, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = raw.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Map<String, List<String>> columns(Connection raw) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        for (String table : texts(raw, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
            columns.put(table, texts(raw, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid"));
        }
        return columns;
    }

    /** Rows in every table there is, whatever its columns; so a new table is filled without a word here. */
    private void fill(Connection raw) throws SQLException {
        for (Map.Entry<String, List<String>> table : columns(raw).entrySet()) {
            List<String> types =
                    texts(raw, "SELECT type FROM pragma_table_info('" + table.getKey() + "') ORDER BY cid");
            String marks =
                    String.join(", ", table.getValue().stream().map(c -> "?").toList());
            for (int row = 1; row <= ROWS; row++) {
                try (PreparedStatement insert =
                        raw.prepareStatement("INSERT INTO \"" + table.getKey() + "\" VALUES (" + marks + ")")) {
                    for (int i = 0; i < types.size(); i++) {
                        insert.setObject(
                                i + 1, value(table.getKey(), table.getValue().get(i), types.get(i), row));
                    }
                    insert.executeUpdate();
                }
            }
        }
    }

    private Object value(String table, String column, String type, int row) {
        String cell = table + "." + column;
        return switch (cell) {
            case "student.fields" -> "XM=李四\nZYMC=法学\nZJLX=居民身份证\n";
            case "student.number" -> "n" + row;
            case "student.season" -> 2027;
            case "student.certificate" -> seal.seal(NUMBER, EncryptedColumn.CERTIFICATE.at(2027, "n" + row));
            default -> plain(cell, type, row);
        };
    }

    private static Object plain(String cell, String type, int row) {
        if (type.equals("BLOB")) {
            return (cell + row).getBytes(StandardCharsets.UTF_8);
        }
        return type.equals("INTEGER") ? (Object) (cell.length() * 100 + row) : cell + row;
    }

    /** Everything in these columns, as text. */
    private static Map<String, List<String>> contents(Connection raw, Map<String, List<String>> columns)
            throws SQLException {
        Map<String, List<String>> contents = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            List<String> rows = new ArrayList<>();
            String names = String.join(", ", table.getValue());
            try (var statement = raw.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT " + names + " FROM \"" + table.getKey() + "\" ORDER BY rowid")) {
                while (row.next()) {
                    List<String> cells = new ArrayList<>();
                    for (String name : table.getValue()) {
                        Object cell = row.getObject(name);
                        cells.add(
                                cell instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(cell));
                    }
                    rows.add(String.join("|", cells));
                }
            }
            contents.put(table.getKey(), rows);
        }
        return contents;
    }

    @ParameterizedTest
    @MethodSource("earlierSchemas")
    void what_an_earlier_program_wrote_is_kept(int schema) throws Exception {
        Migrations.bringUpTo(schema, new Connections(address()));
        Map<String, List<String>> columns;
        Map<String, List<String>> before;
        try (Connection raw = raw()) {
            fill(raw);
            columns = columns(raw);
            before = contents(raw, columns);
            assertThat(before.values()).allSatisfy(rows -> assertThat(rows).hasSize(ROWS));
            assertThat(texts(raw, "PRAGMA user_version")).containsExactly("" + schema);
        }
        try (Store store = Stores.open(address(), seal)) {
            Optional<Students.Enrolled> student = store.read(t -> t.students().byNumber(2027, "n1"));
            assertThat(student).isPresent();
            assertThat(student.get().student().value("SFZH")).isEqualTo(NUMBER);
            assertThat(student.get().student().value("ZYMC")).isEqualTo("法学");
            boolean isKnown = store.read(t -> t.inbox().knows(new PersonId("inbox.person1"), "inbox.message_key1"));
            assertThat(isKnown).isTrue();
            boolean isNew = store.write(t -> t.inbox().take("k", new PersonId("p"), java.time.Instant.EPOCH))
                    .join();
            assertThat(isNew).isTrue();
            AuditCheck audit = store.read(t -> t.audit().check());
            // From there on a program chains its lines itself; what is made up here is no chain.
            assertThat(audit.fault().isEmpty()).isEqualTo(schema < CHAINED);
            assertThat(audit.count()).isEqualTo(schema < CHAINED ? ROWS : 0);
        }
        try (Connection raw = raw()) {
            Map<String, List<String>> after = contents(raw, columns);
            assertThat(after.get("inbox")).hasSize(ROWS + 1);
            before.forEach(
                    (table, rows) -> assertThat(after.get(table)).as(table).containsAll(rows));
            assertThat(texts(raw, "PRAGMA foreign_key_check")).isEmpty();
            assertThat(texts(raw, "PRAGMA integrity_check")).containsExactly("ok");
            assertThat(texts(raw, "PRAGMA user_version")).containsExactly("" + Migrations.newest());
            assertThat(texts(raw, "SELECT DISTINCT major || certificate_type FROM student"))
                    .doesNotContain("");
            assertThatThrownBy(() -> raw.createStatement().execute("DELETE FROM confirmation"))
                    .hasMessageContaining("append-only");
            for (String change : List.of("DELETE FROM audit", "UPDATE audit SET actor = 'x'")) {
                assertThatThrownBy(() -> raw.createStatement().execute(change)).hasMessageContaining("append-only");
            }
            assertThatThrownBy(() -> raw.createStatement().execute("UPDATE confirmation SET result = 'x'"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void a_step_that_fails_leaves_everything_as_it_was() throws Exception {
        // What the ninth step makes is there already.
        int schema = 8;
        Migrations.bringUpTo(schema, new Connections(address()));
        List<String> before;
        try (Connection raw = raw()) {
            raw.createStatement().execute("CREATE TABLE purged_count (in_the_way TEXT)");
            before = texts(raw, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
        }
        assertThatThrownBy(() -> Stores.open(address(), seal)).isInstanceOf(RuntimeException.class);
        try (Connection raw = raw()) {
            assertThat(texts(raw, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"))
                    .isEqualTo(before);
            assertThat(texts(raw, "PRAGMA user_version")).containsExactly("" + schema);
        }
    }

    @Test
    void a_newer_schema_is_refused_and_nothing_is_changed() throws Exception {
        Stores.open(address(), seal).close();
        try (Connection raw = raw()) {
            raw.createStatement().execute("PRAGMA user_version = " + (Migrations.newest() + 1));
        }
        assertThatThrownBy(() -> Stores.open(address(), seal)).hasMessageContaining("newer program");
        assertThatThrownBy(() -> Backups.check(folder.resolve("u.db"))).hasMessageContaining("schema");
        try (Connection raw = raw()) {
            assertThat(texts(raw, "PRAGMA user_version")).containsExactly("" + (Migrations.newest() + 1));
        }
    }
}
