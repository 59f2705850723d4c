package gradcheck.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.RunningSimulator;
import gradcheck.simulator.world.Setup;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of card: what it must hold, what a tap tells the bot, and how it changes where it stands. */
class PlatformCardsTest {
    private static final String OPTIONS = "'option_list':[{'id':'a','text':'A'},{'id':'b','text':'B'}]";
    private static final String BUTTONS =
            "{'card_type':'button_interaction','task_id':'T-1','main_title':{'title':'t'},"
                    + "'quote_area':{'quote_text':'q'},'horizontal_content_list':[{'keyname':'k','value':'v'}],"
                    + "'button_selection':{'question_key':'q'," + OPTIONS + "},"
                    + "'button_list':[{'text':'yes','key':'y','style':1},{'text':'web','type':1,'url':'http://a'}]}";
    private static final String NOTICE = "{'card_type':'text_notice','main_title':{'title':'t'},"
            + "'jump_list':[{'type':1,'title':'j','url':'http://a'}],'card_action':{'type':1,'url':'http://a'}}";
    private static final String NEWS = "{'card_type':'news_notice','main_title':{'title':'t'},"
            + "'card_image':{'url':'http://a/b.png'},'card_action':{'type':1,'url':'http://a'}}";
    private static final String VOTE = "{'card_type':'vote_interaction','task_id':'T-2','main_title':{'title':'t'},"
            + "'checkbox':{'question_key':'q','mode':1," + OPTIONS + "},'submit_button':{'text':'ok','key':'s'}}";
    private static final String SELECTS = "{'card_type':'multiple_interaction','task_id':'T-3',"
            + "'main_title':{'title':'t'},'select_list':[{'question_key':'q'," + OPTIONS + "},{'question_key':'r',"
            + OPTIONS + "}],'submit_button':{'text':'ok','key':'s'}}";

    private RunningSimulator simulator;

