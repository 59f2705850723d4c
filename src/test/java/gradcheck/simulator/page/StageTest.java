package gradcheck.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.RunningSimulator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Media, menu, logging in, the running clock and the chat as a test. */
class StageTest {
    private RunningSimulator simulator;

    @BeforeEach
    void start() throws IOException {
        simulator = new RunningSimulator();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_file_keeps_its_name_and_its_bytes() throws Exception {
        String id = upload("file", "名单.csv", "学号,姓名").path("media_id").asText();
        simulator.call(
                "message/send",
                "{\"touser\":\"LiSi\",\"agentid\":1000002,\"msgtype\":\"file\",\"file\":{\"media_id\":\"" + id
                        + "\"}}");
        JsonNode more = simulator.get("/sim/chat/LiSi").path(0).path("more");

        assertThat(more.path("name").asText()).isEqualTo("名单.csv");
        for (String path : new String[] {
            "/sim/media/" + id, "/cgi-bin/media/get?access_token=" + simulator.token() + "&media_id=" + id
        }) {
            HttpResponse<String> answer = simulator.exchange(path, null, "text/plain");
            assertThat(answer.body()).isEqualTo("学号,姓名");
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("attachment", "%E5%90%8D%E5%8D%95.csv");
        }
    }

    @Test
    void a_picture_that_is_none_by_its_name_is_refused() throws Exception {
        assertThat(upload("image", "a.gif", "0123456789").path("errcode").asInt())
                .isEqualTo(40005);
    }

    @Test
    void the_published_menu_is_shown_until_it_is_deleted() throws Exception {
        String token = "agentid=1000002&access_token=" + simulator.token();
        assertThat(simulator.get("/sim/menu").path("published").asBoolean()).isFalse();
        assertThat(simulator.get("/cgi-bin/menu/get?" + token).path("errcode").asInt())
                .isEqualTo(46003);
        String menu = "{\"button\":[{\"type\":\"click\",\"name\":\"进度\",\"key\":\"进度\"}]}";

        simulator.call("menu/create?agentid=1000002", menu);
        assertThat(simulator.get("/sim/menu").path("menu").toString()).isEqualTo(menu);
        simulator.get("/cgi-bin/menu/delete?" + token);
        assertThat(simulator.get("/sim/menu").path("published").asBoolean()).isFalse();
        assertThat(simulator.world.violations()).isEmpty();
    }

    @Test
    void a_code_tells_once_and_for_five_minutes_whose_phone_it_is() throws Exception {
        simulator.get("/sim/people");
        assertThat(whose(code("s1"))).isEqualTo("LiSi");
        String used = code("s1");
        whose(used);
        assertThat(whose(used)).isEqualTo("40029");
        String old = code("s1");
        simulator.world.standAt(RunningSimulator.START.plus(Duration.ofMinutes(5)));
        assertThat(whose(old)).isEqualTo("40029");
        assertThat(simulator.world.violations()).isEmpty();

        assertThat(authorize("not-letters").statusCode()).isEqualTo(400);
        assertThat(simulator.world.violations()).singleElement().asString().contains("91022");
    }

    @Test
    void the_visible_scope_is_told_without_who_is_outside() throws Exception {
        simulator.get("/sim/people");
        simulator.post("/sim/person", "{\"userid\":\"LiSi\",\"reach\":\"outside\"}");
        JsonNode agent = simulator.get("/cgi-bin/agent/get?agentid=1000002&access_token=" + simulator.token());

        assertThat(agent.path("allow_userinfos").path("user").findValuesAsText("userid"))
                .containsExactly("wang", "passer-by");
    }

    @Test
    void a_running_clock_takes_the_bots_clock_along() throws Exception {
        simulator.post("/sim/clock", "{\"now\":\"2027-04-20T09:00:00+08:00\",\"run\":600}");
        assertThat(simulator.bot.takeRequest().getTarget()).isEqualTo("/inspect/people");
        assertThat(simulator.bot.takeRequest().getBody().utf8()).contains("09:00:00");
        assertThat(simulator.bot.takeRequest().getBody().utf8()).contains("09:10:00");

        JsonNode now = simulator.post("/sim/clock", "{\"run\":0}");
        assertThat(now.path("speed").asInt()).isZero();
    }

    @Test
    void a_chat_is_written_down_as_it_went_with_what_the_others_got() throws Exception {
        simulator.get("/sim/people");
        simulator.post("/sim/clock", "{\"now\":\"2027-03-15T10:00:00+08:00\"}");
        simulator.post("/sim/enter", "{\"userid\":\"LiSi\"}");
        simulator.post("/sim/say", "{\"userid\":\"LiSi\",\"text\":\"一\\n二\"}");
        simulator.world.add("LiSi", "bot", "text", "好\n回执号：1（校验码 0123abcd）", Map.of("passive", true));
        simulator.post("/sim/clock", "{\"now\":\"2027-04-20T09:10:00+08:00\"}");
        simulator.world.add("LiSi", "bot", "text", "提醒");
        simulator.world.add("wang", "bot", "text", "提醒");

        assertThat(simulator
                        .exchange("/sim/saved", null, "text/plain")
                        .body()
                        .lines()
                        .skip(1))
                .containsExactly(
                        "现在 2027-03-15 10:00",
                        "李四> [进入]",
                        "李四> 一\\n二",
                        "  机器人> 好",
                        "    回执号：1（校验码 ********）",
                        "现在 2027-04-20 09:10",
                        "  机器人> （发给 李四）提醒",
                        "  （另发给 1 人）");
    }

    @Test
    void a_bot_that_runs_elsewhere_is_not_stopped_from_here() throws Exception {
        assertThat(simulator.get("/sim/bot").path("ours").asBoolean()).isFalse();
        assertThat(simulator
                        .exchange("/sim/bot", "{\"do\":\"kill\"}", "application/json")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> authorize(String state) throws Exception {
        return simulator.exchange(
                "/connect/oauth2/authorize?appid=wwsimulated0000001&redirect_uri=http%3A%2F%2F127.0.0.1%2Fp%2Fx"
                        + "&response_type=code&scope=snsapi_base&as=LiSi&state=" + state,
                null,
                "text/plain");
    }

    private String code(String state) throws Exception {
        String back = authorize(state).headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith("http://127.0.0.1/p/x?code=").endsWith("&state=" + state);
        return back.replaceAll(".*code=|&.*", "");
    }

    private String whose(String code) throws Exception {
        JsonNode answer =
                simulator.get("/cgi-bin/auth/getuserinfo?code=" + code + "&access_token=" + simulator.token());
        return answer.path("userid").asText(answer.path("errcode").asText());
    }

    private JsonNode upload(String kind, String name, String content) throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"" + name + "\"\r\n\r\n"
                + content + "\r\n--b--\r\n";
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(simulator
                        .exchange(
                                "/cgi-bin/media/upload?type=" + kind + "&access_token=" + simulator.token(),
                                body,
                                "multipart/form-data; boundary=b")
                        .body());
    }
}
