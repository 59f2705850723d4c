package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.status.StudentState;
import gradcheck.message.PersonId;
import gradcheck.store.engine.Backups;
import gradcheck.store.record.Audit;
import gradcheck.store.record.CorrectionRows;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A database as 1.0.0 left it when it was killed, its data key 32 zeros and its clock at ten on 15 March 2027: this program
 * takes it over and brings each thing to its end. Made by that program's jar, with messages over its callback.
 */
class FromVersionOneTest extends OnABot {
    private static final String SECRETARY = "jm-xinxi";
    /** Of the page that 王老师 had asked for and not opened. */
    private static final String TOKEN = "eIBnWD_1jePYfWAG5iTouZn2zD6SKb8LddEmY1nDFLI";

    private static final int SCHEMA = 12;

    @BeforeEach
    void takeOver() throws Exception {
        bot.stoppedFor(() -> {
            Files.delete(bot.file());
            Files.copy(unpacked(), bot.file(), StandardCopyOption.REPLACE_EXISTING);
            return null;
        });
    }

    private Path unpacked() throws Exception {
        Path file = folder.resolve("v1.db");
        try (InputStream in =
                new GZIPInputStream(FromVersionOneTest.class.getResourceAsStream("/upgrade/v1.0.0.db.gz"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private String say(String account, String text) {
        return say(new PersonId(account), text);
    }

    private CorrectionRows.Row first() {
        return bot.store().read(t -> t.corrections().ofCollege(2027, "")).get(0);
    }

    @Test
    void what_was_confirmed_is_there_and_its_chains_hold() {
        assertThat(say("320230100001", "我的回执")).contains("2027-00001-1（无误）");
        assertThat(say("320230100003", "我的回执")).contains("2027-00002-1（有更正）");
        assertThat(bot.store().read(t -> t.audit().check()).fault()).isEmpty();
        Map<String, Long> broken = bot.store().read(t -> t.references().broken());
        assertThat(broken).isEmpty();
    }

    @Test
    void everybody_has_a_row_of_what_is_open() {
        assertThat(bot.store().<List<String>>read(t -> t.statusRows().wrong())).isEmpty();
        Set<String> confirmed = bot.store().read(t -> t.roll().inAny(2027, Set.of(StudentState.CONFIRMED), Set.of("")));
        assertThat(confirmed).containsExactlyInAnyOrder("320230100001", "320230100003");
    }

    @Test
    void a_draft_is_confirmed_and_gets_the_next_numbers() {
        assertThat(say("320230100004", "我确认")).contains("2027-00003-1", "计算2301班→计算2308班");
        List<CorrectionRows.Row> rows = bot.store().read(t -> t.corrections().of(2027, "320230100004"));
        assertThat(rows).extracting(CorrectionRows.Row::tag).containsExactly(2);
    }

    @Test
    void an_open_question_takes_its_answer() {
        assertThat(say("320230100005", "1")).contains("2/2").doesNotContain("没看懂");
    }

    @Test
    void a_round_that_was_running_goes_out_once() {
        bot.at(Instant.parse("2027-03-15T02:07:00Z"));
        long reminders = bot.sent().stream()
                .filter(sent -> sent.text().contains("学籍信息还没有核对"))
                .count();
        assertThat(reminders).isEqualTo(5);
        bot.restart();
        bot.at(bot.now().plus(Duration.ofMinutes(5)));
        assertThat(bot.sent().stream().filter(sent -> sent.text().contains("学籍信息还没有核对")))
                .hasSize(5);
    }

    @Test
    void an_open_list_and_an_act_that_can_be_undone_are_what_the_next_words_mean() {
        assertThat(say(SECRETARY, "查 2")).contains("赵六");
        assertThat(first().state()).isEqualTo(CorrectionState.PASSED);
        assertThat(say(SECRETARY, "撤销")).contains("已撤销");
        assertThat(first().state()).isEqualTo(CorrectionState.PENDING);
    }

    @Test
    void a_page_that_was_asked_for_opens_for_whom_it_is() {
        assertThat(bot.pages().owner(TOKEN)).contains(new PersonId(SECRETARY));
        assertThat(bot.pages().open(TOKEN, "session")).isTrue();
    }

    @Test
    void a_binding_holds_and_a_locked_account_stays_locked() {
        assertThat(say("bound-wx", "进度")).contains("周小明");
        assertThat(say("locked-wx", "开始核对")).doesNotContain("1/3");
    }

    @Test
    void the_copy_made_before_is_the_way_back_to_1_0_0() throws Exception {
        String lost = say("320230100004", "我确认");
        assertThat(lost).contains("2027-00003-1");
        Instant now = bot.now().plusSeconds(60);
        Audit.Entry told = new Audit.Entry("back", now, new PersonId("terminal"), "restore", "", "ok");
        String address = "jdbc:sqlite:" + bot.file();
        Path copy = unpacked();
        bot.stoppedFor(() -> {
            Backups.Restored restored = Backups.restore(copy, address, new Backups.Way(Optional.empty(), told, "old"));
            assertThat(restored.gap().until()).isEqualTo(now);
            try (var raw = DriverManager.getConnection(address);
                    ResultSet schema = raw.createStatement().executeQuery("PRAGMA user_version")) {
                assertThat(schema.getInt(1)).as("as 1.0.0 can open it").isEqualTo(SCHEMA);
            }
            return null;
        });
        // 13 students, two of whom had confirmed.
        assertThat(say("320230100004", "我确认")).contains("2027-00014-1");
    }
}
