package gradcheck.store.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps a connection's prepared statements for the next time: making one takes SQLite longer than most of ours take to
 * run. Belongs to one connection, and like it to one thread at a time.
 */
public final class StatementCache extends DefaultStatementBuilder {
    /** There are fewer constant statements; those with lists in them come and go. */
    private static final int MOST = 256;

    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>();
    /** By what they were made from: what {@code close} is told is the text before its names became question marks. */
    private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

    /** A kept one, which is nobody else's until it is closed. */
    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement idle = kept.remove(sql);
        PreparedStatement statement = idle == null ? super.create(connection, sql, context) : idle;
        lent.put(statement, sql);
        return statement;
    }

    @Override
    public void close(Connection connection, String named, Statement statement) throws SQLException {
        String sql = lent.remove(statement);
        boolean isOurs = sql != null && !statement.isClosed() && !kept.containsKey(sql);
        if (!isOurs || !(statement instanceof PreparedStatement prepared)) {
            super.close(connection, named, statement);
            return;
        }
        // Bindings stay until the next use binds all of them anew: SQLite, told of cleared ones, would plan anew (a
        // fifth
        // of a turn). A limit would hold for the next use, too.
        if (prepared.getMaxRows() != 0) {
            prepared.setMaxRows(0);
        }
        kept.put(sql, prepared);
        if (kept.size() > MOST) {
            Iterator<PreparedStatement> oldest = kept.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
    }

    /** What is kept, as SQLite was told it. */
    public Set<String> texts() {
        return Set.copyOf(kept.keySet());
    }

    /** The connection is about to be closed. */
    @Override
    public void close(Connection connection) {
        for (PreparedStatement statement : new ArrayList<>(kept.values())) {
            try {
                statement.close();
            } catch (SQLException e) {
                // The connection that is closed next takes it along.
            }
        }
        kept.clear();
    }
}
