package gradcheck.store.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Attachment;
import gradcheck.message.PersonId;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.Tables;
import gradcheck.store.people.Students;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data key is changed: everything that was sealed is sealed anew, nothing is forgotten, a kill costs nothing. */
class KeyChangeTest {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    private static final String NUMBER = "629999200504120032";
    private static final PersonId PERSON = new PersonId("p7");
    /** More than two steps of the change. */
    private static final int STUDENTS = 450;

    @TempDir
    Path folder;

    private static String key(int n) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) n);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private Store open(int key, Integer... previous) {
        Optional<String> before = Arrays.stream(previous).findFirst().map(KeyChangeTest::key);
        return Stores.open(
                "jdbc:sqlite:" + folder.resolve("t.db"), new FieldCipher(key(key), before, new SecureRandom()));
    }

    /** As a command opens it. */
    private static void admit(Store store) {
        write(store, tables -> {
            tables.dataKey().admit();
            return tables;
        });
    }

    private static <T> void write(Store store, Function<Tables, T> work) {
        store.write(work).join();
    }

    @BeforeEach
    void fill() {
        try (Store store = open(1)) {
            admit(store);
            write(store, tables -> {
                for (int i = 0; i < STUDENTS; i++) {
                    tables.students().put(2027, new PersonId("p" + i), student(i), NOW);
                }
                return tables;
            });
            write(store, KeyChangeTest::putTheRest);
        }
    }

    private static Student student(int i) {
        Map<String, String> values = Map.of("XM", "李四", "FY", "文学院", "SFZH", NUMBER.substring(0, 15) + (100 + i));
        return new Student("2023" + i, values, WebPhoto.UNKNOWN, false);
    }

    private static Conversation draft() {
        return new Conversation("record", "review", new Answers(Map.of("draft.SFZH", NUMBER)), List.of());
    }

    private static Tables putTheRest(Tables tables) {
        tables.conversations().keepOpen(PERSON, draft(), NOW);
        tables.cards()
                .add("task", PERSON, tables.conversations().openAbout(PERSON).orElseThrow(), NOW);
        tables.confirmations()
                .append(new Confirmations.New(
                        2027, "文学院", "r1", "20237", 1, "无误", NOW, false, List.of("r1"), "salt", "shown " + NUMBER));
        tables.corrections()
                .add(
                        new CorrectionRows.Owner(2027, "文学院", "20237", 1),
                        new CorrectionRows.New(
                                "SFZH", NUMBER, "after", "关键信息", CorrectionState.PENDING, Map.of("a", "b")),
                        NOW);
        tables.attachments().put("file", new Attachment("a.csv", new byte[] {1, 2, 3}), NOW);
        tables.bindings().failed(PERSON, "20237", NOW, Instant.EPOCH);
        tables.bindings().failed(PERSON, "in no roster", NOW, Instant.EPOCH);
        return tables;
    }

    /** Everything that was sealed, as the bot reads it. */
    private static void assertWhole(Store store) {
        List<Students.Enrolled> all = store.read(t -> t.students().ofCollege(2027, ""));
        assertThat(all).hasSize(STUDENTS).allSatisfy(e -> assertThat(e.student().value("SFZH"))
                .startsWith(NUMBER.substring(0, 15)));
        Optional<Conversation> open = store.read(t -> t.conversations().open(PERSON));
        assertThat(open).contains(draft());
        List<CorrectionRows.Row> corrections = store.read(t -> t.corrections().of(2027, "20237"));
        assertThat(corrections).singleElement().satisfies(row -> {
            assertThat(row.before()).isEqualTo(NUMBER);
            assertThat(row.after()).isEqualTo("after");
            assertThat(row.details()).isEqualTo(Map.of("a", "b"));
        });
        assertThat(store.read(t -> t.attachments().get("file")).orElseThrow().content())
                .containsExactly(1, 2, 3);
    }

    private static void assertEveryIndexIsOfThePresentKey(Store store) {
        String about = store.read(t -> t.conversations().openAbout(PERSON)).orElseThrow();
        assertThat(store.read(t -> t.cards().byTask("task")).orElseThrow().about())
                .isEqualTo(about);
        assertThat(store.<Integer>read(t -> t.bindings().failuresFor("20237", Instant.EPOCH)))
                .isEqualTo(1);
        assertThat(store.<Integer>read(t -> t.bindings().failuresOf(PERSON, Instant.EPOCH)))
                .isEqualTo(2);
    }

    @Test
    void everything_that_is_sealed_is_sealed_anew_and_the_old_key_opens_nothing() throws Exception {
        byte[] before = indexOfSeven();
        try (Store store = open(2, 1)) {
            admit(store);
            KeyChange change = new KeyChange(store);
            assertThat(change.preview())
                    .hasSize(EncryptedColumn.values().length)
                    .allSatisfy(column -> {
                        assertThat(column.due())
                                .as("the test fills " + column.name())
                                .isPositive();
                        assertThat(column.done() + column.lost()).isZero();
                    });
            assertThat(change.carryOut(c -> {}, t -> {})).isZero();
            assertThat(change.preview()).allSatisfy(c -> assertThat(c.due()).isZero());
        }
        try (Store store = open(2)) {
            store.<Boolean>read(t -> {
                t.dataKey().check();
                return t.dataKey().isChanging();
            });
            assertWhole(store);
            assertEveryIndexIsOfThePresentKey(store);
            assertThat(new KeyChange(store).preview())
                    .allSatisfy(c -> assertThat(c.lost()).isZero());
        }
        assertThat(indexOfSeven())
                .isNotEqualTo(before)
                .isEqualTo(new FieldCipher(key(2), new SecureRandom())
                        .index(student(7).value("SFZH")));
        try (Store store = open(1)) {
            assertThat(new KeyChange(store).preview())
                    .allSatisfy(c -> assertThat(c.done() + c.due()).isZero());
            assertThatThrownBy(() -> admit(store)).hasCauseInstanceOf(WrongDataKey.class);
        }
    }

    private byte[] indexOfSeven() throws Exception {
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"));
                ResultSet row = raw.createStatement()
                        .executeQuery("SELECT certificate_index FROM student WHERE number = '20237'")) {
            row.next();
            return row.getBytes(1);
        }
    }

    @Test
    void what_a_kill_left_undone_is_readable_meanwhile_and_done_by_the_next_run() {
        try (Store store = open(2, 1)) {
            admit(store);
            assertThatThrownBy(() -> new KeyChange(store)
                            .carryOut(
                                    c -> {
                                        throw new IllegalStateException("killed after " + c.name());
                                    },
                                    t -> {}))
                    .hasMessageContaining("killed after student.certificate");
        }
        try (Store store = open(2, 1)) {
            assertWhole(store);
            write(store, t -> {
                t.students().put(2027, PERSON, student(7), NOW);
                t.conversations().keepOpen(PERSON, draft(), NOW);
                return t;
            });
            List<KeyChange.Column> half = new KeyChange(store).preview();
            assertThat(half).anySatisfy(c -> assertThat(c.done()).isEqualTo(STUDENTS));
            assertThat(half).anySatisfy(c -> assertThat(c.due()).isPositive());
        }
        for (int lonely : new int[] {1, 2}) {
            try (Store store = open(lonely)) {
                assertThatThrownBy(() -> admit(store)).hasCauseInstanceOf(WrongDataKey.class);
            }
        }
        try (Store store = open(2, 1)) {
            assertThat(new KeyChange(store).carryOut(c -> {}, t -> {})).isZero();
        }
        try (Store store = open(2)) {
            admit(store);
            assertWhole(store);
        }
    }

    @Test
    void what_neither_key_opens_is_counted_and_the_previous_key_stays_needed() throws Exception {
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"));
                var statement = raw.createStatement()) {
            statement.execute("UPDATE student SET certificate = x'0102' WHERE number = '20239'");
        }
        try (Store store = open(2, 1)) {
            admit(store);
            assertThat(new KeyChange(store).carryOut(c -> {}, t -> {})).isEqualTo(1);
            assertThat(store.<Boolean>read(t -> t.dataKey().isChanging())).isTrue();
        }
    }

    @Test
    void a_database_from_before_the_prints_knows_its_key_by_what_it_holds() throws Exception {
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"));
                var statement = raw.createStatement()) {
            statement.execute("DELETE FROM mark WHERE name = 'data-key'");
        }
        try (Store store = open(2)) {
            assertThatThrownBy(() -> admit(store)).hasCauseInstanceOf(WrongDataKey.class);
        }
        try (Store store = open(1)) {
            admit(store);
            assertThat(store.<Boolean>read(t -> t.dataKey().isChanging())).isFalse();
        }
    }

    /** Whoever adds a column of bytes says here whether it is sealed. */
    @Test
    void every_column_of_bytes_is_sealed_or_an_index() throws Exception {
        Set<String> bytes = new TreeSet<>();
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"));
                ResultSet columns = raw.createStatement()
                        .executeQuery(
                                "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                                        + " WHERE m.type = 'table' AND c.type = 'BLOB'")) {
            while (columns.next()) {
                bytes.add(columns.getString(1));
            }
        }
        Set<String> known = new HashSet<>(Set.of("student.certificate_index"));
        for (EncryptedColumn column : EncryptedColumn.values()) {
            known.add(column.table() + "." + column.column());
        }
        assertThat(known).containsAll(bytes);
    }

    @Test
    void a_value_that_was_moved_to_another_cell_opens_with_no_key() {
        FieldCipher seal = new FieldCipher(key(2), Optional.of(key(1)), new SecureRandom());
        byte[] sealed = seal.seal("x", EncryptedColumn.CERTIFICATE.at(2027, "1"));
        assertThat(new String(
                        seal.openBytes(sealed, EncryptedColumn.CERTIFICATE.at(2027, "1")), StandardCharsets.UTF_8))
                .isEqualTo("x");
        assertThatThrownBy(() -> seal.open(sealed, EncryptedColumn.CERTIFICATE.at(2027, "2")))
                .isInstanceOf(WrongDataKey.class);
    }
}
