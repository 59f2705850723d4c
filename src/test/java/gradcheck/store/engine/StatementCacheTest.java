package gradcheck.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementCacheTest {
    private static final String ALL = "SELECT n FROM number WHERE n >= :least ORDER BY n";

    @TempDir
    Path folder;

    private Handle handle;

    @BeforeEach
    void open() {
        handle = new Connections("jdbc:sqlite:" + folder.resolve("kept.db")).first();
        handle.execute("CREATE TABLE number (n INTEGER NOT NULL, word TEXT)");
        handle.execute("INSERT INTO number (n) VALUES (1), (2), (3)");
    }

    @AfterEach
    void close() {
        handle.close();
    }

    private List<Integer> from(int least) {
        return handle.createQuery(ALL).bind("least", least).mapTo(Integer.class).list();
    }

    @Test
    void a_statement_is_made_once_for_many_runs() {
        Set<Statement> made = Collections.newSetFromMap(new IdentityHashMap<>());
        SqlLogger runs = mock();
        doAnswer(run -> made.add(run.<StatementContext>getArgument(0).getStatement()))
                .when(runs)
                .logBeforeExecution(any());
        handle.getConfig(SqlStatements.class).setSqlLogger(runs);
        from(1);
        from(2);
        from(3);
        assertThat(made).hasSize(1).doesNotContainNull();
    }

    @Test
    void a_statement_runs_again_with_other_values() {
        assertThat(from(1)).containsExactly(1, 2, 3);
        assertThat(from(3)).containsExactly(3);
    }

    @Test
    void what_limited_it_once_does_not_limit_it_again() {
        List<Integer> one = handle.createQuery(ALL)
                .bind("least", 1)
                .setMaxRows(1)
                .mapTo(Integer.class)
                .list();
        assertThat(one).containsExactly(1);
        assertThat(from(1)).containsExactly(1, 2, 3);
    }

    @Test
    void the_same_statement_can_run_within_itself() {
        List<List<Integer>> each = new ArrayList<>();
        handle.createQuery(ALL)
                .bind("least", 1)
                .mapTo(Integer.class)
                .useStream((Stream<Integer> all) -> all.forEach(n -> each.add(from(n))));
        assertThat(each).containsExactly(List.of(1, 2, 3), List.of(2, 3), List.of(3));
        assertThat(from(2)).containsExactly(2, 3);
    }

    @Test
    void a_table_may_change_between_two_runs() {
        assertThat(from(1)).hasSize(3);
        handle.execute("ALTER TABLE number RENAME TO other");
        handle.execute("CREATE TABLE number (n INTEGER NOT NULL)");
        assertThat(from(1)).isEmpty();
    }

    /** One that were still open would keep the log from being emptied, and readers from seeing what is new. */
    @Test
    void a_kept_statement_reads_nothing_on() {
        from(1);
        assertThat(handle.createQuery("SELECT n FROM number LIMIT 2")
                        .mapTo(Integer.class)
                        .findFirst())
                .contains(1);
        assertThat(handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                        .map((row, context) -> row.getInt("busy"))
                        .one())
                .isZero();
        handle.execute("DROP TABLE number");
    }

    @Test
    void there_are_only_so_many() {
        for (int i = 0; i < 600; i++) {
            assertThat(handle.createQuery("SELECT n + " + i + " FROM number WHERE n = 1")
                            .mapTo(Integer.class)
                            .one())
                    .isEqualTo(1 + i);
        }
        assertThat(from(3)).containsExactly(3);
    }
}
