package gradcheck.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.RunningSimulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong on request, and that none of it counts as the bot's violation. */
class InjectedFaultsTest {
    private static final String TEXT =
            "{\"touser\":\"LiSi\",\"agentid\":1000002,\"msgtype\":\"text\",\"text\":{\"content\":\"hi\"}}";

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
    @CsvSource({"busy, -1", "parallel, 45033", "token, 42001"})
    void a_call_fails_as_often_as_planned_and_is_not_taken(String kind, int code) throws Exception {
        plan("{\"kind\":\"" + kind + "\",\"times\":1}");

        assertThat(send().path("errcode").asInt()).isEqualTo(code);
        assertThat(simulator.world.chat("LiSi")).isEmpty();
        assertThat(send().path("errcode").asInt(-99)).isZero();
        assertThat(simulator.world.chat("LiSi")).hasSize(1);
        assertThat(simulator.world.violations()).isEmpty();
        assertThat(simulator
                        .get("/sim/faults")
                        .path("faults")
                        .path(0)
                        .path("struck")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_minutes_limit_holds_for_the_minute() throws Exception {
        plan("{\"kind\":\"limit\",\"times\":1}");

        assertThat(send().path("errcode").asInt()).isEqualTo(45009);
        simulator.world.standAt(RunningSimulator.START.plusSeconds(59));
        assertThat(send().path("errcode").asInt()).isEqualTo(45009);
        simulator.world.standAt(RunningSimulator.START.plusSeconds(60));
        assertThat(send().path("errcode").asInt(-99)).isZero();
    }

    @Test
    void a_failing_server_answers_with_html() throws Exception {
        plan("{\"kind\":\"server\",\"times\":1}");
        var answer =
                simulator.exchange("/cgi-bin/message/send?access_token=" + simulator.token(), TEXT, "application/json");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void a_lost_answer_is_cut_off_after_the_message_was_taken() throws Exception {
        String token = simulator.token();
        plan("{\"kind\":\"lost\",\"times\":1}");

        assertThatThrownBy(() ->
                        simulator.exchange("/cgi-bin/message/send?access_token=" + token, TEXT, "application/json"))
                .isInstanceOf(IOException.class);
        assertThat(simulator.world.chat("LiSi")).hasSize(1);
    }

    @Test
    void a_lost_callback_is_delivered_again_and_a_repeated_one_once_more() throws Exception {
        plan("{\"kind\":\"unanswered\",\"times\":1}");
        assertThat(say().path("delivered").asBoolean()).isTrue();
        assertThat(simulator.bot.getRequestCount()).isEqualTo(2);

        plan("{\"kind\":\"repeat\",\"times\":1}");
        say();
        assertThat(simulator.bot.getRequestCount()).isEqualTo(4);
        say();
        assertThat(simulator.bot.getRequestCount()).isEqualTo(5);
    }

    @Test
    void the_same_seed_gives_the_same_faults() throws Exception {
        List<Integer> first = tenth(7);
        assertThat(tenth(7)).isEqualTo(first);
        assertThat(first).contains(-1, 0);
        assertThat(tenth(8)).isNotEqualTo(first);
    }

    @Test
    void a_fault_there_is_not_is_refused_and_changes_nothing() throws Exception {
        plan("{\"kind\":\"busy\",\"times\":1}");
        assertThat(plan("{\"kind\":\"earthquake\"}").path("error").asText()).contains("earthquake");
        assertThat(send().path("errcode").asInt()).isEqualTo(-1);
    }

    @Test
    void who_is_out_of_scope_or_without_a_licence_gets_nothing() throws Exception {
        person("outside");
        JsonNode outside = send();
        assertThat(outside.path("errcode").asInt()).isEqualTo(81013);
        assertThat(outside.path("invaliduser").asText()).isEqualTo("lisi");

        person("unlicensed");
        JsonNode unlicensed = simulator.call("message/send", TEXT.replace("LiSi", "LiSi|wang"));
        assertThat(unlicensed.path("errcode").asInt(-99)).isZero();
        assertThat(unlicensed.path("unlicenseduser").asText()).isEqualTo("lisi");
        assertThat(simulator.world.chat("LiSi")).isEmpty();
        assertThat(simulator.world.chat("wang")).hasSize(1);

        person("ok");
        assertThat(send().path("errcode").asInt(-99)).isZero();
        assertThat(simulator.world.violations()).isEmpty();
    }

    @Test
    void everything_on_the_wire_is_noted_with_the_fault_that_struck() throws Exception {
        plan("{\"kind\":\"busy\",\"times\":1}");
        send();
        say();
        JsonNode wire = simulator.get("/sim/wire");

        assertThat(wire.path(0).path("result").asText()).isEqualTo("errcode -1");
        assertThat(wire.path(0).path("fault").asText()).isEqualTo("busy");
        assertThat(wire.path(0).path("who").asText()).isEqualTo("LiSi");
        assertThat(wire.path(1).path("direction").asText()).isEqualTo("to");
    }

    private List<Integer> tenth(long seed) throws Exception {
        simulator.post("/sim/faults", "{\"seed\":" + seed + ",\"faults\":[{\"kind\":\"busy\",\"share\":0.3}]}");
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            codes.add(send().path("errcode").asInt(-99));
        }
        return codes;
    }

    private JsonNode plan(String fault) throws Exception {
        return simulator.post("/sim/faults", "{\"seed\":1,\"faults\":[" + fault + "]}");
    }

    private JsonNode person(String reach) throws Exception {
        return simulator.post("/sim/person", "{\"userid\":\"LiSi\",\"reach\":\"" + reach + "\"}");
    }

    private JsonNode send() throws Exception {
        return simulator.call("message/send", TEXT);
    }

    private JsonNode say() throws Exception {
        return simulator.post("/sim/say", "{\"userid\":\"LiSi\",\"text\":\"hi\"}");
    }
}
