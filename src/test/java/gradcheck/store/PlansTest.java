package gradcheck.store;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.store.engine.StatementCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a student's messages ask of the database is looked up, never searched for: a turn takes as long with a hundred
 * thousand students as with a hundred (design.md §4).
 */
class PlansTest {
    private static final String EXPLAIN = "EXPLAIN QUERY PLAN ";

    /** Everything that gets a row for each student, message or act. */
    private static final String GROWING =
            "acquaintance|audit|binding|binding_failure|card|confirmation|confirmation_payload"
                    + "|conversation|correction|correction_step|inbox|mute|occasion|offer|outbox|photo_fact|postponed|relay"
                    + "|reopening|standing|student|student_status";
    /** A walk through a table, or through all that a season, a state or a college has of it. */
    private static final Pattern WALK = Pattern.compile("SCAN (?:" + GROWING + ")(?: USING.*)?"
            + "|SEARCH \\w+ USING .*\\((?:season=\\?|state=\\?|season=\\? AND college=\\?)\\)");
    /** These stop at the first row they find. */
    private static final Set<String> LAST_ONE = Set.of(
            "SELECT link, hash FROM confirmation WHERE season = ? AND college = ? ORDER BY link DESC LIMIT 1",
            "SELECT COALESCE(MAX(tag), 0) FROM correction WHERE season = ? AND college = ?");
    /** The place of the next line is behind the last one. */
    /** Through an index that has nothing else: the one thing that grows with the roster, once a message in free words. */
    private static final String PLACES = "SELECT DISTINCT s.college, s.class_name, s.major FROM student s";

    private static final String NEXT_LINE = "SELECT COALESCE(MAX(link), 0) + 1 AS link, ";
    /** This one counts once for the first receipt of a season; the number is kept (GrowthTest). */
    private static final String FIRST_RECEIPT = "SELECT COUNT(*) FROM confirmation WHERE season = ? AND version = 1";

    @TempDir
    Path folder;

    private TestBot bot;
    private int count;

    @BeforeEach
    void start() throws Exception {
        bot = new TestBot(folder);
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private void says(String name, String... words) {
        PersonId person = bot.named(name).orElseThrow();
        for (String word : words) {
            count++;
            bot.take(new Incoming.Text(person, "k" + count, bot.now(), word));
        }
    }

    private Map<String, List<String>> plans() {
        return bot.store()
                .<Map<String, List<String>>>write(tables -> {
                    Map<String, List<String>> plans = new HashMap<>();
                    StatementCache kept = (StatementCache) tables.handle().getStatementBuilder();
                    kept.texts().stream()
                            .filter(sql -> !sql.startsWith(EXPLAIN))
                            .forEach(sql -> plans.put(sql, plan(tables, sql)));
                    return plans;
                })
                .join();
    }

    private static List<String> plan(Tables tables, String sql) {
        var query = tables.handle().createQuery(EXPLAIN + sql);
        for (int i = 0; i < sql.chars().filter(c -> c == '?').count(); i++) {
            query.bind(i, (String) null);
        }
        return query.map((row, context) -> row.getString("detail")).list();
    }

    private List<String> walks() {
        List<String> walks = new ArrayList<>();
        plans().forEach((sql, plan) -> {
            boolean isExcused = LAST_ONE.contains(sql)
                    || sql.startsWith(NEXT_LINE)
                    || sql.equals(FIRST_RECEIPT)
                    || sql.startsWith(PLACES);
            plan.stream()
                    .filter(step -> !isExcused && WALK.matcher(step).matches())
                    .forEach(step -> walks.add(sql + "\n  " + step));
        });
        return walks;
    }

    @Test
    void nothing_a_student_does_walks_through_what_others_have_done() {
        says("李四", "开始核对", "已阅读", "民族改为回族", "1", "1", "我确认", "进度", "我的回执", "我的数据", "材料已寄");
        says("李四", "图像校对", "1", "1", "2", "上一步", "照片还没拍怎么办", "学生甲乙丙丁和猫", "停止提醒", "恢复提醒", "帮助");
        says("王五", "开始核对", "已阅读", "无误", "我确认", "重新核对", "取消", "联系老师", "老师我的照片不对", "删除我的聊天记录");
        assertThat(plans()).hasSizeGreaterThan(50);
        assertThat(walks()).isEmpty();
    }

    /** The test's own eyes: a walk is seen as one. */
    @Test
    void a_walk_is_seen() {
        bot.store()
                .write(tables -> tables.handle()
                        .createQuery("SELECT number FROM correction WHERE season = :season AND state = 'x'")
                        .bind("season", 2027)
                        .mapTo(String.class)
                        .list())
                .join();
        assertThat(walks()).hasSize(1);
    }
}
