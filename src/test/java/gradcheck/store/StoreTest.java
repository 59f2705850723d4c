package gradcheck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.chain.Chain;
import gradcheck.message.PersonId;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxQueue;
import gradcheck.store.record.Confirmations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database as it must behave, on a real file. */
class StoreTest {
    private static final String NUMBER = "629999200504120032";
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Stores.open(address(), seal(1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String address() {
        return "jdbc:sqlite:" + folder.resolve("t.db");
    }

    private static FieldCipher seal(int key) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        return new FieldCipher(Base64.getEncoder().encodeToString(bytes), new SecureRandom());
    }

    private static Student student() {
        return new Student("1", Map.of("XM", "李四", "FY", "文学院", "SFZH", NUMBER), WebPhoto.UNKNOWN, false);
    }

    private void put() {
        store.write(tables -> {
                    tables.students().put(2027, new PersonId("a"), student(), NOW);
                    return true;
                })
                .join();
    }

    @Test
    void a_certificate_number_stands_nowhere_in_the_files() throws Exception {
        put();
        assertThat(store.read(t -> t.students().byNumber(2027, "1"))
                        .orElseThrow()
                        .student())
                .isEqualTo(student());
        for (String file : List.of("t.db", "t.db-wal")) {
            String raw = new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1);
            assertThat(raw).doesNotContain(NUMBER).doesNotContain(NUMBER.substring(0, 12));
        }
    }

    @Test
    void another_key_opens_nothing() {
        put();
        try (Store other = Stores.open(address(), seal(2))) {
            assertThatThrownBy(() -> other.read(t -> t.students().byNumber(2027, "1")))
                    .hasRootCauseInstanceOf(javax.crypto.AEADBadTagException.class);
        }
    }

    @Test
    void a_write_that_fails_takes_no_neighbour_along() {
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int n = i;
            all.add(store.write(tables -> {
                boolean fresh = tables.inbox().take("k" + n, new PersonId("a"), NOW);
                if (n % 10 == 0) {
                    throw new IllegalStateException("no");
                }
                return fresh;
            }));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(all.get(i).handle((r, e) -> e == null).join()).isEqualTo(i % 10 != 0);
            String key = "k" + i;
            boolean known = store.read(t -> t.inbox().knows(new PersonId("a"), key));
            assertThat(known).isEqualTo(i % 10 != 0);
        }
    }

    @Test
    void confirmations_are_chained_and_can_be_neither_changed_nor_deleted() throws Exception {
        Confirmations.Row first = store.write(t -> t.confirmations().append(confirmation("r1", "1")))
                .join();
        Confirmations.Row second = store.write(t -> t.confirmations().append(confirmation("r2", "2")))
                .join();
        String content = Chain.content(List.of("r2", "x"));
        assertThat(second.hash()).isEqualTo(Chain.link(first.hash(), content, Chain.commitment("salt", "shown")));
        try (Connection raw = DriverManager.getConnection(address());
                var statement = raw.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE confirmation SET result = 'x'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("DELETE FROM confirmation"))
                    .hasMessageContaining("append-only");
        }
    }

    private static Confirmations.New confirmation(String receipt, String number) {
        return new Confirmations.New(
                2027, "文学院", receipt, number, 1, "无误", NOW, false, List.of(receipt, "x"), "salt", "shown");
    }

    @Test
    void a_newer_schema_is_refused() throws Exception {
        try (Connection raw = DriverManager.getConnection(address());
                var statement = raw.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> Stores.open(address(), seal(1))).hasMessageContaining("newer program");
    }

    @Test
    void an_occasion_is_queued_once() {
        Outbox.New reminder =
                new Outbox.New("1", new PersonId("a"), "text", "hi", Outbox.BULK, NOW, Optional.of("occasion"));
        Outbox.New again =
                new Outbox.New("2", new PersonId("a"), "text", "hi", Outbox.BULK, NOW, Optional.of("occasion"));
        assertThat(store.write(t -> t.outbox().queue(reminder, NOW)).join()).isTrue();
        assertThat(store.write(t -> t.outbox().queue(again, NOW)).join()).isFalse();
        assertThat(due()).hasSize(1);
    }

    private List<Outbox.Row> due() {
        return store.read(t -> t.sending().due(NOW, Outbox.BULK, 10));
    }

    @Test
    void a_persons_messages_go_out_one_after_the_other() {
        for (int i = 1; i <= 3; i++) {
            Outbox.New row =
                    new Outbox.New("" + i, new PersonId("a"), "text", "m" + i, Outbox.BULK, NOW, Optional.empty());
            assertThat(store.write(t -> t.outbox().queue(row, NOW)).join()).isTrue();
        }
        for (int i = 1; i <= 3; i++) {
            assertThat(due()).singleElement().extracting(Outbox.Row::body).isEqualTo("m" + i);
            String id = "" + i;
            store.write(t -> t.sending().putInto(Map.of(id, "call"))).join();
            assertThat(due()).as("one is under way").isEmpty();
            store.write(t -> {
                        t.sending().settleAll(List.of(new OutboxQueue.End(id, Results.of("sent"))), NOW);
                        return true;
                    })
                    .join();
        }
    }
}
