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

/** The guided tour, played from its first button to its last. */
@Tag("browser")
@Tag("browser")
class TourTest {
    private static final String LI_SI = "320230100001";
    private static final String WANG_WU = "320230100002";
    private static final String ZHANG_SAN = "320230100003";
    private static final String SECRETARY = "jm-xinxi";

    @BeforeAll
    static void look_for_the_browser() {
        assumeTrue(Browser.isThere(), "not run: Chromium and its driver are not on this machine");
    }

    @Test
    void the_tour_confirms_one_record_reviews_one_correction_and_sends_one_round(@TempDir Path folder)
            throws Exception {
        try (RealBot bot = new RealBot(folder);
                Browser browser = new Browser(bot.address(), folder.resolve("profile"), 1400, 900)) {
            browser.open("");
            browser.click("#startTour");
            for (int step = 1; step <= 13; step++) {
                browser.untilText("#tour", step + " / 13");
                browser.untilEnabled("#tourNext");
                browser.click("#tourNext");
            }
            browser.untilGone("#tour");

            assertThat(stored(bot, LI_SI)).contains("confirmation");
            assertThat(stored(bot, WANG_WU)).contains("confirmation", "correction");
            assertThat(bot.world.chat(ZHANG_SAN)).extracting(ChatLine::text).anyMatch(text -> text.contains("未采集"));
            assertThat(browser.complaints()).isEmpty();
            assertThat(bot.world.violations()).isEmpty();
        }
    }

    @Test
    void a_secretary_reviews_a_correction_and_the_student_hears_of_it(@TempDir Path folder) throws Exception {
        try (RealBot bot = new RealBot(folder);
                Browser browser = new Browser(bot.address(), folder.resolve("profile"), 1400, 900)) {
            bot.say(WANG_WU, "开始核对");
            bot.say(WANG_WU, "已阅读");
            bot.say(WANG_WU, "专业改为软件工程");
            bot.say(WANG_WU, "我确认");
            browser.open(SECRETARY);
            browser.say("待审核", "王五");
            browser.say("通过 1", "通过");
            bot.post("/sim/clock", "{\"now\":\"2027-03-15T10:20:00+08:00\"}");
            browser.look(WANG_WU);
            browser.untilChat("通过");
            browser.untilText("#panel-rows", "已通过");
        }
    }

    private static List<String> stored(RealBot bot, String userid) throws Exception {
        return bot.get("/sim/person/" + userid).path("rows").findValuesAsText("table");
    }
}