    @BeforeEach
    void start() throws IOException {
        simulator = new RunningSimulator();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {BUTTONS, NOTICE, NEWS, VOTE, SELECTS})
    void a_card_of_every_kind_stands_in_the_chat(String card) throws Exception {
        JsonNode sent = send(card);

        assertThat(sent.path("errcode").asInt(-99)).isZero();
        assertThat(sent.has("response_code")).isEqualTo(card.contains("_interaction"));
        assertThat(simulator.world.violations()).isEmpty();
        assertThat(simulator.get("/sim/chat/LiSi").path(0).path("more").path("card"))
                .isEqualTo(json(card));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "B | 40058 | 'question_key':'q' | 'question_key':''",
                "B | 40058 | 'id':'b' | 'id':'a'",
                "B | 40058 | 'style':1 | 'style':5",
                "B | 40058 | ,'url':'http://a' | ",
                "B | 40058 | 'keyname':'k' | 'keyname':''",
                "B | 40058 | 'quote_area' | 'checkbox'",
                "B | 40058 | 'task_id' | 'action_menu':{'action_list':[]},'task_id'",
                "N | 40058 | 'type':1,'url':'http://a'}} | 'type':0}}",
                "N | 41016 | 'title':'t' | 'title':''",
                "N | 42014 | 'main_title' | 'action_menu':{'action_list':[{'text':'a','key':'k'}]},'main_title'",
                "W | 40058 | card_image | image_text_area",
                "V | 40058 | 'mode':1 | 'mode':2",
                "V | 40058 | 'key':'s' | 'key':''",
                "V | 42014 | T-2 | T 2",
                "V | 40058 | 'text':'B' | 'text':''",
                "S | 40058 | 'question_key':'r' | 'question_key':'q'",
                "S | 40058 | 'option_list' | 'options'",
                "S | 40058 | multiple_interaction | multiple",
            })
    void a_card_that_breaks_a_rule_is_refused(String kind, int code, String from, String to) throws Exception {
        String card =
                switch (kind) {
                    case "B" -> BUTTONS;
                    case "N" -> NOTICE;
                    case "W" -> NEWS;
                    case "V" -> VOTE;
                    default -> SELECTS;
                };
        assertThat(card).contains(from);

        assertThat(send(card.replace(from, to == null ? "" : to))
                        .path("errcode")
                        .asInt())
                .isEqualTo(code);
        assertThat(simulator.world.violations()).singleElement().asString().contains("page 90236");
    }

    @Test
    void a_length_the_page_only_recommends_is_advice_and_no_violation() throws Exception {
        send(BUTTONS.replace("'title':'t'", "'title':'" + "长".repeat(37) + "'"));

        assertThat(simulator.world.violations()).isEmpty();
        assertThat(simulator.get("/sim/advice").path(0).asText()).contains("main_title/title", "37", "90236");
    }

    @Test
    void a_tap_tells_the_key_the_card_and_what_was_chosen() throws Exception {
        send(SELECTS);
        String told = tap("s", ",'selected':{'q':['a'],'r':['b']}");

        assertThat(told)
                .contains("<Event><![CDATA[template_card_event]]>", "<EventKey><![CDATA[s]]>")
                .contains("<TaskId><![CDATA[T-3]]>", "<CardType><![CDATA[multiple_interaction]]>", "<ResponseCode>")
                .contains("<QuestionKey><![CDATA[q]]></QuestionKey><OptionIds><OptionId><![CDATA[a]]>")
                .contains("<QuestionKey><![CDATA[r]]></QuestionKey><OptionIds><OptionId><![CDATA[b]]>");
        assertThat(simulator.world.chat("LiSi").get(1).text()).isEqualTo("ok");
    }

    @Test
    void the_code_of_a_tap_changes_the_card_where_it_stands_once() throws Exception {
        send(BUTTONS);
        String code = between(tap("y", ""), "<ResponseCode><![CDATA[", "]]>");
        String update = "{'userids':['LiSi','wang'],'agentid':1000002,'response_code':'" + code + "','template_card':"
                + NOTICE + "}";

        JsonNode changed = simulator.call("message/update_template_card", update.replace('\'', '"'));

        assertThat(changed.path("errcode").asInt(-99)).isZero();
        assertThat(changed.path("invaliduser")).hasToString("[\"wang\"]");
        assertThat(simulator.world.chat("LiSi").get(0).more().get("card")).isEqualTo(json(NOTICE));
        assertThat(simulator
                        .call("message/update_template_card", update.replace('\'', '"'))
                        .path("errcode")
                        .asInt())
                .isEqualTo(40058);
    }

    @Test
    void the_button_of_a_notice_cannot_be_greyed() throws Exception {
        JsonNode sent = send(NOTICE.replace(
                "'main_title'", "'task_id':'T-9','action_menu':{'action_list':[{'text':'a','key':'k'}]},'main_title'"));
        String update = "{'userids':['LiSi'],'agentid':1000002,'response_code':'"
                + sent.path("response_code").asText() + "','button':{'replace_name':'x'}}";

        assertThat(simulator
                        .call("message/update_template_card", update.replace('\'', '"'))
                        .path("errcode")
                        .asInt())
                .isEqualTo(40058);
    }

    @Test
    void a_tap_on_a_card_that_is_not_there_is_no_tap() throws Exception {
        assertThat(simulator
                        .exchange("/sim/tap", "{\"userid\":\"LiSi\",\"line\":1,\"key\":\"y\"}", "application/json")
                        .statusCode())
                .isEqualTo(404);
    }

    private JsonNode send(String card) throws IOException, InterruptedException {
        String message = "{'touser':'LiSi','agentid':1000002,'msgtype':'template_card','template_card':" + card + "}";
        return simulator.call("message/send", message.replace('\'', '"'));
    }

    /** The event that the bot is told. */
    private String tap(String key, String more) throws Exception {
        while (simulator.bot.getRequestCount() > 0 && simulator.bot.takeRequest(1, TimeUnit.MILLISECONDS) != null) {
            // What was asked before the tap.
        }
        long line = simulator.world.chat("LiSi").get(0).id();
        String tap = "{'userid':'LiSi','line':" + line + ",'key':'" + key + "'" + more + "}";
        assertThat(simulator.post("/sim/tap", tap.replace('\'', '"')).path("delivered"))
                .hasToString("true");
        String body = simulator.bot.takeRequest().getBody().utf8();
        Setup setup = Setup.of(new String[0], Map.of());
        return new Crypto(setup.token(), setup.aesKey(), setup.corpId())
                .decrypt(between(body, "<Encrypt><![CDATA[", "]]>"));
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    private static JsonNode json(String text) throws IOException {
        return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
