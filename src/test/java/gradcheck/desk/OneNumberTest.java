package gradcheck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.domain.CorrectionState;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C5: the number before a line of corrections is the one by which that line is passed, sent back or looked up. */
class OneNumberTest {
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(\\d+)\\. (\\S+) \\d{4} \\S+ (.*)$");

    @TempDir
    Path folder;

    private TestBot bot;
    private PersonId secretary;
    private int count;

    @BeforeEach
    void start() throws Exception {
        bot = new TestBot(folder);
        secretary = bot.named("王老师").orElseThrow();
        corrects("赵六", "班级改为计算2302班");
        corrects("王五", "民族改为满族", "2");
        corrects("李四", "民族改为回族", "2");
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private String say(PersonId who, String text) {
        count++;
        Answer answer = bot.take(new Incoming.Text(who, "c" + count, bot.now(), text));
        return answer instanceof Answer.Says says ? says.text() : "";
    }

    private void corrects(String name, String... words) {
        PersonId student = bot.named(name).orElseThrow();
        say(student, "开始核对");
        say(student, "已阅读");
        for (String word : words) {
            say(student, word);
        }
        say(student, "我确认");
    }

    private CorrectionState state(String name) {
        PersonId student = bot.named(name).orElseThrow();
        return bot.store()
                .read(t -> t.corrections()
                        .of(
                                bot.season(),
                                t.students()
                                        .byPerson(bot.season(), student)
                                        .orElseThrow()
                                        .student()
                                        .number()))
                .get(0)
                .state();
    }

    @Test
    void every_number_of_a_list_of_corrections_means_its_own_line() {
        String list = say(secretary, "材料待交");
        Matcher line = LINE.matcher(list);
        assertThat(line.results().map(r -> r.group(2))).containsExactlyInAnyOrder("王五", "李四");
        line.reset();
        while (line.find()) {
            assertThat(line.group(3)).as("no second number").isEqualTo("民族材料待交");
            say(secretary, "材料待交");
            assertThat(say(secretary, "查 " + line.group(1))).contains(line.group(2));
            say(secretary, "材料待交");
            assertThat(say(secretary, "材料已收 " + line.group(1))).contains(line.group(2) + "，民族");
            assertThat(state(line.group(2))).isEqualTo(CorrectionState.MATERIAL_RECEIVED);
        }
    }

    @Test
    void with_a_list_of_students_before_their_eyes_it_is_asked_and_nothing_done() {
        say(secretary, "未采集");
        for (String words : new String[] {"通过 1", "1通过", "退回 1 写错了", "材料已收 1"}) {
            assertThat(say(secretary, words)).as(words).contains("编号 1 的更正是赵六的", "还没有办");
            assertThat(state("赵六")).isEqualTo(CorrectionState.PENDING);
        }
        assertThat(say(secretary, "通过 编号1")).contains("赵六", "已通过");
    }
}
