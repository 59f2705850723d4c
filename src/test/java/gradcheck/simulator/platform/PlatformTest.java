package gradcheck.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.RunningSimulator;
import gradcheck.simulator.world.ChatLine;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the platform takes, and each thing it refuses. */
class PlatformTest {
    private static final String OK = "{'touser':'LiSi','agentid':1000002,'msgtype':'text','text':{'content':'hi'}}";
    private static final String CARD = "{'touser':'LiSi','agentid':1000002,'msgtype':'template_card',"
            + "'template_card':{'card_type':'button_interaction','task_id':'T-1','main_title':{'title':'t','desc':'d'},"
            + "'button_list':[{'text':'yes','key':'y'},{'text':'no','key':'n'}]}}";

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
    void a_right_text_reaches_the_chat_before_anyone_opened_the_page() throws Exception {
        assertThat(code(send(OK))).isZero();
        assertThat(simulator.world.chat("lisi")).extracting(ChatLine::text).containsExactly("hi");
        assertThat(simulator.world.violations()).isEmpty();
    }

    @Test
    void a_wrong_secret_is_refused_and_a_wrong_company_and_none() throws Exception {
        String path = "/cgi-bin/gettoken?corpid=wwsimulated0000001";
        assertThat(code(simulator.get(path + "&corpsecret=guess"))).isEqualTo(40001);
        assertThat(code(simulator.get(path))).isEqualTo(41004);
        assertThat(code(simulator.get("/cgi-bin/gettoken?corpid=ww&corpsecret=simulated-secret")))
                .isEqualTo(40013);
        assertThat(simulator.world.violations()).hasSize(3).first().asString().contains("40001", "91039");
    }

    @Test
    void a_token_is_the_same_within_its_life_and_refused_after_it() throws Exception {
        String token = simulator.token();
        assertThat(simulator.token()).isEqualTo(token);
        simulator.world.standAt(RunningSimulator.START.plusSeconds(7200));

        assertThat(code(simulator.post("/cgi-bin/message/send?access_token=" + token, quoted(OK))))
                .isEqualTo(42001);
        assertThat(simulator.token()).isNotEqualTo(token);
    }

