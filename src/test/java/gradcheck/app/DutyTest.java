package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.config.Config;
import gradcheck.config.ConfigFaults;
import gradcheck.config.Environment;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A19: in distress the one on duty is told at once, and that they were is said only where it was sent to them. */
class DutyTest {
    private static final String DESPAIR = "我不想活了";
    private static final String WORSE = "遗书我写好了，今晚就跳下去";
    private static final String PROMISED = "发了消息";
    private static final PersonId OFFICE = new PersonId("jwc-li");
    private static final PersonId COUNSELLOR = new PersonId("fdy-zhou");
    private static final PersonId SECRETARY = new PersonId("jm-xinxi");
    private static final String COLLEGES_DUTY =
            "{name: 周老师, phone: 0931-1111111, account: fdy-zhou, hours: \"08:00-22:00\"}";
    private static final String UNIVERSITYS =
            "{name: 李老师, phone: 0931-2222222, account: jwc-li, hours: \"22:00-06:00\"}";

    @TempDir
    Path folder;

    private int count;

    private TestBot bot(String college, String university) throws Exception {
        Path config = TestBot.copied(folder, java.util.Map.of());
        Files.createDirectories(config.resolve("sample"));
        String duty = college.isEmpty() ? "" : "  duty: " + college + "\n";
        Files.writeString(config.resolve("sample/colleges.yml"), "信息科学与工程学院:\n  secretary: 王老师 0931-8912345\n" + duty);
        if (!university.isEmpty()) {
            Path main = config.resolve("gradcheck.yml");
            Files.writeString(main, Files.readString(main) + "\nduty: " + university + "\n");
        }
        return new TestBot(folder, java.util.Map.of(), java.util.Map.of("GRADCHECK_CONFIG", config.toString()));
    }

    private String say(TestBot bot, String from, String text) {
        count++;
        Answer answer = bot.take(new Incoming.Text(new PersonId(from), "d" + count, bot.now(), text));
        bot.doWhatIsDue();
        return answer instanceof Answer.Says says ? says.text() : "";
    }

    private static List<String> told(TestBot bot, PersonId person) {
        return bot.sent().stream()
                .filter(s -> s.to().equals(person))
                .map(TestBot.Sent::text)
                .filter(t -> t.contains("请马上处理"))
                .toList();
    }

    private static String student(TestBot bot) {
        return bot.named("李四").orElseThrow().value();
    }

    @Test
    void the_colleges_duty_is_told_within_its_hours_and_nobody_else() throws Exception {
        try (TestBot bot = bot(COLLEGES_DUTY, UNIVERSITYS)) {
            say(bot, "fdy-zhou", "你好");
            assertThat(say(bot, student(bot), DESPAIR)).contains("12356", "周老师", "0931-1111111", PROMISED);
            assertThat(told(bot, COUNSELLOR)).singleElement().asString().contains("李四", "计算2302班", "12356");
            assertThat(told(bot, OFFICE)).isEmpty();
            assertThat(told(bot, SECRETARY)).isEmpty();
            List<String> targets = new ArrayList<>();
            bot.store().read(t -> {
                t.audit().each(line -> targets.add(line.act() + line.actor()));
                return t;
            });
            assertThat(targets).contains("求助fdy-zhou");
        }
    }

    @Test
    void outside_of_the_colleges_hours_the_universitys_duty_is_told_at_two_in_the_night() throws Exception {
        try (TestBot bot = bot(COLLEGES_DUTY, UNIVERSITYS)) {
            say(bot, "fdy-zhou", "你好");
            bot.at(Instant.parse("2027-03-15T18:00:00Z"));
            assertThat(say(bot, student(bot), DESPAIR)).contains("李老师", "0931-2222222", PROMISED);
            assertThat(told(bot, OFFICE)).hasSize(1);
            assertThat(told(bot, COUNSELLOR)).isEmpty();
        }
    }

    @Test
    void outside_of_both_hours_whoever_comes_next_is_written_to_but_it_is_not_promised() throws Exception {
        try (TestBot bot = bot(COLLEGES_DUTY, UNIVERSITYS)) {
            say(bot, "fdy-zhou", "你好");
            bot.at(Instant.parse("2027-03-15T23:00:00Z"));
            assertThat(say(bot, student(bot), DESPAIR))
                    .contains("12356", "0931-1111111", "08:00–22:00")
                    .doesNotContain(PROMISED);
            assertThat(told(bot, COUNSELLOR)).hasSize(1);
            bot.at(Instant.parse("2027-03-16T01:00:00Z"));
            assertThat(say(bot, student(bot), DESPAIR)).contains(PROMISED);
            assertThat(told(bot, COUNSELLOR)).hasSize(2);
        }
    }

