package gradcheck.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradcheck.message.PersonId;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.crypto.WrongDataKey;
import gradcheck.store.record.Audit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
        return Stores.open(
                address, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
    }

    private void restore(Path backup) throws IOException {
        Backups.restore(backup, address, way(Optional.empty()));
    }

    private static Backups.Way way(Optional<FieldCipher> seal) {
        Audit.Entry told = new Audit.Entry("r", NOW, new PersonId("terminal"), "restore", "", "ok");
        return new Backups.Way(seal, told, "old");
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
            assertThat(Backups.copy(address, backup, NOW).students()).isZero();
            stop.set(true);
            writing.join();
            take(store, "after");
        }
        restore(backup);
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
            Backups.copy(address, backup, NOW);
            for (String name : List.of("bot.db", "bot.db-wal", "backup.db")) {
                assertThat(permissions(name)).as(name).isEqualTo("rw-------");
            }
        }
        restore(backup);
        assertThat(permissions("bot.db")).isEqualTo("rw-------");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    @Test
    void a_copy_that_can_not_be_written_leaves_the_database_in_its_place() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (Store store = open()) {
            Backups.copy(address, backup, NOW);
            take(store, "kept");
        }
        Files.createDirectories(folder.resolve("bot.db.tmp/in-the-way"));
        assertThatThrownBy(() -> restore(backup)).isInstanceOf(IOException.class);
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
        assertThatThrownBy(() -> restore(wrong)).isInstanceOf(IOException.class);
        try (Store store = open()) {
            assertThat(knows(store, "kept")).isTrue();
        }
    }

    private static FieldCipher sealOf(int key, int... previous) {
        Optional<String> before = previous.length == 0 ? Optional.empty() : Optional.of(dataKey(previous[0]));
        return new FieldCipher(dataKey(key), before, new SecureRandom());
    }

    private static String dataKey(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }

    /** A sealed copy of a database that needs several pieces. */
    private Path sealedCopy() throws Exception {
        Path sealed = folder.resolve("b.gcb");
        try (Store store = open()) {
            store.write(t -> {
                        t.dataKey().admit();
                        for (int i = 0; i < 3000; i++) {
                            t.inbox().take("key-number-" + i, new PersonId("李四" + i), NOW);
                        }
                        return t;
                    })
                    .join();
            Backups.copySealed(address, sealed, sealOf(0), NOW);
        }
        return sealed;
    }

    private BadBackup.Fault fault(Path file, Optional<FieldCipher> seal) {
        try {
            Backups.restore(file, address, way(seal));
        } catch (BadBackup e) {
            return e.fault();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw new AssertionError(file + " was restored");
    }

    @Test
    void a_sealed_copy_shows_nothing_and_comes_back_with_its_key_or_as_the_previous_one() throws Exception {
        Path sealed = sealedCopy();
        assertThat(Files.size(sealed)).isGreaterThan(200_000);
        assertThat(new String(Files.readAllBytes(sealed), StandardCharsets.UTF_8))
                .doesNotContain("key-number", "李四", "SQLite");
        assertThat(permissions("b.gcb")).isEqualTo("rw-------");
        assertThat(folder.toFile().list()).doesNotContain("bot.db.copy", "b.gcb.tmp");
        for (FieldCipher seal : List.of(sealOf(0), sealOf(7, 0))) {
            try (Store store = open()) {
                take(store, "after");
            }
            Backups.restore(sealed, address, way(Optional.of(seal)));
            try (Store store = open()) {
                assertThat(store.<Boolean>read(t -> t.inbox().knows(new PersonId("李四2999"), "key-number-2999")))
                        .isTrue();
                assertThat(knows(store, "after")).isFalse();
            }
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve("bot.db.old" + part));
            }
        }
    }

    @Test
    void what_is_wrong_with_a_sealed_copy_is_told_apart_and_changes_nothing() throws Exception {
        Path sealed = sealedCopy();
        byte[] good = Files.readAllBytes(sealed);
        try (Store store = open()) {
            take(store, "kept");
        }
        assertThat(fault(sealed, Optional.empty())).isEqualTo(BadBackup.Fault.NO_KEY);
        assertThat(fault(sealed, Optional.of(sealOf(1, 2)))).isEqualTo(BadBackup.Fault.WRONG_KEY);
        int header = 19 + 24 + 16;
        int piece = 5 + 65_536 + 16;
        // At the end of a piece, within one, within the header, one byte before the end.
        for (int length : List.of(header, header + piece, header + piece + 9, 30, good.length - 1)) {
            assertThat(fault(changed(java.util.Arrays.copyOf(good, length)), Optional.of(sealOf(0))))
                    .as("cut off at " + length)
                    .isEqualTo(BadBackup.Fault.TRUNCATED);
        }
        for (int place : List.of(header - 1, header + 100, header + piece + 5, good.length - 1)) {
            byte[] other = good.clone();
            other[place] ^= 1;
            assertThat(fault(changed(other), Optional.of(sealOf(0))))
                    .as("changed at " + place)
                    .isEqualTo(BadBackup.Fault.TAMPERED);
        }
        assertThat(fault(changed(java.util.Arrays.copyOf(good, good.length + 1)), Optional.of(sealOf(0))))
                .isEqualTo(BadBackup.Fault.TAMPERED);
        byte[] swapped = good.clone();
        System.arraycopy(good, header + piece, swapped, header, piece);
        System.arraycopy(good, header, swapped, header + piece, piece);
        assertThat(fault(changed(swapped), Optional.of(sealOf(0)))).isEqualTo(BadBackup.Fault.TAMPERED);
        assertThat(fault(changed("no backup".getBytes(StandardCharsets.UTF_8)), Optional.of(sealOf(0))))
                .isEqualTo(BadBackup.Fault.NO_BACKUP);
        assertThat(fault(folder.resolve("none"), Optional.empty())).isEqualTo(BadBackup.Fault.MISSING);
        assertThat(folder.toFile().list()).doesNotContain("bot.db.tmp", "bot.db.old");
        try (Store store = open()) {
            assertThat(knows(store, "kept")).isTrue();
        }
    }

    private Path changed(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("changed.gcb"), bytes);
    }

    @Test
    void a_copy_is_not_sealed_with_a_key_that_is_not_the_database_s() throws Exception {
        sealedCopy();
        Path other = folder.resolve("other.gcb");
        assertThatThrownBy(() -> Backups.copySealed(address, other, sealOf(1), NOW))
                .isInstanceOf(WrongDataKey.class);
        assertThat(other).doesNotExist();
    }

    @Test
    void a_plain_copy_of_another_key_changes_nothing() throws Exception {
        sealedCopy();
        Path plain = folder.resolve("plain.db");
        Backups.copy(address, plain, NOW);
        assertThatThrownBy(() -> Backups.restore(plain, address, way(Optional.of(sealOf(1)))))
                .isInstanceOf(WrongDataKey.class);
        assertThat(folder.resolve("bot.db.old")).doesNotExist();
    }

    /** A17: what root restores belongs to whom the database belonged to, else to its folder's owner. */
    @Test
    void the_service_owns_what_was_restored_with_the_rights_that_were() throws Exception {
        assumeTrue(Files.getOwner(folder).getName().equals("root"), "only root may give a file away");
        Path backup = folder.resolve("backup.db");
        try (Store store = open()) {
            take(store, "k");
            Backups.copy(address, backup, NOW);
        }
        Path database = folder.resolve("bot.db");
        Files.setAttribute(database, "unix:uid", 65_534);
        Files.setAttribute(database, "unix:gid", 65_533);
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r-----"));
        restore(backup);
        for (String name : List.of("bot.db", "bot.db.numbers")) {
            assertThat(Files.getAttribute(folder.resolve(name), "unix:uid"))
                    .as(name)
                    .isEqualTo(65_534);
            assertThat(Files.getAttribute(folder.resolve(name), "unix:gid"))
                    .as(name)
                    .isEqualTo(65_533);
            assertThat(permissions(name)).as(name).isEqualTo("rw-r-----");
        }
        Files.delete(database);
        Files.setAttribute(folder, "unix:uid", 65_532);
        restore(backup);
        assertThat(Files.getAttribute(database, "unix:uid")).isEqualTo(65_532);
        assertThat(permissions("bot.db")).isEqualTo("rw-------");
    }
}
