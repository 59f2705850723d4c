package gradcheck.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections as design.md §4.2 wants them: WAL, FULL for the writer, query-only for readers. */
final class Connections {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final int BUSY_MILLIS = 5000;
    /** After a large transaction the WAL file is cut back to this size. */
    private static final int WAL_BYTES = 64 * 1024 * 1024;

    private final String address;
    private final SQLiteConfig.SynchronousMode synchronous;
    private final Jdbi readers;
    private @Nullable Object key;

    Connections(String address) {
        this(address, SQLiteConfig.SynchronousMode.FULL);
    }

    /** @param synchronous FULL, but where a test shows what less would lose */
    Connections(String address, SQLiteConfig.SynchronousMode synchronous) {
        if (!address.startsWith(SQLITE)) {
            throw new IllegalArgumentException("GRADCHECK_DATABASE must begin with " + SQLITE + ", not " + address);
        }
        this.address = address;
        this.synchronous = synchronous;
        makePlace(file(address));
        this.readers = Jdbi.create(() -> open(false, false));
    }

    /** The database's file. */
    static Path file(String address) {
        return Path.of(address.substring(SQLITE.length()));
    }

    /** A connection without settings, for whole-file work. */
    Handle plain() {
        return Jdbi.create(address).open();
    }

    Handle writer() {
        return Jdbi.create(() -> open(true, false)).open();
    }

    /** Opens it for the first time, when the file may still have to be made; from now on it must be this file. */
    Handle first() {
        Handle handle = Jdbi.create(() -> open(true, true)).open();
        key = fileKey();
        return handle;
    }

    /**
     * SQLite goes on in a file that was moved away or deleted, and everything would be lost with the process.
     *
     * @throws Trouble.Unsound if another file or none is in its place
     */
    void checkInPlace() {
        if (key != null && !key.equals(fileKey())) {
            throw new Trouble.Unsound(Trouble.GONE, file(address) + " was moved, deleted or replaced");
        }
    }

    /** What really failed: SQLite can't tell a file that is gone or read-only from one that it just can't open. */
    RuntimeException blame(RuntimeException failure) {
        if (key != null && !key.equals(fileKey())) {
            return new Trouble.Unsound(Trouble.GONE, String.valueOf(failure.getMessage()));
        }
        boolean unopened =
                Trouble.of(failure).filter(t -> t == Trouble.UNREADABLE).isPresent();
        boolean writable = Files.isWritable(file(address))
                && Files.isWritable(file(address).toAbsolutePath().getParent());
        return unopened && Files.exists(file(address)) && !writable
                ? new Trouble.Unsound(Trouble.READ_ONLY, String.valueOf(failure.getMessage()))
                : failure;
    }

    private @Nullable Object fileKey() {
        try {
            return Files.readAttributes(file(address), BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    void emptyLog() {
        try (Handle handle = writer()) {
            handle.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    <T> T reading(Function<Handle, T> work) {
        return readers.withHandle(work::apply);
    }

    /** @param making whether a file that is not there is made; later an empty one would hide that it is gone */
    private Connection open(boolean writing, boolean making) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        if (!making) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setJournalSizeLimit(WAL_BYTES);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "0");
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "fast");
        Connection connection = config.createConnection(address);
        if (!writing) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only=ON");
            }
        }
        return connection;
    }

    private static void makePlace(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            OwnersOnly.make(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the database: " + file, e);
        }
    }
}
