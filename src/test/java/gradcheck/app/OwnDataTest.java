package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Incoming;
import gradcheck.message.TextLimit;
import gradcheck.store.outbox.Outbox;
import gradcheck.turn.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a person goes when it is said to go; and people are heard as fast as they may write. */
class OwnDataTest extends OnABot {
    private int answers() {
        return bot.store().read(t -> t.inbox().answersTo(student));
    }

    private List<Outbox.Row> outbox() {
        return bot.store().read(t -> t.outbox().of(student, 50));
    }

    @Test
    void what_was_said_is_forgotten_after_the_time_the_season_keeps_it() {
        List.of("开始核对", "已阅读", "无误", "我确认").forEach(this::say);
        bot.doWhatIsDue();
        bot.at(bot.now().plus(Duration.ofDays(89)));
        assertThat(answers()).isEqualTo(4);
        bot.at(bot.now().plus(Duration.ofDays(2)));
        assertThat(answers()).isZero();
        assertThat(outbox()).isNotEmpty().filteredOn(r -> !r.body().isEmpty()).isEmpty();
        assertThat(say("我的回执")).contains("2027-00001-1");
    }

    @Test
    void what_is_forgotten_stands_in_no_file_any_more() throws Exception {
        List.of("开始核对", "已阅读", "专业改为火星考古学").forEach(this::say);
        bot.doWhatIsDue();
        assertThat(filesWith("火星考古学")).isNotEmpty();
        bot.at(bot.now().plus(Duration.ofDays(91)));
        assertThat(filesWith("火星考古学")).isEmpty();
    }

    private List<String> filesWith(String text) throws Exception {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        for (String name : List.of("test.db", "test.db-wal")) {
            if (Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1)
                    .contains(bytes)) {
                found.add(name);
            }
        }
        return found;
    }

    @Test
    void what_a_student_deletes_is_gone_and_the_ledger_stays() {
        List.of("开始核对", "已阅读", "专业改为法学").forEach(this::say);
        bot.doWhatIsDue();
        List<String> before = outbox().stream().map(Outbox.Row::id).toList();
        say("删除我的聊天记录");
        assertThat(say("1")).contains("已经删了");
        assertThat(answers()).isEqualTo(1);
        assertThat(outbox())
                .filteredOn(r -> before.contains(r.id()))
                .hasSameSizeAs(before)
                .allSatisfy(r -> assertThat(r.body()).isEmpty());
        assertThat(say("开始核对")).contains("1/4");
        assertThat(say("已阅读")).doesNotContain("法学");
    }

    @Test
    void a_deletion_that_was_not_asked_for_just_before_is_none() {
        List.of("开始核对", "已阅读", "删除我的聊天记录", "进度").forEach(this::say);
        assertThat(say("确认删除")).doesNotContain("已经删了");
        assertThat(answers()).isGreaterThan(4);
    }

    @Test
    void everything_that_is_told_about_the_data_fits_one_message() {
        for (String word : List.of("隐私说明", "我的数据", "删除我的聊天记录", "文字版", "按钮版")) {
            assertThat(TextLimit.bytes(say(word))).isBetween(1, TextLimit.BYTES);
        }
    }

    @Test
    void who_floods_is_asked_to_slow_down_once_and_nobody_else_notices() {
        bot.keepPace();
        List<String> said =
                java.util.stream.IntStream.range(0, 40).mapToObj(i -> say("进度")).toList();
        assertThat(said.stream().filter(s -> s.contains("核对进度"))).hasSize(10);
        assertThat(said.stream().filter(s -> s.contains("慢一点"))).hasSize(1);
        assertThat(said.stream().filter(String::isEmpty)).hasSize(29);
        assertThat(take(bot.named("王五").orElseThrow(), "进度")).isInstanceOf(Answer.Says.class);
        bot.restart();
        assertThat(say("进度")).isEmpty();
        assertThat(bot.take(new Incoming.Text(student, "n1", bot.now(), "进度"))).isEqualTo(new Answer.Says(said.get(0)));
        bot.at(bot.now().plusSeconds(30));
        assertThat(say("进度")).contains("核对进度");
    }
}