    @Test
    void a_call_without_a_token_or_with_a_made_up_one_is_refused() throws Exception {
        assertThat(code(simulator.post("/cgi-bin/message/send", quoted(OK)))).isEqualTo(41001);
        assertThat(code(simulator.post("/cgi-bin/message/send?access_token=x", quoted(OK))))
                .isEqualTo(40014);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "301002 | 1000002 | 7",
                "40008 | 'msgtype':'text' | 'msgtype':'news'",
                "44004 | 'hi' | ''",
                "40063 | 'LiSi' | ''",
                "40058 | 'msgtype' | 'duplicate_check_interval':14401,'msgtype'",
                "40007 | 'msgtype':'text' | 'image':{'media_id':'none'},'msgtype':'image'",
                "40058 | } | ",
                "40033 | 'hi' | '\\u4f60'",
            })
    void a_message_that_breaks_a_rule_is_refused_and_recorded(int code, String from, String to) throws Exception {
        String broken = OK.replace(from, to == null ? "" : to);

        assertThat(code(send(broken))).isEqualTo(code);
        assertThat(simulator.world.violations()).singleElement().asString().contains("errcode " + code, "(page ");
        assertThat(simulator.world.chat("LiSi")).isEmpty();
    }

    @Test
    void an_escaped_backslash_before_a_u_is_no_unicode_escape() throws Exception {
        assertThat(code(send(OK.replace("'hi'", "'C:\\\\u4f60'")))).isZero();
    }

    @Test
    void a_text_of_2048_bytes_is_taken_and_one_byte_more_is_not() throws Exception {
        String most = "核".repeat(682) + "xx";
        assertThat(code(send(OK.replace("'hi'", "'" + most + "'")))).isZero();
        assertThat(code(send(OK.replace("'hi'", "'" + most + "x'")))).isEqualTo(45002);
    }

    @Test
    void a_thousand_receivers_are_taken_and_one_more_is_not() throws Exception {
        assertThat(code(send(OK.replace("LiSi", "LiSi" + "|LiSi".repeat(999))))).isZero();
        assertThat(code(send(OK.replace("LiSi", "LiSi" + "|LiSi".repeat(1000)))))
                .isEqualTo(40032);
        String parties = IntStream.range(0, 101).mapToObj(String::valueOf).collect(Collectors.joining("|"));
        assertThat(code(send(OK.replace("'touser'", "'toparty':'" + parties + "','touser'"))))
                .isEqualTo(82002);
        assertThat(code(send(OK.replace("'touser'", "'totag':'" + parties + "','touser'"))))
                .isEqualTo(82003);
    }

    @Test
    void unknown_receivers_are_named_in_lower_case_and_the_others_served() throws Exception {
        JsonNode some = send(OK.replace("LiSi", "LiSi|Nobody|Gone"));
        assertThat(code(some)).isZero();
        assertThat(some.path("invaliduser").asText()).isEqualTo("nobody|gone");

        JsonNode none = send(OK.replace("LiSi", "Nobody"));
        assertThat(code(none)).isEqualTo(81013);
        assertThat(none.path("invaliduser").asText()).isEqualTo("nobody");
        assertThat(simulator.world.violations()).isEmpty();
    }

    @Test
    void a_repeated_request_is_answered_and_shown_once_until_its_window_is_over() throws Exception {
        String checked = OK.replace("'msgtype'", "'enable_duplicate_check':1,'duplicate_check_interval':100,'msgtype'");
        JsonNode first = send(checked);
        simulator.world.standAt(RunningSimulator.START.plusSeconds(99));
        assertThat(send(checked)).isEqualTo(first);
        assertThat(simulator.world.chat("LiSi")).hasSize(1);
        simulator.world.standAt(RunningSimulator.START.plusSeconds(100));
        send(checked);
        assertThat(simulator.world.chat("LiSi")).hasSize(2);
    }

    @Test
    void the_thirty_first_message_of_a_minute_is_dropped_silently() throws Exception {
        for (int i = 0; i < 31; i++) {
            assertThat(code(send(OK))).isZero();
        }
        assertThat(simulator.world.chat("LiSi")).hasSize(30);
        assertThat(simulator.world.violations()).singleElement().asString().contains("90454");
        simulator.world.standAt(RunningSimulator.START.plusSeconds(60));
        send(OK);
        assertThat(simulator.world.chat("LiSi")).hasSize(31);
    }

    @Test
    void a_card_is_shown_and_settled_once() throws Exception {
        JsonNode sent = send(CARD);
        String update = "{'userids':['LiSi'],'agentid':1000002,'response_code':'"
                + sent.path("response_code").asText() + "','button':{'replace_name':'done'}}";

        assertThat(code(sent)).isZero();
        assertThat(code(update(update))).isZero();
        assertThat(code(update(update))).isEqualTo(40058);
        ChatLine card = simulator.world.chat("LiSi").get(0);
        assertThat(simulator.world.chat("LiSi")).hasSize(1);
        assertThat(card.more()).containsEntry("settled", "done");
        assertThat(card.text()).isEqualTo("t\nd\n[done]");
    }

    @Test
    void a_response_code_is_good_for_72_hours() throws Exception {
        String code = send(CARD).path("response_code").asText();
        simulator.world.standAt(RunningSimulator.START.plusSeconds(72 * 3600));
        String update = "{'userids':['LiSi'],'agentid':1000002,'response_code':'" + code
                + "','button':{'replace_name':'done'}}";

        assertThat(code(update(update))).isEqualTo(40058);
        assertThat(code(update(update.replace("'button'", "'other'")))).isEqualTo(40063);
        assertThat(code(update(update.replace("1000002", "7")))).isEqualTo(301002);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "42014 | 'T-1' | 'T 1'",
                "41016 | 'title':'t' | 'title':''",
                "40058 | 'key':'n' | 'key':'y'",
                "40058 | 'button_list' | 'buttons'",
                "40058 | button_interaction | vote_interaction",
                "40058 | 'msgtype' | 'safe':1,'msgtype'",
            })
    void a_card_that_breaks_a_rule_is_refused(int code, String from, String to) throws Exception {
        assertThat(code(send(CARD.replace(from, to)))).isEqualTo(code);
        assertThat(simulator.world.violations()).hasSize(1);
    }

    @Test
    void a_task_id_serves_once() throws Exception {
        send(CARD);
        assertThat(code(send(CARD))).isEqualTo(42014);
    }

    @Test
    void an_uploaded_picture_can_be_sent_for_three_days_as_a_picture_only() throws Exception {
        String id = upload("image", "0123456789").path("media_id").asText();
        String image = OK.replace("'msgtype':'text'", "'image':{'media_id':'" + id + "'},'msgtype':'image'");

        assertThat(code(send(image))).isZero();
        assertThat(code(send(image.replace("'image'", "'file'")))).isEqualTo(40007);
        simulator.world.standAt(RunningSimulator.START.plusSeconds(3 * 86_400));
        assertThat(code(send(image))).isEqualTo(40007);
    }

    @Test
    void an_upload_of_another_kind_or_of_nothing_is_refused() throws Exception {
        assertThat(code(upload("song", "0123456789"))).isEqualTo(40004);
        assertThat(code(upload("image", "01234"))).isEqualTo(40006);
        assertThat(code(simulator.call("media/upload?type=image", "x"))).isEqualTo(41005);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0 | {'button':[{'type':'click','name':'核对','key':'k'}]}",
                "0 | {'button':[{'name':'a','sub_button':[{'type':'click','name':'b','key':'k'}]}]}",
                "40016 | {'button':[]}",
                "40016 | {'button':[{'name':'a'},{'name':'b'},{'name':'c'},{'name':'d'}]}",
                "40018 | {'button':[{'type':'click','name':'六个汉字太长','key':'k'}]}",
                "40019 | {'button':[{'type':'click','name':'a','key':''}]}",
                "40025 | {'button':[{'name':'a','sub_button':[{'type':'click','name':'','key':'k'}]}]}",
                "40023 | {'button':[{'name':'a','sub_button':[{},{},{},{},{},{}]}]}",
            })
    void a_menu_is_held_to_its_limits(int code, String menu) throws Exception {
        assertThat(code(simulator.call("menu/create?agentid=1000002", quoted(menu))))
                .isEqualTo(code);
        assertThat(code(simulator.call("menu/create?agentid=7", quoted(menu)))).isEqualTo(301002);
    }

    @Test
    void a_member_and_the_agent_can_be_looked_up() throws Exception {
        simulator.get("/sim/people");
        String token = "&access_token=" + simulator.token();
        assertThat(simulator
                        .get("/cgi-bin/user/get?userid=lisi" + token)
                        .path("name")
                        .asText())
                .isEqualTo("李四");
        assertThat(code(simulator.get("/cgi-bin/user/get?userid=nobody" + token)))
                .isEqualTo(60111);
        assertThat(code(simulator.get("/cgi-bin/agent/get?agentid=1000002" + token)))
                .isZero();
        assertThat(code(simulator.get("/cgi-bin/agent/get?agentid=7" + token))).isEqualTo(301002);
    }

    private JsonNode send(String body) throws IOException, InterruptedException {
        return simulator.call("message/send", quoted(body));
    }

    private JsonNode update(String body) throws IOException, InterruptedException {
        return simulator.call("message/update_template_card", quoted(body));
    }

    private JsonNode upload(String kind, String content) throws IOException, InterruptedException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.png\"\r\n\r\n" + content
                + "\r\n--b--\r\n";
        String path = "/cgi-bin/media/upload?type=" + kind + "&access_token=" + simulator.token();
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(simulator
                        .exchange(path, body, "multipart/form-data; boundary=b")
                        .body());
    }

    private static String quoted(String body) {
        return body.replace('\'', '"');
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }
}
