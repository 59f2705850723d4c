package gradcheck.store.engine;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/** Why the database takes no more writes, with the cure; words for the log and for {@code /health}. */
public enum DatabaseFault {
    FULL("full", "free_space_on_the_disk"),
    READ_ONLY("read_only", "make_the_file_its_folder_and_the_disk_writable"),
    LOCKED("locked", "close_the_other_program_that_holds_the_database"),
    DAMAGED("damaged", "stop_the_bot_and_run_gradcheck_restore_with_the_latest_backup"),
    GONE("gone", "put_the_file_back_or_stop_the_bot_and_run_gradcheck_restore"),
    UNREADABLE("unreadable", "check_the_disk_its_mount_and_the_rights_on_the_folder");

    private static final int PRIMARY = 0xFF;

    private final String word;
    private final String cure;

    DatabaseFault(String word, String cure) {
        this.word = word;
        this.cure = cure;
    }

    public String word() {
        return word;
    }

    public String cure() {
        return cure;
    }

    /** What a failure says about the database; empty where it is the work's own. */
    public static Optional<DatabaseFault> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unsound unsound) {
                return Optional.of(unsound.trouble());
            }
            if (cause instanceof SQLException sql) {
                return of(sql.getErrorCode(), String.valueOf(sql.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** By the code's first byte; only where the room for the shared index is missing the rest says more. */
    private static Optional<DatabaseFault> of(int code, String message) {
        SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(code & PRIMARY);
        return switch (primary) {
            case SQLITE_FULL -> Optional.of(FULL);
            case SQLITE_READONLY, SQLITE_PERM -> Optional.of(READ_ONLY);
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> Optional.of(LOCKED);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Optional.of(DAMAGED);
            case SQLITE_IOERR -> Optional.of(message.contains("SHMSIZE") ? FULL : UNREADABLE);
            case SQLITE_CANTOPEN -> Optional.of(UNREADABLE);
            default -> Optional.empty();
        };
    }

    /** Found by looking, not told by SQLite. */
    static final class Unsound extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private final DatabaseFault trouble;

        Unsound(DatabaseFault trouble, String found) {
            super(found);
            this.trouble = trouble;
        }

        DatabaseFault trouble() {
            return trouble;
        }
    }
}
