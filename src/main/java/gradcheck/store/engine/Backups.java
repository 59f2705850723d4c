package gradcheck.store.engine;

import gradcheck.store.crypto.DataKey;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.crypto.SealedFile;
import gradcheck.store.crypto.WrongDataKey;
import gradcheck.store.engine.BadBackup.Fault;
import gradcheck.store.record.Audit;
import gradcheck.store.record.Gaps;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Consistent copies of the database while the bot writes, and the way back.
 *
 * <p>{@code VACUUM INTO}, not SQLite's backup API: that one begins anew with every commit of somebody else and never ends
 * under load (engineering-facts §2).
 */
public final class Backups {
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private Backups() {}

    /** What a database holds, in the two numbers that people know by heart. */
    public record Contents(long students, long confirmations) {}

    /**
     * Writes a copy that anybody can read: first beside its place, checked and on disk, then under its name.
     *
     * @param address the JDBC address of the database
     * @return what the copy holds
     * @throws IOException if it can't be written, or the copy is not sound
     */
    public static Contents copy(String address, Path to, Instant now) throws IOException {
        Path beside = to.resolveSibling(to.getFileName() + ".tmp");
        try {
            Contents held = copyTo(beside, address, now);
            moveInto(beside, to);
            return held;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Writes a copy that only the data key opens. What can be read stands beside the database until it is sealed, and never
     * where the copy goes.
     *
     * @throws WrongDataKey if the key is not the database's: nobody could open the copy
     */
    public static Contents copySealed(String address, Path to, FieldCipher seal, Instant now) throws IOException {
        Path plain = Path.of(Connections.file(address) + ".copy");
        Path beside = to.resolveSibling(to.getFileName() + ".tmp");
        try {
            Contents held = copyTo(plain, address, now);
            checkKey(plain, seal);
            Files.deleteIfExists(beside);
            FilePermissions.make(beside);
            SealedFile.seal(plain, beside, seal);
            moveInto(beside, to);
            return held;
        } finally {
            Files.deleteIfExists(plain);
            Files.deleteIfExists(beside);
        }
    }

    private static Contents copyTo(Path place, String address, Instant now) throws IOException {
        Files.deleteIfExists(place);
        FilePermissions.make(place);
        try (Handle handle = new Connections(address).plain()) {
            handle.execute("VACUUM INTO ?", place.toString());
        }
        try (Handle handle = new Connections("jdbc:sqlite:" + place).plain()) {
            new Metadata(handle).set(Recovery.COPIED, now.toString());
        }
        return check(place);
    }

    /**
     * Whether the file is a sound database of this program, no newer than it.
     *
     * @return what it holds
     * @throws BadBackup that says what is wrong
     */
    public static Contents check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadBackup(Fault.MISSING, "no such file: " + file);
        }
        if (!isDatabase(file)) {
            throw new BadBackup(Fault.NO_BACKUP, file + " is no database of this program");
        }
        try (Handle handle = new Connections("jdbc:sqlite:" + file).plain()) {
            String verdict = handle.createQuery("PRAGMA integrity_check")
                    .mapTo(String.class)
                    .first();
            int schema = handle.createQuery("PRAGMA user_version")
                    .mapTo(Integer.class)
                    .one();
            if (!verdict.equals("ok")) {
                throw new BadBackup(Fault.DAMAGED, file + ": integrity " + verdict + ", schema " + schema);
            }
            if (schema < 1 || schema > Migrations.newest()) {
                Fault fault = schema < 1 ? Fault.NO_BACKUP : Fault.NEWER;
                throw new BadBackup(fault, file + ": integrity ok, schema " + schema);
            }
            return new Contents(count(handle, "student"), count(handle, "confirmation"));
        } catch (org.jdbi.v3.core.JdbiException e) {
            throw new BadBackup(Fault.DAMAGED, file + " is no database of this program", e);
        }
    }

    private static boolean isDatabase(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
        }
    }

    /** @throws WrongDataKey if something in it may have been sealed with another key */
    private static void checkKey(Path file, FieldCipher seal) {
        try (Handle handle = new Connections("jdbc:sqlite:" + file).plain()) {
            new DataKey(handle, seal).check();
        }
    }

    /** Writes the file anew without what was deleted or overwritten, and empties the log beside it. */
    public static void compact(String address) {
        try (Handle handle = new Connections(address).writer()) {
            handle.execute("VACUUM");
            handle.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /**
     * What came of a restore.
     *
     * @param held what the copy holds
     * @param gap from the last thing it knows until now
     * @param unconfirmed how many students have no confirmation in it
     */
    public record Restored(Contents held, Gaps.Gap gap, long unconfirmed) {}

    /**
     * How a copy is put back.
     *
     * @param seal opens it where it is sealed
     * @param told is written into its audit
     * @param suffix of the files that are kept, for example {@code before-20270601-0930}
     */
    public record Way(Optional<FieldCipher> seal, Audit.Entry told, String suffix) {}

    /**
     * Puts a checked copy in the place of the database, with its numbers raised above all that may have been given since;
     * what stood there is kept beside it, and its owner, group and rights are those of the new one.
     *
     * @throws BadBackup if it is none, and nothing is changed
     * @throws WrongDataKey if it was sealed with neither of the keys, and nothing is changed
     */
    public static Restored restore(Path backup, String address, Way way) throws IOException {
        Path database = Connections.file(address);
        // The copy comes first: where there is no room for it, what stood there still does.
        Path beside = Path.of(database + ".tmp");
        try {
            plainCopy(backup, beside, way.seal());
            Contents held = check(beside);
            way.seal().ifPresent(seal -> checkKey(beside, seal));
            Recovery.Found found = Recovery.prepare(beside, database, way.told());
            own(database, beside);
            Path numbers = Recovery.file(database);
            found.numbers().write(numbers);
            own(database, numbers);
            keepOld(database, way.suffix());
            moveInto(beside, database);
            return new Restored(held, found.gap(), found.unconfirmed());
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void plainCopy(Path backup, Path to, Optional<FieldCipher> seal) throws IOException {
        if (!Files.isRegularFile(backup)) {
            throw new BadBackup(Fault.MISSING, "no such file: " + backup);
        }
        boolean isSealed = SealedFile.isSealed(backup);
        if (isSealed && seal.isEmpty()) {
            throw new BadBackup(Fault.NO_KEY, backup + " is sealed, and there is no key");
        }
        if (!isSealed && !isDatabase(backup)) {
            throw new BadBackup(Fault.NO_BACKUP, backup + " is neither a sealed copy nor a database");
        }
        Files.deleteIfExists(to);
        FilePermissions.make(to);
        if (isSealed) {
            SealedFile.open(backup, to, seal.orElseThrow());
            return;
        }
        try (OutputStream out = Files.newOutputStream(to)) {
            Files.copy(backup, out);
        }
    }

    /**
     * Gives a file that lies beside the database to whom the database belongs, else to its folder's owner, with the same
     * rights: the service must be able to open what root has put there.
     */
    public static void own(Path database, Path file) throws IOException {
        Path folder = database.toAbsolutePath().getParent();
        if (Files.exists(database)) {
            FilePermissions.like(database, file);
        } else if (folder != null) {
            FilePermissions.like(folder, file);
        }
    }

    private static void keepOld(Path database, String suffix) throws IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            Path old = Path.of(database + part);
            if (Files.exists(old)) {
                Files.move(old, Path.of(database + "." + suffix + part));
            }
        }
    }

    private static long count(Handle handle, String table) {
        return handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Long.class)
                .one();
    }

    private static void moveInto(Path beside, Path place) throws IOException {
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
