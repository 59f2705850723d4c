package gradcheck.store.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens connections as design.md §4.2 wants them: WAL, FULL for the writer, query-only for readers. Readers are kept for
 * the next read: opening one costs more than most of what is read.
 */
public final class Connections {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final int BUSY_MILLIS = 5000;
    /** After a large transaction the WAL file is cut back to this size. */
    private static final int WAL_BYTES = 64 * 1024 * 1024;

    /** It remembers what it has parsed; all statements are constants. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    /** More reads at a time are rare; theirs are closed again. */
    private static final int IDLE = 8;

    private final String address;
    private final SQLiteConfig.SynchronousMode synchronous;
    private final Jdbi readers;
    private final BlockingQueue<Handle> idle = new ArrayBlockingQueue<>(IDLE);
    private volatile boolean closed;
    private @Nullable Object key;

    public Connections(String address) {
        this(address, SQLiteConfig.SynchronousMode.FULL);
    }

    /** @param synchronous FULL, but where a test shows what less would lose */
    public Connections(String address, SQLiteConfig.SynchronousMode synchronous) {
        if (!address.startsWith(SQLITE)) {
            throw new IllegalArgumentException("GRADCHECK_DATABASE must begin with " + SQLITE + ", not " + address);
        }
        this.address = address;
        this.synchronous = synchronous;
        makePlace(file(address));
        this.readers = jdbi(() -> open(false, false));
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
        return jdbi(() -> open(true, false)).open();
    }

    private static Jdbi jdbi(ConnectionFactory factory) {
        Jdbi jdbi = Jdbi.create(factory);
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        jdbi.setStatementBuilderFactory(connection -> new StatementCache());
        return jdbi;
    }

    /** Opens it for the first time, when the file may still have to be made; from now on it must be this file. */
    Handle first() {
        Handle handle = jdbi(() -> open(true, true)).open();
        key = fileKey();
        return handle;
    }

    /**
     * SQLite goes on in a file that was moved away or deleted, and everything would be lost with the process.
     *
     * @throws Trouble.Unsound if another file or none is in its place
     */
    void checkInPlace() {
        if (isGone()) {
            throw new DatabaseFault.Unsound(DatabaseFault.GONE, file(address) + " was moved, deleted or replaced");
        }
    }

    /** What really failed: SQLite can't tell a file that is gone or read-only from one that it just can't open. */
    public RuntimeException blame(RuntimeException failure) {
        if (isGone()) {
            return new DatabaseFault.Unsound(DatabaseFault.GONE, String.valueOf(failure.getMessage()));
        }
        boolean unopened = DatabaseFault.of(failure)
                .filter(t -> t == DatabaseFault.UNREADABLE)
                .isPresent();
        return unopened && Files.exists(file(address)) && !isWritable()
                ? new DatabaseFault.Unsound(DatabaseFault.READ_ONLY, String.valueOf(failure.getMessage()))
                : failure;
    }

    /** A disk that turned read-only by itself says so to nobody but who tries to make a file. */
    private boolean isWritable() {
        Path probe = Path.of(file(address) + ".probe");
        try {
            Files.deleteIfExists(probe);
            Files.createFile(probe);
            Files.delete(probe);
            return Files.isWritable(file(address));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isGone() {
        return key != null && !key.equals(fileKey());
    }

    private @Nullable Object fileKey() {
        try {
            return Files.readAttributes(file(address), BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    public void emptyLog() {
        try (Handle handle = writer()) {
            handle.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** What went wrong in the middle of a read takes its connection along. */
    public <T> T reading(Function<Handle, T> work) {
        Handle handle = reader();
        boolean isSound = false;
        try {
            T result = work.apply(handle);
            isSound = true;
            return result;
        } finally {
            if (!isSound || closed || !idle.offer(handle)) {
                handle.close();
            }
        }
    }

    /** A kept one would go on reading a file that is gone. */
    private Handle reader() {
        Handle kept = idle.poll();
        if (kept == null) {
            return readers.open();
        }
        if (isGone()) {
            kept.close();
            return readers.open();
        }
        return kept;
    }

    /** No read is kept waiting; those under way close their connections themselves. */
    public void close() {
        closed = true;
        for (Handle handle = idle.poll(); handle != null; handle = idle.poll()) {
            handle.close();
        }
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
        // Nothing here asks for the key of a new row, and looking it up after each would cost as much as the row.
        config.setGetGeneratedKeys(false);
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
            FilePermissions.make(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the database: " + file, e);
        }
    }
}
