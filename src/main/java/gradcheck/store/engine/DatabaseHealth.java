package gradcheck.store.engine;

import gradcheck.log.Cause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database can be written: told once when it can't any more, and once when it can again. */
public final class DatabaseHealth {
    private static final Logger log = LoggerFactory.getLogger(DatabaseHealth.class);

    private @Nullable DatabaseFault trouble;

    public synchronized Optional<DatabaseFault> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Looks at what went wrong; a failure of the work itself says nothing about the database. */
    public synchronized void failed(Throwable failure) {
        DatabaseFault found = DatabaseFault.of(failure).orElse(trouble);
        if (found != null && found != trouble) {
            log.error("event=database_{} cure={} cause={}", found.word(), found.cure(), Cause.of(failure));
            trouble = found;
        }
    }

    /** A write has reached the disk. */
    synchronized void proven() {
        if (trouble != null) {
            log.warn("event=database_well_again was={}", trouble.word());
            trouble = null;
        }
    }
}
