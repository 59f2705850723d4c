package gradcheck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.domain.CorrectionState;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.store.people.Scope;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.record.CorrectionRows;
import gradcheck.turn.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However corrections are selected: never another college's, key information never among others, nothing before 确认. */
class SelectorScopeTest {
    private static final PersonId CHEMISTRY = new PersonId("jm-huaxue");
    private static final String OTHER = "信息科学与工程学院";
    private static final String OWN = "化学化工学院";

    private int messages;

    private String say(TestBot bot, PersonId who, String text) {
        Answer answer = bot.take(new Incoming.Text(who, "s:" + messages++, bot.now(), text));
        bot.doWhatIsDue();
        return answer instanceof Answer.Says says ? says.text() : "";
    }

    private void corrects(TestBot bot, String student, String change) {
        PersonId who = bot.named(student).orElseThrow();
        for (String said : List.of("开始核对", "已阅读", change, "1", "1", "我确认")) {
            say(bot, who, said);
        }
    }

    private static List<CorrectionState> states(TestBot bot, String college) {
        return bot.store().read(t -> t.corrections().ofCollege(bot.season(), college).stream()
                .map(CorrectionRows.Row::state)
                .toList());
    }

    private TestBot withCorrections(Path folder) throws Exception {
        TestBot bot = new TestBot(folder);
        corrects(bot, "李四", "入学日期改为2023年9月2日");
        corrects(bot, "王五", "入学日期改为2023年9月2日");
        String own = bot.store().read(t -> t.roll()
                .lines(new StudentQueries.Asked(bot.season(), new Scope(false, List.of(OWN))), StudentFilter.EVERYBODY)
                .get(0)
                .name());
        corrects(bot, own, "入学日期改为2023年9月2日");
        assertThat(states(bot, OTHER)).containsExactly(CorrectionState.PENDING, CorrectionState.PENDING);
        assertThat(states(bot, OWN)).containsExactly(CorrectionState.PENDING);
        return bot;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "都通过",
                "这几个都过",
                "除了9号都过",
                "1 2过",
                "1到3过",
                "第一个和第二个通过",
                "前三个过",
                "最后两个过",
                "倒数第一个通过",
                "李四和王五的过",
                "入学日期那几个都过",
                "计算2301班的都过",
                "信息学院的都过",
                "把李四的退回 没盖章",
                "都退回 没盖章"
            })
    void no_selector_reaches_into_another_college(String order, @TempDir Path folder) throws Exception {
        try (TestBot bot = withCorrections(folder)) {
            say(bot, CHEMISTRY, "待审核");
            String preview = say(bot, CHEMISTRY, order);
            assertThat(preview).doesNotContain("李四", "王五");
            assertThat(states(bot, OWN)).containsExactly(CorrectionState.PENDING);
            say(bot, CHEMISTRY, "确认");
            assertThat(states(bot, OTHER)).containsExactly(CorrectionState.PENDING, CorrectionState.PENDING);
        }
    }

    @Test
    void key_information_is_never_among_others_in_one_yes(@TempDir Path folder) throws Exception {
        try (TestBot bot = withCorrections(folder)) {
            corrects(bot, "张三", "民族改为回族");
            PersonId secretary = new PersonId("jm-xinxi");
            say(bot, secretary, "材料已收 3");
            say(bot, secretary, "都通过");
            say(bot, secretary, "确认");
            assertThat(states(bot, OTHER))
                    .containsExactly(CorrectionState.PASSED, CorrectionState.PASSED, CorrectionState.MATERIAL_RECEIVED);
        }
    }
}
