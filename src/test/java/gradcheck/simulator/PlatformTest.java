package gradcheck.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the make-believe platform refuses is what the published pages refuse. */
class PlatformTest {
    private static final Setup SETUP =
            Setup.of(new String[0], Map.of("WECOM_CORP_ID", "ww1", "WECOM_AGENT_ID", "7", "WECOM_SECRET", "s"));

    private final World world = new World(Clock.systemUTC());
    private final HttpClient http = HttpClient.newHttpClient();
    private Javalin javalin;
    private String base;
    private String token;

    @BeforeEach
    void start() throws Exception {
        world.learn(List.of(Map.of("userid", "LiSi", "name", "李四", "role", "student")));
        Platform platform = new Platform(SETUP, world);
        Directory directory = new Directory(SETUP, world, platform);
        javalin = Javalin.create(config -> {
                    platform.accept(config.routes);
                    directory.accept(config.routes);
                })
                .start("127.0.0.1", 0);
        base = "http://127.0.0.1:" + javalin.port() + "/cgi-bin/";
        token = get("gettoken?corpid=ww1&corpsecret=s").replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    @AfterEach
    void stop() {
        javalin.stop();
    }

    private String get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    private String post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path + "?access_token=" + token))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String text(String to, String content) {
        return "{\"touser\":\"" + to + "\",\"agentid\":7,\"msgtype\":\"text\",\"text\":{\"content\":\"" + content
                + "\"},\"enable_duplicate_check\":1}";
    }

    @Test
    void the_same_request_is_delivered_once_and_strangers_are_named() throws Exception {
        assertThat(post("message/send", text("lisi|nobody", "hi"))).contains("\"invaliduser\":\"nobody\"");
        assertThat(post("message/send", text("lisi|nobody", "hi"))).contains("\"errcode\":0");
        assertThat(world.chat("LiSi")).hasSize(1);
        assertThat(post("message/send", text("nobody", "hi"))).contains("81013");
        assertThat(get("gettoken?corpid=ww1&corpsecret=wrong")).contains("40001");
    }

    @ParameterizedTest
    @CsvSource({"44004,''", "40033,a\\u0007"})
    void a_text_against_the_rules_is_refused_and_recorded(String code, String content) throws Exception {
        assertThat(post("message/send", text("lisi", content))).contains(code);
        assertThat(world.violations()).isNotEmpty();
    }

    @Test
    void a_text_past_2048_bytes_a_wrong_token_and_too_many_receivers_are_refused() throws Exception {
        assertThat(post("message/send", text("lisi", "好".repeat(683)))).contains("45002");
        assertThat(post("message/send", text("a|".repeat(1001), "x"))).contains("40032");
        token = "other";
        assertThat(post("message/send", text("lisi", "x"))).contains("40014");
    }

    @Test
    void the_thirty_first_message_in_a_minute_is_dropped() throws Exception {
        for (int i = 0; i < 31; i++) {
            assertThat(post("message/send", text("lisi", "m" + i))).contains("\"errcode\":0");
        }
        assertThat(world.chat("lisi")).hasSize(30);
    }

    @Test
    void a_card_needs_its_own_task_id_and_a_menu_its_short_names() throws Exception {
        String card =
                "{\"touser\":\"lisi\",\"agentid\":7,\"msgtype\":\"template_card\",\"template_card\":{\"card_type\":"
                        + "\"button_interaction\",\"task_id\":\"t1\",\"main_title\":{\"title\":\"审核\"},\"button_list\":"
                        + "[{\"text\":\"通过\",\"key\":\"k\"}]}}";
        String sent = post("message/send", card);
        assertThat(sent).contains("response_code");
        assertThat(post("message/send", card)).contains("42014");
        String code = sent.replaceAll(".*\"response_code\":\"([^\"]+)\".*", "$1");
        String update = "{\"response_code\":\"" + code + "\",\"button\":{\"replace_name\":\"已通过\"}}";
        assertThat(post("message/update_template_card", update)).contains("\"errcode\":0");
        assertThat(post("message/update_template_card", update)).contains("40058");
        assertThat(post("menu/create", "{\"button\":[{\"name\":\"开始核对\",\"type\":\"click\",\"key\":\"开始核对\"}]}"))
                .contains("\"errcode\":0");
        assertThat(post("menu/create", "{\"button\":[{\"name\":\"名字太长的菜单\",\"type\":\"click\",\"key\":\"k\"}]}"))
                .contains("40058");
        assertThat(get("user/get?userid=nobody&access_token=" + token)).contains("60111");
    }
}
