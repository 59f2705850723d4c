package gradcheck.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradcheck.simulator.world.ChatLine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secretary's morning on the chat page: what is new, who is missing, a reminder, three reviews, one answer, a file. */
@Tag("browser")
@Tag("browser")
class MorningOnThePageTest {
    private static final String LI_SI = "320230100001";
    private static final String WANG_WU = "320230100002";
    private static final String ZHAO_LIU = "320230100004";
    private static final String ZHOU_XIAOMING = "320230100006";
    private static final String OF_CLASS_ONE = "320230100022";
    private static final String SECRETARY = "jm-xinxi";

    @TempDir
    Path folder;

    @BeforeAll
    static void look_for_the_browser() {
        assumeTrue(Browser.isThere(), "not run: Chromium and its driver are not on this machine");
    }

    @Test
    void it_takes_no_manual() throws Exception {
        try (RealBot bot = new RealBot(folder);
                Browser page = new Browser(bot.address(), folder.resolve("profile"), 1400, 900)) {
            confirms(bot, LI_SI, "专业改为软件工程");
            confirms(bot, ZHAO_LIU, "班级改为计算2302班");
            confirms(bot, WANG_WU, "入学日期改为20220901");
            at(bot, "2027-03-16T08:45:00");

            page.open(SECRETARY);
            page.untilChat("早上好");
            page.untilChat("等您审核的更正 3 件");
            page.say("还有谁没核对", "39 人");
            page.say("催一下1班没核对的", "要催计算2301班未核对的");
            int before = texts(bot, OF_CLASS_ONE).size();
            page.say("确认", "起发出");
            page.say("待审核", "（待审核）");
            page.say("通过 1", "已通过");
            page.say("退回2，请写明班级变更的原因", "已退回");
            page.say("通过 3", "已通过");
            at(bot, "2027-03-16T08:56:00");
            assertThat(texts(bot, ZHAO_LIU)).anyMatch(text -> text.contains("请写明班级变更的原因"));

            bot.say(ZHOU_XIAOMING, "联系老师");
            bot.say(ZHOU_XIAOMING, "我名字里的生僻字显示成方框，怎么办？");
            bot.say(ZHOU_XIAOMING, "转给老师");
            page.untilChat("显示成方框");
            page.say("回复 周小明 没关系，我来核", "已发给周小明");
            at(bot, "2027-03-16T09:05:00");
            assertThat(texts(bot, ZHOU_XIAOMING)).anyMatch(text -> text.contains("没关系，我来核"));

            page.say("进度", "3/42");
            page.say("导出 更正", "马上发您");
            page.untilChat(".xlsx");
            picture(page);
            List<String> heard = texts(bot, OF_CLASS_ONE);
            assertThat(heard.subList(before, heard.size()))
                    .singleElement()
                    .asString()
                    .contains("学籍信息还没有核对");
            assertThat(page.complaints()).isEmpty();
            assertThat(bot.world.violations()).isEmpty();
        }
    }

    private static void confirms(RealBot bot, String student, String correction) throws Exception {
        for (String text : List.of("开始核对", "已阅读", correction, "我确认")) {
            bot.say(student, text);
        }
    }

    private static void at(RealBot bot, String time) throws Exception {
        bot.post("/sim/clock", "{\"now\":\"" + time + "+08:00\"}");
    }

    private static List<String> texts(RealBot bot, String person) {
        return bot.world.chat(person).stream().map(ChatLine::text).toList();
    }

    /** Kept where one is asked for: {@code -Dpicture=FILE}. */
    private static void picture(Browser page) throws Exception {
        String file = System.getProperty("picture", "");
        if (!file.isEmpty()) {
            page.screenshot(Path.of(file));
        }
    }
}
