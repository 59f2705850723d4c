package gradcheck.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.chats.PlayedChat;
import gradcheck.simulator.world.ChatLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The chat page in a real browser, the real bot behind it. Each test plays other people. */
@Tag("browser")
@Tag("browser")
class ChatPageTest {
    private static final String ZHAO_LIU = "320230100004";
    private static final String OUYANG = "320230100005";
    private static final String ZHOU = "320230100006";
    private static final String CHEN = "320230100008";
    private static final String HE = "320230100009";
    private static final String LIN = "320230100010";
    private static final String HUANG = "320230100011";
    private static final String SECRETARY = "jm-wen";
    private static final String OFFICE = "jwc-li";
    /** One attack of each kind, and a number for each. */
    private static final List<String> ATTACKS = List.of(
            "<script>window.taken=1</script>",
            "\"><img src=x onerror=\"window.taken=1\">",
            "<a href=\"http://evil.example\">领取补贴</a>",
            "'); DROP TABLE student; --",
            "=HYPERLINK(\"http://evil.example\")",
            "level=ERROR event=forged",
            "{office}{name}");

    private static final long FIRST = 320230188801L;

    @TempDir
    static Path folder;

    private static RealBot bot;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Browser.isThere(), "not run: Chromium and its driver are not on this machine");
        bot = new RealBot(folder, roster(), "--new-college", "美术学院");
        browser = new Browser(bot.address(), folder.resolve("profile"), 1400, 900);
    }

    /** The sample, and whoever has an attack for a name. */
    private static Path roster() throws IOException {
        StringBuilder roster = new StringBuilder(Files.readString(Path.of("config", "sample", "roster.csv")));
        for (int i = 0; i < ATTACKS.size(); i++) {
            String name = "\"" + ATTACKS.get(i).replace("\"", "\"\"") + "\"";
            roster.append(FIRST + i).append(',').append(name);
            roster.append(",男,20050412,汉族,共青团员,居民身份证,629999200504120032,美术学院,雕塑,雕塑2301班,本科,4,20230901,20270630")
                    .append(",,,已上网,否,\n");
        }
        return Files.writeString(folder.resolve("roster.csv"), roster);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            bot.close();
        }
    }

    @BeforeEach
    void wide() {
        browser.resize(1400, 900);
    }

    @AfterEach
    void no_script_complained_and_the_bot_kept_the_platforms_rules() throws Exception {
        assertThat(browser.complaints()).isEmpty();
        assertThat(bot.world.violations()).isEmpty();
        bot.post("/sim/faults", "{\"faults\":[]}");
    }

    @Test
    void a_correction_is_made_by_quick_replies_and_typing_and_shows_on_both_sides() throws Exception {
        browser.open(ZHAO_LIU);
        browser.untilChat("开始核对");
        browser.clickText("#chips button", "开始核对");
        browser.untilChat("读通知");
        browser.clickText("#chips button", "已阅读");
        browser.untilChat("逐项核对");
        browser.say("专业改为法学", "已记下");
        browser.untilText("#panel-rows", "专业改为法学");
        browser.clickText("#chips button", "我确认");
        browser.untilChat("回执号");

        browser.untilText("#panel-rows", "确认，第 1 版：有更正");
        browser.untilText("#panel-rows", "计算机科学与技术 → 法学");
        browser.untilText("[id='p-" + ZHAO_LIU + "']", "有更正");
        assertThat(rows(ZHAO_LIU, "correction")).isEqualTo(1);
    }

    @Test
    void a_name_that_is_an_attack_is_shown_as_it_is_written_and_runs_nowhere() throws Exception {
        for (int i = 0; i < ATTACKS.size(); i++) {
            String number = Long.toString(FIRST + i);
            browser.open(number);
            browser.untilChat("信息核对助手");
            assertThat(browser.js("return document.getElementById('name').textContent"))
                    .isEqualTo(ATTACKS.get(i));
            browser.say("开始核对", "请认真核对每一项");
            browser.say("已阅读", "逐项核对");
            assertThat(chat()).contains(visible(ATTACKS.get(i)));
            assertNothingRan();
        }
        browser.look(OFFICE);
        for (int i = 0; i < ATTACKS.size(); i++) {
            browser.say("查 " + (FIRST + i), "（" + (FIRST + i) % 10_000 + "）");
            assertThat(chat()).contains(visible(ATTACKS.get(i)));
        }
        browser.say("美术学院还有谁没核对", "HYPERLINK");
        assertNothingRan();
        assertThat(Files.readAllLines(folder.resolve("bot.log"))).noneMatch(line -> line.startsWith("level=ERROR"));
    }

    private static String chat() {
        return browser.js("return document.getElementById('chat').textContent").toString();
    }

    private static void assertNothingRan() {
        assertThat(browser.js("return window.taken === undefined")).isEqualTo(true);
        assertThat(browser.js("return document.querySelectorAll('#chat script, #people script, #chat img[src=x],"
                        + " #people img[src=x]').length"))
                .isEqualTo(0L);
        // An address is one to tap, as in WeCom; but none stands under other words.
        assertThat(browser.js("return [...document.querySelectorAll('a[href*=evil]')]"
                        + ".filter(a => a.textContent !== 'http://evil.example').length"))
                .isEqualTo(0L);
    }

    /** What would be a tag is full-width in a chat, and what can't be seen is a space. */
    private static String visible(String name) {
        return name.replaceAll("<(?=[a-zA-Z/!?])", "＜")
                .replaceAll("\\p{Cc}+", " ")
                .strip();
    }

    @Test
    void a_lost_answer_is_delivered_again_and_shown_once() throws Exception {
        browser.open(OUYANG);
        // A reminder may stand in the chat before the greeting comes.
        browser.untilChat("信息核对助手");
        browser.click("#tab-faults");
        browser.until("[data-fault=unanswered]");
        browser.js("const s = document.querySelector('[data-fault=unanswered]'); s.value = 'once'; s.onchange();");
        browser.untilText("#panel-faults", "种子");
        // Words of the text alone: the card beside it may be there before the answer is delivered again.
        browser.say("开始核对", "请认真核对每一项");

        assertThat(bot.world.chat(OUYANG).stream().filter(ChatLine::isPassive).count())
                .isEqualTo(2);
        browser.click("#tab-wire");
        browser.untilText("#panel-wire", "平台重试");
        browser.untilText("#panel-wire", "没有。机器人的每一次调用都合规。");
    }

    @Test
    void a_bot_that_loses_its_power_in_mid_conversation_goes_on_where_it_was() throws Exception {
        browser.open(ZHOU);
        browser.untilChat("开始核对");
        browser.say("开始核对", "读通知");
        browser.say("已阅读", "逐项核对");
        browser.click("#tab-faults");
        browser.clickText("#panel-faults button", "拔电源再启动");
        browser.untilText("#toast", "又在线了");
        browser.say("无误", "我确认");
        browser.say("我确认", "回执号");

        assertThat(rows(ZHOU, "confirmation")).isEqualTo(1);
        // The browser notes by itself what it asked for while the bot was away.
        assertThat(browser.complaints()).allMatch(c -> c.contains("502"));
    }

    @Test
    void a_message_to_a_bot_that_is_down_arrives_when_it_is_up_again() throws Exception {
        browser.open(HE);
        browser.untilChat("开始核对");
        bot.post("/sim/bot", "{\"do\":\"kill\"}");
        browser.untilText("#bot", "不在线");
        browser.say("帮助");
        bot.post("/sim/bot", "{\"do\":\"start\"}");

        browser.untilChat("我能帮你");
        browser.untilText("#bot", "机器人在线");
        // The browser notes each 502 by itself.
        assertThat(browser.complaints()).allMatch(c -> c.contains("502"));
    }

    @Test
    void a_card_is_tapped_and_changes_where_it_stands_and_the_plug_in_shows_none() throws Exception {
        String code = send(
                        CHEN,
                        "template_card",
                        """
                {"card_type":"multiple_interaction","task_id":"T-page","source":{"desc":"核对"},
                 "main_title":{"title":"选一个","desc":"两项"},
                 "select_list":[{"question_key":"q","title":"哪天","option_list":[{"id":"a","text":"周一"},{"id":"b","text":"周二"}]}],
                 "submit_button":{"text":"提交","key":"进度"}}""")
                .path("response_code")
                .asText();
        browser.open(CHEN);
        browser.until(".card select");
        browser.js("document.querySelector('.card select').value = 'b'");
        browser.clickText(".card .buttons button", "提交");
        browser.untilText("#chat", "点了卡片上的“提交”");
        post(
                "message/update_template_card",
                Map.of(
                        "userids",
                        List.of(CHEN),
                        "agentid",
                        1000002,
                        "response_code",
                        code,
                        "button",
                        Map.of("replace_name", "已提交")));
        browser.untilText(".card .buttons", "已提交");
        assertThat(browser.one(".card .buttons button").isEnabled()).isFalse();

        browser.clickText("#clients button", "微信插件");
        browser.untilText("#chat", "微信插件里看不到卡片");
        assertThat(browser.text("#chat")).doesNotContain("选一个");
    }

    @Test
    void a_file_can_be_kept_and_a_picture_is_shown() throws Exception {
        browser.open(LIN);
        bot.world.add(
                LIN, "bot", "file", "[名单.xlsx]", Map.of("media", "media-none", "name", "名单.xlsx", "bytes", 20480));

        browser.untilText(".file", "名单.xlsx");
        assertThat(browser.text(".file")).contains("20.0 KB", "XLSX");
    }

    @Test
    void the_menu_is_the_published_one_and_opens_by_keyboard() throws Exception {
        browser.open(HUANG);
        browser.untilText("#menu", "图像校对");
        post(
                "menu/create?agentid=1000002",
                Map.of(
                        "button",
                        List.of(
                                Map.of("type", "click", "name", "核对", "key", "开始核对"),
                                Map.of(
                                        "name",
                                        "更多",
                                        "sub_button",
                                        List.of(Map.of("type", "click", "name", "帮助", "key", "帮助"))))));
        browser.untilText("#menu", "更多");
        browser.js("document.querySelector('#menu .entry .top').focus()");
        browser.keys(Keys.ENTER);
        browser.until("#menu .sub button");
        browser.keys(Keys.ENTER);

        browser.untilChat("我能帮你");
    }

    @Test
    void everything_can_be_done_by_keyboard() {
        browser.open("");
        browser.keys("/");
        browser.keys("刘老师");
        browser.keys(Keys.ARROW_DOWN);
        browser.keys(Keys.ENTER);
        browser.untilText("#name", "刘老师");
        browser.untilFocus("text");
        browser.keys("进度", Keys.ENTER);

        browser.untilChat("化学化工学院");
        assertThat(
                        browser.js(
                                "return document.querySelectorAll('[role=option]').length > 0"
                                        + " && document.querySelectorAll('button:not([aria-label])').length"
                                        + " === [...document.querySelectorAll('button:not([aria-label])')].filter(b => b.textContent.trim()).length"))
                .isEqualTo(true);
    }

    @Test
    void a_phone_shows_one_thing_at_a_time_and_the_way_back() {
        browser.resize(400, 820);
        browser.open("");
        browser.until("#people");
        assertThat(browser.one(".chatside").isDisplayed()).isFalse();
        browser.click("[id='p-" + SECRETARY + "']");
        browser.until("#text");
        assertThat(browser.one("#people").isDisplayed()).isFalse();
        assertThat(browser.js("return document.documentElement.scrollWidth <= 400"))
                .isEqualTo(true);
        browser.click("#details");
        browser.until("#panel-rows");
        browser.keys(Keys.ESCAPE);
        browser.click("#back");
        browser.until("#people");
    }

    @Test
    void the_page_is_painted_at_once() {
        double best = Double.MAX_VALUE;
        // The best of five: a busy machine paints late, whatever the page.
        for (int i = 0; i < 5; i++) {
            browser.open("");
            Object painted = browser.js("return performance.getEntriesByType('paint')"
                    + ".find(p => p.name === 'first-contentful-paint').startTime");
            best = Math.min(best, ((Number) painted).doubleValue());
        }
        System.out.println("first contentful paint after " + best + " ms");
        assertThat(best).isLessThan(300);
    }

    @Test
    void five_thousand_messages_open_scroll_and_grow_without_lag() throws Exception {
        String userid = "320230100020";
        for (int i = 0; i < 5000; i++) {
            bot.world.add(userid, i % 2 == 0 ? "person" : "bot", "text", "第 " + i + " 条\n" + "核对".repeat(i % 30));
        }
        browser.open("");
        long began = System.nanoTime();
        browser.look(userid);
        browser.untilChat("第 4999 条");
        long opened = (System.nanoTime() - began) / 1_000_000;
        // The middle of 120 frames: a busy machine drops some, whatever the page.
        Object frame = browser.jsLater("const done = arguments[0], chat = document.getElementById('chat'), all = [];"
                + "let last = 0; const next = now => { if (last) all.push(now - last); last = now; chat.scrollTop -= 700;"
                + " if (all.length < 120) requestAnimationFrame(next); else done(all.sort((a, b) => a - b)[60]); };"
                + " requestAnimationFrame(next);");
        began = System.nanoTime();
        bot.world.add(userid, "bot", "text", "最后一条");
        browser.js("document.getElementById('chat').scrollTop = 1e9");
        browser.untilChat("最后一条");
        long appended = (System.nanoTime() - began) / 1_000_000;

        System.out.println("5,000 messages: opened in " + opened + " ms, a frame while scrolling " + frame
                + " ms, one more in " + appended + " ms");
        assertThat(opened).isLessThan(3000);
        assertThat(((Number) frame).doubleValue()).isLessThan(100);
    }

    @Test
    void a_violation_is_shown_in_red() throws Exception {
        browser.open("");
        bot.world.violation("message/send: errcode 45002, content over 2,048 bytes (page 90236)");
        browser.untilText("#alarm", "90236");
        browser.click("#tab-wire");
        browser.untilText("#panel-wire .violations", "45002");
        bot.world.forgive("45002");
    }

    @Test
    void a_saved_chat_passes_as_it_stands(@TempDir Path elsewhere) throws Exception {
        try (RealBot fresh = new RealBot(elsewhere)) {
            fresh.get("/sim/people");
            fresh.say("320230100002", "开始核对");
            fresh.say("320230100002", "已阅读");
            fresh.say("320230100002", "民族改为回族\n谢谢");
            fresh.correct("320230100002", "民族改为回族");
            fresh.say("320230100002", "我确认");
            fresh.say("320230100003", "停止提醒");
            fresh.say("jm-xinxi", "进度");
            fresh.post("/sim/clock", "{\"now\":\"2027-04-20T09:10:00+08:00\"}");
            fresh.post("/sim/clock", "{\"now\":\"2027-04-30T09:10:00+08:00\"}");
            fresh.say("320230100003", "图像校对");
            String saved = fresh.text("/sim/saved");

            assertThat(saved).contains("王五> 我确认", "（另发给 ", "（发给 张三）");
            assertThat(PlayedChat.play(saved, elsewhere.resolve("played"))).isEqualTo(saved);
        }
    }

    private static long rows(String userid, String table) throws Exception {
        return bot.get("/sim/person/" + userid).path("rows").findValuesAsText("table").stream()
                .filter(table::equals)
                .count();
    }

    private static JsonNode send(String userid, String kind, String content) throws Exception {
        return post(
                "message/send",
                Map.of(
                        "touser",
                        userid,
                        "agentid",
                        1000002,
                        "msgtype",
                        kind,
                        kind,
                        new com.fasterxml.jackson.databind.ObjectMapper().readTree(content)));
    }

    /** As the bot would call, with a token of its own. */
    private static JsonNode post(String path, Object body) throws Exception {
        String token = bot.get("/cgi-bin/gettoken?corpid=wwsimulated0000001&corpsecret=simulated-secret")
                .path("access_token")
                .asText();
        return bot.post(
                "/cgi-bin/" + path + (path.contains("?") ? "&" : "?") + "access_token=" + token,
                new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(body));
    }
}
