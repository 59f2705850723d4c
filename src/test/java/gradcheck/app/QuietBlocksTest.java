package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.reminders.ReminderRounds;
import gradcheck.turn.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two blocks a day in which nothing goes out that nobody waits for, of whatever kind; on the real bot. */
class QuietBlocksTest {
    private static final PersonId SECRETARY = new PersonId("jm-xinxi");
    private static final PersonId OTHER_SECRETARY = new PersonId("jm-huaxue");

    @TempDir
    Path folder;

    private TestBot bot;
    private int count;

    @BeforeEach
    void start() throws Exception {
        Path config = TestBot.copied(folder, Map.of());
        Path reminders = config.resolve("reminders.yml");
        String text = Files.readString(reminders, StandardCharsets.UTF_8)
                .replace("quiet_from: \"22:00\"\n", "quiet: [\"22:00-08:45\", \"12:00-14:00\"]\n")
                .replace("quiet_to: \"08:00\"\n", "")
                .replace("at: \"12:20\"", "at: \"11:50\"");
        Files.writeString(reminders, text, StandardCharsets.UTF_8);
        bot = new TestBot(folder, Map.of(), Map.of("GRADCHECK_CONFIG", config.toString()));
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private String say(PersonId who, String... texts) {
        String last = "";
        for (String text : texts) {
            count++;
            Answer answer = bot.take(new Incoming.Text(who, "q" + count, bot.now(), text));
            last = answer instanceof Answer.Says says ? says.text() : "";
        }
        return last;
    }

    private PersonId named(String name) {
        return bot.named(name).orElseThrow();
    }

    /** Everything that people who don't wait for it are sent, each kind with what it says. */
    private void makeAllKinds() {
        say(SECRETARY, "延期 张三 5月30日");
        assertThat(say(SECRETARY, "群发 大家 明天来领材料", "确认")).contains("人，3月");
        assertThat(say(OTHER_SECRETARY, "催办 未核对", "确认")).contains("人，3月");
        say(named("王五"), "开始核对", "已阅读", "10", "法学", "我确认");
        assertThat(bot.importPhotos("学号,学信网照片,更新日期\n320230100004,已上网,2027-03-10\n", false)
                        .told())
                .isEqualTo(1);
    }

    private List<String> texts() {
        return Stream.concat(bot.sent().stream(), bot.cards().stream())
                .map(TestBot.Sent::text)
                .toList();
    }

    private int sentOfRounds() {
        ReminderRounds rounds = new ReminderRounds(bot.made());
        return bot.store().<List<ReminderRounds.Progress>>read(rounds::all).stream()
                .mapToInt(ReminderRounds.Progress::sent)
                .sum();
    }

    private static final List<String> KINDS = List.of("老师给你延期了", "明天来领材料", "通过｜退回", "教务处通知");

    @ParameterizedTest
    @CsvSource({
        "2027-03-15T11:58, 2027-03-15T13:59, 2027-03-15T14:20",
        "2027-03-15T12:30, 2027-03-15T13:59, 2027-03-15T14:20",
        "2027-03-15T21:58, 2027-03-16T08:44, 2027-03-16T09:20",
        "2027-03-16T02:10, 2027-03-16T08:44, 2027-03-16T09:20"
    })
    void nothing_that_nobody_waits_for_goes_out_within_a_block(String made, String stillQuiet, String over) {
        bot.at(moment(made));
        bot.at(moment(made).plusSeconds(150));
        bot.sent().clear();
        bot.cards().clear();
        makeAllKinds();
        Instant end = moment(stillQuiet);
        for (Instant at = bot.now().plusSeconds(60); !at.isAfter(end); at = at.plusSeconds(300)) {
            bot.at(at);
        }
        bot.at(end);
        assertThat(texts().stream().filter(t -> KINDS.stream().anyMatch(t::contains)))
                .isEmpty();
        assertThat(sentOfRounds()).isZero();
        bot.at(moment(over));
        assertThat(KINDS).allSatisfy(kind -> assertThat(texts()).anyMatch(t -> t.contains(kind)));
        assertThat(sentOfRounds()).isPositive();
    }

    @Test
    void the_rules_and_the_digest_wait_for_the_end_of_a_block() {
        bot.at(moment("2027-03-16T08:44"));
        assertThat(texts()).isEmpty();
        bot.at(moment("2027-03-16T08:50"));
        assertThat(texts()).anyMatch(t -> t.contains("42 名毕业生"));
        bot.sent().clear();
        bot.at(moment("2027-03-30T13:59"));
        assertThat(texts()).isEmpty();
        bot.at(moment("2027-03-30T14:10"));
        assertThat(texts()).anyMatch(t -> t.contains("【毕业信息核对】"));
    }

    @Test
    void whoever_asks_is_answered_and_who_may_be_in_danger_is_told_of_at_once() {
        bot.at(moment("2027-03-15T12:30"));
        assertThat(say(named("李四"), "进度")).contains("核对进度");
        assertThat(say(named("李四"), "我不想活了")).isNotEmpty();
        bot.doWhatIsDue();
        assertThat(bot.sent())
                .anyMatch(sent ->
                        sent.to().equals(new PersonId("jwc-li")) && sent.text().contains("请马上处理"));
    }
}
