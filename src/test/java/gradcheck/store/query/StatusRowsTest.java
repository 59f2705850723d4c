package gradcheck.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.app.TestSettings;
import gradcheck.domain.Season;
import gradcheck.domain.status.StateBits;
import gradcheck.domain.status.StudentState;
import gradcheck.store.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written, each student's row is what the other tables say when the transaction ends. */
class StatusRowsTest {
    private static final int SEASONS = 3;
    private static final int TRANSACTIONS = 150;
    /** Nobody in the sample has such a certificate, and no act gives anybody one. */
    private static final Set<StudentState> OF_ROSTER =
            EnumSet.range(StudentState.OVERSEAS, StudentState.PERHAPS_DOUBTFUL);

    private static final Season SEASON = TestSettings.season();

    @TempDir
    Path folder;

    @Test
    void a_random_season_leaves_no_row_behind() throws Exception {
        Set<StudentState> seen = EnumSet.copyOf(OF_ROSTER);
        for (int seed = 0; seed < SEASONS; seed++) {
            try (TestBot bot = new TestBot(Files.createDirectory(folder.resolve("season" + seed)))) {
                RandomActs acts = new RandomActs(new Random(seed), bot);
                for (int i = 0; i < TRANSACTIONS; i++) {
                    String done = bot.store().write(acts::some).join();
                    List<String> wrong = bot.store().read(StatusRowsTest::wrong);
                    assertThat(wrong).as(done).isEmpty();
                    bot.store().read(tables -> seen.addAll(states(tables)));
                }
            }
        }
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen)))
                .as("the acts bring somebody into every state")
                .isSubsetOf(StudentState.UNSUBMITTED);
    }

    private static Set<StudentState> states(Tables tables) {
        Set<StudentState> states = EnumSet.noneOf(StudentState.class);
        tables.handle()
                .createQuery("SELECT DISTINCT states FROM student_status")
                .mapTo(Long.class)
                .forEach(bits -> states.addAll(StateBits.read(bits)));
        return states;
    }

    private static List<String> wrong(Tables tables) {
        return tables.statusRows().wrong();
    }

    @Test
    void a_row_that_somebody_has_changed_is_found_and_renewed() throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            bot.store()
                    .write(tables -> tables.handle()
                            .execute("UPDATE student_status SET states = 0 WHERE number = '320230100003'"))
                    .join();
            assertThat(bot.store().<List<String>>read(StatusRowsTest::wrong)).containsExactly("320230100003");
            bot.store()
                    .write(tables -> {
                        tables.statusRows().rewrite(SEASON.year(), wrong(tables));
                        return true;
                    })
                    .join();
            assertThat(bot.store().<List<String>>read(StatusRowsTest::wrong)).isEmpty();
        }
    }

    @Test
    void rows_that_are_missing_or_of_another_config_are_made_before_anybody_reads_them() throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            bot.store()
                    .write(tables -> {
                        tables.handle().execute("DELETE FROM student_status WHERE number LIKE '%3'");
                        return tables.handle().execute("UPDATE student_status SET rules = 1, states = 0");
                    })
                    .join();
            bot.restart();
            assertThat(bot.store().<List<String>>read(StatusRowsTest::wrong)).isEmpty();
        }
    }
}
