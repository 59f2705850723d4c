package gradcheck.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.sqlite.ProgressHandler;

/** What SQLite's machine does for some work, in its own steps: the same on every computer. */
public final class Steps {
    private Steps() {}

    public static long of(Tables tables, Consumer<Tables> work) {
        AtomicLong steps = new AtomicLong();
        try {
            Connection connection = tables.handle().getConnection();
            ProgressHandler.setHandler(connection, 1, new ProgressHandler() {
                @Override
                protected int progress() {
                    steps.incrementAndGet();
                    return 0;
                }
            });
            work.accept(tables);
            ProgressHandler.clearHandler(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return steps.get();
    }
}
