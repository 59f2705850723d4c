package gradcheck.store.engine;

import java.io.IOException;

/** Why a file is no backup that can be put in the place of the database. */
public final class BadBackup extends IOException {
    private static final long serialVersionUID = 1;

    private final Fault fault;

    public BadBackup(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public BadBackup(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** What is wrong; each has its own cure. */
    public enum Fault {
        MISSING,
        /** Neither a sealed copy nor a database. */
        NO_BACKUP,
        /** Sealed, and there is no key at all. */
        NO_KEY,
        /** Sealed with a key that is neither the present nor the previous one. */
        WRONG_KEY,
        TRUNCATED,
        TAMPERED,
        /** A database that SQLite finds unsound. */
        DAMAGED,
        /** Written by a newer program. */
        NEWER;

        /** As the name of its sentence ends. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Fault fault() {
        return fault;
    }
}
