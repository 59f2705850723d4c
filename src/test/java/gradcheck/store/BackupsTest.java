package gradcheck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.message.PersonId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup under writes is whole, and comes back. */
class BackupsTest {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");

    @TempDir
    Path folder;

    private String address;

    @BeforeEach
    void name() {
        address = "jdbc:sqlite:" + folder.resolve("bot.db");
    }

    private Store open() {
        return Store.open(address, new Seal(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
    }

    private static boolean take(Store store, String key) {
        return store.write(t -> t.inbox().take(key, new PersonId("p"), NOW)).join();
    }

    private static boolean knows(Store store, String key) {
        return store.read(t -> t.inbox().knows(new PersonId("p"), key));
    }

    @Test
    void a_copy_made_while_others_write_is_sound_and_holds_what_was_committed() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (Store store = open()) {
            take(store, "before");
            AtomicBoolean stop = new AtomicBoolean();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                for (int i = 0; !stop.get(); i++) {
                    take(store, "during" + i);
                }
            });
            assertThat(Backups.copy(address, backup).students()).isZero();
            stop.set(true);
            writing.join();
            take(store, "after");
        }
        Backups.restore(backup, address, "old");
        try (Store store = open()) {
            assertThat(knows(store, "before")).isTrue();
            assertThat(knows(store, "after")).isFalse();
        }
        assertThat(folder.resolve("bot.db.old")).exists();
    }

    @Test
    void nobody_else_may_read_the_database_or_a_copy() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (Store store = open()) {
            take(store, "k");
            Backups.copy(address, backup);
            for (String name : List.of("bot.db", "bot.db-wal", "backup.db")) {
                assertThat(permissions(name)).as(name).isEqualTo("rw-------");
            }
        }
        Backups.restore(backup, address, "old");
        assertThat(permissions("bot.db")).isEqualTo("rw-------");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    @Test
    void a_copy_that_can_not_be_written_leaves_the_database_in_its_place() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (Store store = open()) {
            Backups.copy(address, backup);
            take(store, "kept");
        }
        Files.createDirectories(folder.resolve("bot.db.tmp/in-the-way"));
        assertThatThrownBy(() -> Backups.restore(backup, address, "old")).isInstanceOf(IOException.class);
        assertThat(folder.resolve("bot.db")).exists();
        try (Store store = open()) {
            assertThat(knows(store, "kept")).isTrue();
        }
    }

    @Test
    void what_is_no_backup_changes_nothing() throws Exception {
        try (Store store = open()) {
            take(store, "kept");
        }
        Path wrong = Files.writeString(folder.resolve("wrong.db"), "not a database", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Backups.restore(wrong, address, "old")).isInstanceOf(IOException.class);
        try (Store store = open()) {
            assertThat(knows(store, "kept")).isTrue();
        }
    }
}
