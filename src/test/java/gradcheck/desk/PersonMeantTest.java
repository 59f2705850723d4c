package gradcheck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A2: an act falls on nobody but whom the words name; every way of naming somebody else is asked about first. */
class PersonMeantTest {
    @TempDir
    Path folder;

    private TestBot bot;
    private PersonId secretary;
    private int count;

    @BeforeEach
    void start() throws Exception {
        bot = new TestBot(folder);
        secretary = bot.named("王老师").orElseThrow();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private String say(String text) {
        count++;
        Answer answer = bot.take(new Incoming.Text(secretary, "p" + count, bot.now(), text));
        return answer instanceof Answer.Says says ? says.text() : "";
    }

    private String state() {
        bot.doWhatIsDue();
        return bot.store().read(t -> t.students().ofCollege(bot.season(), "").stream()
                .map(e -> e.student().number()
                        + t.standings().of(bot.season(), e.student().number())
                        + t.photoFacts().of(bot.season(), e.student().number())
                        + t.calls().of(bot.season(), e.student().number())
                        + t.relays().of(bot.season(), e.student().number())
                        + t.outbox().of(e.person(), 9))
                .toList()
                .toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "移出 张三丰 退学",
                "移出张三丰 退学",
                "移出 张三丰：退学",
                "移出 张三丰",
                "回复 张三丰 请来办公室",
                "回复张三丰请来",
                "暂停张三请假",
                "暂停 张三同学 请假",
                "延期 张三儿 5月10日",
                "纸质照片 张三儿 已交",
                "已联系 张三儿 明天来",
                "重开 张三儿 改名字",
                "移出 张三0009 退学",
                "移出 张三 0009 退学",
                "移出 0003 退学",
                "移出 张·三 退学",
                "移出 張三 退学",
                "移出 张 三 退学",
                "移出 欧阳 若溪 退学",
                "移出 周小 退学",
                "移出 欧阳 退学",
                "移出 小明 退学",
                "移出 张三 李四 退学",
                "移出 张三、李四 退学",
                "移出 张三和李四 退学",
                "移出 320230100003 320230100001 退学",
                "移出 32023010000 退学",
                "移出 3202301000033 退学",
                "移出 李伟 退学",
                "给张三丰延期 5月10日",
                "给张三丰留言 明天来",
                "张三丰 移出 退学",
                "张三丰休学了别催他了",
                "移出 3 退学",
                "回复 3 你好"
            })
    void nothing_is_done_to_who_was_not_named_in_full(String said) {
        String before = state();
        String heard = say(said);
        assertThat(state()).as("%s got %s", said, heard).isEqualTo(before);
        assertThat(heard).containsAnyOf("没找到", "吗？", "哪位", "第 3 行", "没对上");
        say("进度");
        say("是");
        assertThat(state()).as("a yes to another question").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "暂停 张三 请假",
                "暂停　张三　请假",
                "暂停 “张三” 请假",
                "暂停 张三：请假",
                "暂停 张三，请假",
                "暂停张三 请假",
                "暂停 张\u200B三 请假",
                "暂停 张三0003 请假",
                "暂停 张三 0003 请假",
                "暂停 张三（0003） 请假",
                "暂停 320230100003 请假",
                "暂停 ３２０２３０１００００３ 请假",
                "暂停 3202 3010 0003 请假",
                "暂停320230100003请假"
            })
    void who_is_named_in_full_is_meant(String said) {
        assertThat(say(said)).startsWith("已暂停 张三（0003）：请假");
    }

    @Test
    void a_number_of_a_list_that_was_not_shown_last_is_asked_about() {
        say("计算2309班没核对的");
        say("未核对有多少");
        assertThat(say("暂停 1 请假")).contains("吗？");
        say("计算2309班没核对的");
        say("哪个班最慢");
        assertThat(say("暂停 1 请假")).contains("吗？");
        say("计算2309班没核对的");
        assertThat(say("暂停 1 请假")).startsWith("已暂停 李伟（0014）");
    }

    @Test
    void a_number_said_after_another_list_was_shown_chooses_nobody_of_the_question_before() {
        assertThat(say("移出 李伟 休学")).contains("哪位");
        say("2班没采集的");
        String before = state();
        say("1");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void yes_is_worth_nothing_after_half_an_hour() {
        say("移出 张三丰 退学");
        bot.at(bot.now().plusSeconds(1801));
        String before = state();
        say("是");
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "群发 张三丰 明天来办公室",
                "给张三丰发消息 明天来办公室",
                "给张三丰发个通知 明天来",
                "张三丰退学了",
                "张三丰休学了。",
                "张三丰核对了吗",
                "张三丰的照片呢",
                "张三丰怎么还没核对"
            })
    void a_question_or_news_of_somebody_who_is_not_there_finds_nobody_and_at_most_suggests(String words) {
        String before = state();
        assertThat(say(words)).contains("没找到", "张三丰").doesNotContain("学历照片：", "审批", "FAQ");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_broadcast_to_one_person_is_a_reply_to_them() {
        assertThat(say("群发 张三 明天来办公室")).contains("张三");
        bot.doWhatIsDue();
        PersonId zhang = bot.named("张三").orElseThrow();
        assertThat(bot.sent().stream().filter(s -> s.to().equals(zhang)))
                .singleElement()
                .satisfies(s -> assertThat(s.text()).contains("明天来办公室"));
    }
}
