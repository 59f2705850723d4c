package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Incoming;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How often a student's turn goes to the database: each time costs more than what is done with the answer. With
 * {@code -Dstatements} the statements are printed.
 */
class TurnStatementsTest extends OnABot {
    private static final List<String> CONVERSATION = List.of("开始核对", "已阅读", "进度", "无误", "我的回执", "照片还没拍怎么办", "学生甲乙丙丁和猫");
    /** With cards; 1.0.0 had 23.5 without their ends. */
    private static final double MOST_ON_AVERAGE = 18;

    private final List<String> statements = new ArrayList<>();

    @BeforeEach
    void listen() {
        say("你好");
        bot.store()
                .write(tables -> tables.handle().getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
                    @Override
                    public void logBeforeExecution(StatementContext context) {
                        statements.add(context.getParsedSql().getSql() + " -- " + context.getBinding());
                    }
                }))
                .join();
    }

    private List<String> statementsOf(String word) {
        statements.clear();
        bot.take(new Incoming.Text(student, nextKey(), bot.now(), word));
        List<String> turn = statements.stream().filter(s -> !isOfSending(s)).toList();
        if (System.getProperty("statements") != null) {
            System.out.printf(Locale.ROOT, "%s: %d%n  %s%n", word, turn.size(), String.join("\n  ", turn));
        }
        return turn;
    }

    /** The test's bot sends right after the turn; that is counted by claims, not by turns. */
    private static boolean isOfSending(String statement) {
        return statement.contains("batch") || statement.contains("sending_") || statement.contains("unreachable");
    }

    @Test
    void a_turn_asks_for_nothing_twice() {
        for (String word : CONVERSATION) {
            Set<String> before = new HashSet<>();
            assertThat(statementsOf(word))
                    .filteredOn(s -> s.startsWith("SELECT") && !before.add(s))
                    .as(word)
                    .isEmpty();
        }
    }

    @Test
    void a_usual_turn_goes_to_the_database_so_often() {
        double average = CONVERSATION.stream()
                .mapToInt(word -> statementsOf(word).size())
                .average()
                .orElseThrow();
        assertThat(average).isLessThanOrEqualTo(MOST_ON_AVERAGE);
    }
}
