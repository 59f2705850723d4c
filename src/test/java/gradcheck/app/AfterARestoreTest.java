package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.message.PersonId;
import gradcheck.store.engine.Backups;
import gradcheck.store.record.Audit;
import gradcheck.store.record.CorrectionRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A5: after a restore no number is given twice, and who lost something is told so. */
class AfterARestoreTest extends OnABot {
    private static final Pattern RECEIPT = Pattern.compile("2027-\\d{5,}-\\d+");
    private static final String COLLEGE = "信息科学与工程学院";
    private static final String NUMBER = "320230100001";

    private int restores;
    private Instant now = Instant.parse("2027-03-15T02:00:00Z");

    private String confirmed(String name) {
        PersonId who = bot.named(name).orElseThrow();
        say(who, "开始核对");
        say(who, "已阅读");
        say(who, "无误");
        return receipt(say(who, "我确认"));
    }

    private static String receipt(String said) {
        Matcher receipt = RECEIPT.matcher(said);
        assertThat(receipt.find()).as(said).isTrue();
        return receipt.group();
    }

    private String address() {
        return "jdbc:sqlite:" + bot.file();
    }

    private Path copy() throws Exception {
        Path copy = folder.resolve("b.db");
        Backups.copy(address(), copy, now);
        return copy;
    }

    private Backups.Restored put(Path copy) throws Exception {
        now = now.plusSeconds(60);
        restores++;
        Audit.Entry told = new Audit.Entry("r" + restores, now, new PersonId("terminal"), "restore", "", "ok");
        return Backups.restore(copy, address(), new Backups.Way(Optional.empty(), told, "old" + restores));
    }

    private void restore(Path copy) throws Exception {
        bot.stoppedFor(() -> put(copy));
    }

    /** As if the disk had died with the database. */
    private void restoreOnNothing(Path copy, String... beside) throws Exception {
        bot.stoppedFor(() -> {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(bot.file() + part));
            }
            for (String part : beside) {
                Files.delete(Path.of(bot.file() + part));
            }
            return put(copy);
        });
    }

    private int corrected(int tags) {
        CorrectionRows.Owner owner = new CorrectionRows.Owner(2027, COLLEGE, NUMBER, 1);
        CorrectionRows.New added = new CorrectionRows.New("BH", "a", "b", "一般信息", CorrectionState.PENDING, Map.of());
        int last = 0;
        for (int i = 0; i < tags; i++) {
            last = bot.store()
                    .write(t -> t.corrections().add(owner, added, now))
                    .join();
        }
        return last;
    }

    @Test
    void a_receipt_number_of_the_gap_is_not_given_again() throws Exception {
        assertThat(confirmed("李四")).isEqualTo("2027-00001-1");
        Path copy = copy();
        assertThat(confirmed("张三")).isEqualTo("2027-00002-1");
        restore(copy);
        // 120 students, one of whom had confirmed in the copy.
        assertThat(confirmed("赵六")).isEqualTo("2027-00121-1");
    }

    @Test
    void the_same_copy_restored_twice_begins_above_what_was_given_after_the_first_time() throws Exception {
        Path copy = copy();
        restore(copy);
        String once = confirmed("李四");
        assertThat(corrected(1)).isEqualTo(101);
        restore(copy);
        assertThat(confirmed("李四")).isGreaterThan(once);
        assertThat(corrected(1)).isEqualTo(201);
    }

    @Test
    void the_same_copy_restored_twice_where_the_database_is_lost_begins_above_too() throws Exception {
        Path copy = copy();
        restoreOnNothing(copy);
        String once = confirmed("李四");
        int tag = corrected(1);
        restoreOnNothing(copy);
        assertThat(confirmed("李四")).isGreaterThan(once);
        assertThat(corrected(1)).isGreaterThan(tag + 100);
    }

    @Test
    void the_same_copy_restored_on_a_machine_that_knows_nothing_begins_above_by_its_age() throws Exception {
        Path copy = copy();
        restoreOnNothing(copy);
        String once = confirmed("李四");
        restoreOnNothing(copy, ".numbers");
        assertThat(confirmed("李四")).isGreaterThan(once);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 101", "98, 1, 101", "99, 1, 201", "99, 3, 201", "100, 0, 201", "7, 120, 201"})
    void correction_numbers_go_on_at_the_next_free_hundred(int before, int inTheGap, int next) throws Exception {
        corrected(before);
        Path copy = copy();
        corrected(inTheGap);
        restore(copy);
        assertThat(corrected(1)).isEqualTo(next);
        assertThat(corrected(1)).isEqualTo(next + 1);
    }

    @Test
    void where_nothing_tells_how_many_there_were_a_whole_hundred_is_left_out() throws Exception {
        corrected(99);
        Path copy = copy();
        corrected(20);
        restoreOnNothing(copy);
        assertThat(corrected(1)).isEqualTo(301);
    }

    @Test
    void a_draft_of_an_old_copy_goes_on_and_gets_a_number_of_its_own() throws Exception {
        say("开始核对");
        say("已阅读");
        say("班级改为计算2301班");
        Path copy = copy();
        String lost = receipt(say("我确认"));
        restore(copy);
        assertThat(receipt(say("我确认"))).isNotEqualTo(lost).isEqualTo("2027-00121-1");
        List<CorrectionRows.Row> rows = bot.store().read(t -> t.corrections().of(2027, NUMBER));
        assertThat(rows).extracting(CorrectionRows.Row::tag).containsExactly(101);
    }

    @Test
    void the_gap_and_the_restore_are_kept_and_told() throws Exception {
        confirmed("李四");
        Path copy = copy();
        Backups.Restored[] restored = new Backups.Restored[1];
        bot.stoppedFor(() -> restored[0] = put(copy));
        assertThat(restored[0].gap().from()).isEqualTo(bot.now());
        assertThat(restored[0].gap().until()).isEqualTo(now);
        assertThat(restored[0].unconfirmed()).isEqualTo(119);
        int told = bot.store().read(t -> t.audit().countOf("", new PersonId("nobody")));
        assertThat(told).isPositive();
        assertThat(bot.store().read(t -> t.audit().check()).fault()).isEmpty();
    }

    @Test
    void a_receipt_of_the_gap_and_whoever_may_have_lost_one_get_a_truthful_answer() throws Exception {
        Path copy = copy();
        String lost = confirmed("李四");
        restore(copy);
        assertThat(say("我的回执 " + lost)).contains(lost + " 查不到", "丢了", "再确认一次", "开始核对");
        assertThat(say(lost)).contains(lost + " 查不到");
        assertThat(say("我的回执")).contains("丢了", "3月15日 10:00", "开始核对");
        assertThat(say("进度")).contains("丢了", "开始核对").doesNotContain("还没核对");
        String again = confirmed("李四");
        assertThat(say(again)).contains(again + "（无误）");
        assertThat(say("我的回执")).contains(again).doesNotContain("丢了");
        assertThat(say(bot.named("张三").orElseThrow(), again))
                .contains("不是你现在的回执")
                .doesNotContain("无误");
    }

    @Test
    void without_a_gap_an_unknown_receipt_is_not_said_to_be_lost() {
        assertThat(say("2027-00317-1")).contains("查不到", "抄错").doesNotContain("丢了");
        assertThat(say("我的回执")).contains("还没有确认过");
    }
}
