package gradcheck.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/** Opens connections as design.md §4.2 wants them: WAL, FULL for the writer, query-only for readers. */
final class Connections {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final int BUSY_MILLIS = 5000;
    /** After a large transaction the WAL file is cut back to this size. */
    private static final int WAL_BYTES = 64 * 1024 * 1024;

    private final String address;
    private final Jdbi readers;

    Connections(String address) {
        if (!address.startsWith(SQLITE)) {
            throw new IllegalArgumentException("GRADCHECK_DATABASE must begin with " + SQLITE + ", not " + address);
        }
        this.address = address;
        makeFolder(file(address));
        this.readers = Jdbi.create(() -> open(false));
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
        return Jdbi.create(() -> open(true)).open();
    }

    <T> T reading(Function<Handle, T> work) {
        return readers.withHandle(work::apply);
    }

    private Connection open(boolean writing) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
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

    private static void makeFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("cannot make the folder of the database: " + folder, e);
        }
    }
}
