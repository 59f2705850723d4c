package gradcheck.store.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.domain.chain.AuditCheck;
import gradcheck.domain.chain.AuditCheck.Fault;
import gradcheck.domain.chain.AuditCheck.Wrong;
import gradcheck.domain.chain.AuditLine;
import gradcheck.message.PersonId;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.crypto.FieldCipher;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit on a real file: what was written stays, and who changes it behind the program's back is found out. */
class AuditTest {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    private static final String DIGEST = "0".repeat(64);

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void write() {
        store = Stores.open(
                address(), new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
        for (int i = 1; i <= 5; i++) {
            add("a" + i, "查", "32023010000" + i);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String address() {
        return "jdbc:sqlite:" + folder.resolve("t.db");
    }

    private void add(String id, String act, String target) {
        store.write(t -> {
                    t.audit().add(new Audit.Entry(id, NOW, new PersonId("jm"), act, target, "ok"));
                    return t;
                })
                .join();
    }

    private void raw(String... statements) throws SQLException {
        try (Connection raw = DriverManager.getConnection(address());
                var statement = raw.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private AuditCheck check() {
        return store.read(t -> t.audit().check());
    }

    private void forget(String target) {
        store.write(t -> {
                    t.marks().set("season-purged|2027", NOW.toString());
                    t.audit().forgetTargets(target::equals);
                    return t;
                })
                .join();
    }

    @Test
    void untouched_it_holds_and_has_one_line_an_act() {
        assertThat(check().fault()).isEmpty();
        assertThat(check().count()).isEqualTo(5);
        assertThat(check().erased()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM audit WHERE link = 5",
                "UPDATE audit SET result = 'x' WHERE link = 2",
                "UPDATE audit SET target = '(purged)', target_proof = '" + "0000000000000000000000000000000000000000"
                        + "000000000000000000000000' WHERE link = 2",
                "UPDATE audit SET link = 9 WHERE link = 5",
                "INSERT INTO audit SELECT 5, 'b', at, actor, act, target, result, '', '', '' FROM audit WHERE link = 1"
            })
    void the_database_itself_refuses_every_change(String change) {
        assertThatThrownBy(() -> raw(change)).isInstanceOf(SQLException.class);
        assertThat(check().fault()).isEmpty();
        assertThat(check().count()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET target = '320230100004' WHERE link = 2",
                "UPDATE audit SET target = '(purged)' WHERE link = 2",
                "UPDATE audit SET target = '(purged)', target_proof = 'short' WHERE link = 2",
                "UPDATE audit SET result = 'no' WHERE link = 2",
                "UPDATE audit SET act = 'x' WHERE link = 2",
                "UPDATE audit SET at = at + 1 WHERE link = 2",
                "UPDATE audit SET hash = '' WHERE link = 2"
            })
    void also_after_a_purge_nothing_but_a_name_can_go(String change) {
        forget("320230100001");
        assertThatThrownBy(() -> raw(change)).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit SET target = '320230100009' WHERE link = 3|CHANGED|3",
                "UPDATE audit SET actor = 'other' WHERE link = 1|CHANGED|1",
                "UPDATE audit SET act = 'x' WHERE link = 5|CHANGED|5",
                "UPDATE audit SET result = 'x' WHERE link = 4|CHANGED|4",
                "UPDATE audit SET at = at + 1 WHERE link = 2|CHANGED|2",
                "UPDATE audit SET target_proof = actor_proof WHERE link = 2|CHANGED|2",
                "DELETE FROM audit WHERE link = 3|MISPLACED|4",
                "DELETE FROM audit WHERE link = 1|MISPLACED|2",
                "INSERT INTO audit SELECT 6, 'b', at, actor, act, target, result, '', '', hash FROM audit WHERE link = 5"
                        + "|CHANGED|6"
            })
    void who_takes_the_triggers_away_is_found_by_the_chain(String change, Wrong wrong, long link) throws Exception {
        raw("DROP TRIGGER audit_is_never_changed", "DROP TRIGGER audit_is_never_deleted", change);
        assertThat(check().fault()).contains(new Fault(wrong, link));
    }

    @Test
    void a_name_that_was_purged_is_gone_with_its_salt_and_the_chain_still_holds() {
        forget("320230100002");
        add("p", AuditLine.PURGE, "2027");
        assertThat(check().fault()).isEmpty();
        assertThat(check().erased()).isEqualTo(1);
        List<AuditLine> lines = new ArrayList<>();
        store.read(t -> {
            t.audit().each(lines::add);
            return lines;
        });
        assertThat(lines.get(1).target()).isEqualTo("(purged)");
        assertThat(lines.get(1).targetProof()).hasSize(64);
        assertThat(lines.get(1).actor().value()).isEqualTo("jm");
        assertThat(lines)
                .filteredOn(line -> line.target().startsWith("3202301"))
                .hasSize(4);
    }

    @Test
    void a_name_that_is_missing_without_a_purge_is_found_and_so_is_a_digest_beside_another_name() throws Exception {
        forget("320230100002");
        assertThat(check().fault()).contains(new Fault(Wrong.ERASED, 2));
        add("p", AuditLine.PURGE, "2027");
        assertThat(check().fault()).isEmpty();
        raw("DROP TRIGGER audit_is_never_changed", "UPDATE audit SET target = 'forged' WHERE link = 2");
        assertThat(check().fault()).contains(new Fault(Wrong.CHANGED, 2));
        raw("UPDATE audit SET target = '(purged)', target_proof = '" + DIGEST + "' WHERE link = 3");
        raw("UPDATE audit SET target = '(purged)' WHERE link = 2");
        assertThat(check().fault()).contains(new Fault(Wrong.CHANGED, 3));
    }
}