    @Test
    void nothing_is_promised_where_nobody_is_on_duty() throws Exception {
        try (TestBot bot = bot("", "")) {
            assertThat(say(bot, student(bot), DESPAIR))
                    .contains("12356", "辅导员")
                    .doesNotContain(PROMISED)
                    .doesNotContain("王老师");
            assertThat(bot.sent()).isEmpty();
        }
    }

    @Test
    void an_account_the_bot_does_not_know_gets_nothing_and_is_not_spoken_of_as_told() throws Exception {
        try (TestBot bot = bot(COLLEGES_DUTY, "")) {
            assertThat(say(bot, student(bot), DESPAIR)).contains("0931-1111111").doesNotContain(PROMISED);
            assertThat(told(bot, COUNSELLOR)).isEmpty();
        }
    }

    @Test
    void there_is_one_alarm_a_day_unless_it_gets_worse() throws Exception {
        try (TestBot bot = bot("", "{name: 李老师, phone: 0931-2222222, account: jwc-li}")) {
            String student = student(bot);
            assertThat(say(bot, student, DESPAIR)).contains(PROMISED);
            assertThat(say(bot, student, "活着没意思")).contains("0931-2222222").doesNotContain(PROMISED);
            assertThat(say(bot, student, WORSE)).contains(PROMISED);
            assertThat(say(bot, student, WORSE)).doesNotContain(PROMISED);
            assertThat(say(bot, student, DESPAIR)).doesNotContain(PROMISED);
            assertThat(told(bot, OFFICE)).hasSize(2);
            bot.at(bot.now().plus(java.time.Duration.ofDays(1)));
            assertThat(say(bot, student, DESPAIR)).contains(PROMISED);
        }
    }

    @Test
    void a_newcomers_despair_is_heard_too() throws Exception {
        try (TestBot bot = bot("", "{name: 李老师, phone: 0931-2222222, account: jwc-li}")) {
            say(bot, "nobody-knows", "你好");
            assertThat(say(bot, "nobody-knows", DESPAIR)).contains("12356", PROMISED);
            assertThat(told(bot, OFFICE)).singleElement().asString().contains("nobody-knows");
        }
    }

    @Test
    void despair_beside_a_secret_or_a_number_or_in_a_letter_comes_first_and_the_secret_stands_nowhere()
            throws Exception {
        try (TestBot bot = bot("", "{name: 李老师, phone: 0931-2222222, account: jwc-li}")) {
            for (String text : List.of(
                    "我不想活了，密码是Gjj20030506",
                    "不想活了 身份证629999200504120032",
                    "爸妈，" + "我一直很努力。".repeat(60) + "我不想活了。" + "照片还没拍。".repeat(300))) {
                assertThat(say(bot, student(bot), text)).contains("12356");
            }
            assertThat(bot.sent().toString()).doesNotContain("Gjj20030506", "629999200504120032");
            String stored = Files.readString(folder.resolve("test.db"), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(stored).doesNotContain("Gjj20030506");
        }
    }

    @Test
    void whoever_writes_too_fast_to_be_read_is_heard_in_despair() throws Exception {
        try (TestBot bot = bot("", "{name: 李老师, phone: 0931-2222222, account: jwc-li}")) {
            bot.keepPace();
            for (int i = 0; i < 14; i++) {
                say(bot, student(bot), "在吗" + i);
            }
            assertThat(say(bot, student(bot), DESPAIR)).contains("12356");
        }
    }

    @Test
    void a_duty_that_is_half_written_is_told_at_the_start_with_its_line() throws Exception {
        Path config = TestBot.copied(folder, java.util.Map.of());
        Path main = config.resolve("gradcheck.yml");
        Files.writeString(
                main, Files.readString(main) + "\nduty:\n  name: 李老师\n  account: two words\n  hours: 8-22\n  tel: 1\n");
        Files.writeString(config.resolve("colleges.yml"), "文学院: {duty: 张老师}\n");
        try {
            Config.read(new Environment(java.util.Map.of("GRADCHECK_CONFIG", config.toString())));
            throw new AssertionError("it was taken");
        } catch (ConfigFaults e) {
            assertThat(String.valueOf(e.getMessage()))
                    .contains("colleges.yml 第 1 行")
                    .contains("缺少 duty.phone", "two words", "“8-22”", "08:00-22:00", "不认识“tel”")
                    .containsPattern("gradcheck\\.yml 第 \\d\\d 行");
        }
    }
}
