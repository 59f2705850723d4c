package gradcheck.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The messages that a bot's outbox holds, seen from outside: what was queued, and what of it still waits.
 *
 * @param queued ever
 * @param waiting not settled yet
 */
record Cards(long queued, long waiting) {
    private static final String COUNT = "SELECT COUNT(*) AS queued,"
            + " SUM(CASE WHEN state <> 'settled' THEN 1 ELSE 0 END) AS waiting FROM outbox";

    /** None where there is no such database. */
    static Cards in(Path database) throws SQLException {
        if (!Files.exists(database)) {
            return new Cards(0, 0);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only=ON");
            try (ResultSet row = statement.executeQuery(COUNT)) {
                row.next();
                return new Cards(row.getLong("queued"), row.getLong("waiting"));
            }
        }
    }
}
