package gradcheck.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Consistent copies of the database while the bot writes, and the way back.
 *
 * <p>{@code VACUUM INTO}, not SQLite's backup API: that one begins anew with every commit of somebody else and never ends
 * under load (engineering-facts §2).
 */
public final class Backups {
    private Backups() {}

    /** What a database holds, in the two numbers that people know by heart. */
    public record Contents(long students, long confirmations) {}

    /**
     * Writes a copy: first beside its place, checked and on disk, then under its name.
     *
     * @param address the JDBC address of the database
     * @return what the copy holds
     * @throws IOException if it can't be written, or the copy is not sound
     */
    public static Contents copy(String address, Path to) throws IOException {
        Path beside = to.resolveSibling(to.getFileName() + ".tmp");
        Files.deleteIfExists(beside);
        OwnersOnly.make(beside);
        try (Handle handle = new Connections(address).plain()) {
            handle.execute("VACUUM INTO ?", beside.toString());
        }
        Contents held = check(beside);
        moveInto(beside, to);
        return held;
    }

    /**
     * Whether the file is a sound database of this program, no newer than it.
     *
     * @return what it holds
     * @throws IOException that says what is wrong
     */
    public static Contents check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("no such file: " + file);
        }
        try (Handle handle = new Connections("jdbc:sqlite:" + file).plain()) {
            String verdict = handle.createQuery("PRAGMA integrity_check")
                    .mapTo(String.class)
                    .first();
            int schema = handle.createQuery("PRAGMA user_version")
                    .mapTo(Integer.class)
                    .one();
            if (!verdict.equals("ok") || schema < 1 || schema > Migrations.newest()) {
                throw new IOException(file + ": integrity " + verdict + ", schema " + schema);
            }
            return new Contents(count(handle, "student"), count(handle, "confirmation"));
        } catch (org.jdbi.v3.core.JdbiException e) {
            throw new IOException(file + " is no database of this program", e);
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
     * Puts a checked copy in the place of the database; what stood there is kept beside it.
     *
     * @param suffix of the files that are kept, for example {@code before-20270601-0930}
     */
    public static Contents restore(Path backup, String address, String suffix) throws IOException {
        Contents held = check(backup);
        Path database = Connections.file(address);
        // The copy comes first: where there is no room for it, what stood there still does.
        Path beside = Path.of(database + ".tmp");
        Files.deleteIfExists(beside);
        OwnersOnly.make(beside);
        try (OutputStream out = Files.newOutputStream(beside)) {
            Files.copy(backup, out);
        }
        for (String part : List.of("", "-wal", "-shm")) {
            Path old = Path.of(database + part);
            if (Files.exists(old)) {
                Files.move(old, Path.of(database + "." + suffix + part));
            }
        }
        moveInto(beside, database);
        return held;
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
