package gradcheck.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.RunningSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other programs drive the simulator by. */
class ControlTest {
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
    void saying_something_tells_how_the_delivery_ended_and_stands_in_the_chat() throws Exception {
        JsonNode said = simulator.post("/sim/say", "{\"userid\":\"LiSi\",\"text\":\"你好\"}");
        JsonNode line = simulator.get("/sim/chat/LiSi").path(0);

        assertThat(said.toString()).isEqualTo("{\"delivered\":true,\"status\":200,\"reply\":\"\"}");
        assertThat(line.path("from").asText()).isEqualTo("person");
        assertThat(line.path("kind").asText()).isEqualTo("text");
        assertThat(line.path("text").asText()).isEqualTo("你好");
        assertThat(Instant.parse(line.path("at").asText())).isEqualTo(RunningSimulator.START);
    }

    @Test
    void a_picture_a_tap_on_the_menu_and_an_entry_are_delivered() throws Exception {
        assertThat(simulator
                        .post("/sim/media", "{\"userid\":\"LiSi\",\"kind\":\"image\"}")
                        .path("delivered"))
                .hasToString("true");
        assertThat(simulator
                        .post("/sim/menu", "{\"userid\":\"LiSi\",\"key\":\"帮助\"}")
                        .path("delivered"))
                .hasToString("true");
        assertThat(simulator.post("/sim/enter", "{\"userid\":\"LiSi\"}").path("delivered"))
                .hasToString("true");
        assertThat(simulator.bot.getRequestCount()).isEqualTo(3);
    }

    @Test
    void the_people_are_the_bots_and_a_stranger() throws Exception {
        assertThat(simulator.get("/sim/people").findValuesAsText("role"))
                .containsExactly("student", "secretary", "stranger");
        assertThat(simulator.get("/sim/person/LiSi").has("rows")).isTrue();
    }

    @Test
    void the_clock_of_both_is_set() throws Exception {
        simulator.post("/sim/clock", "{\"now\":\"2027-04-20T09:10:00+08:00\"}");

        assertThat(simulator.world.now()).isEqualTo(Instant.parse("2027-04-20T01:10:00Z"));
        assertThat(simulator.bot.takeRequest().getTarget()).isEqualTo("/inspect/people");
        assertThat(simulator.bot.takeRequest().getBody().utf8()).contains("2027-04-20T09:10:00+08:00");
    }

    @Test
    void what_falls_due_while_the_bot_takes_the_moment_bears_the_new_moment() throws Exception {
        simulator.onClock(() -> simulator.world.add("LiSi", "bot", "text", "提醒"));
        simulator.post("/sim/clock", "{\"now\":\"2027-04-20T09:10:00+08:00\"}");

        assertThat(simulator.world.chat("LiSi").get(0).at()).isEqualTo("2027-04-20T01:10:00Z");
    }

    @Test
    void a_moment_the_bot_did_not_take_is_undone() throws Exception {
        simulator.clockStatus = 409;
        simulator.exchange("/sim/clock", "{\"now\":\"2027-04-20T09:10:00+08:00\"}", "application/json");

        assertThat(simulator.world.now()).isEqualTo(RunningSimulator.START);
    }

    @Test
    void nonsense_is_answered_with_400_and_a_missing_bot_with_502() throws Exception {
        assertThat(simulator
                        .exchange("/sim/clock", "{\"now\":\"soon\"}", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(simulator.exchange("/sim/say", "{", "application/json").statusCode())
                .isEqualTo(400);
        simulator.bot.close();
        assertThat(simulator.exchange("/sim/people", null, "application/json").statusCode())
                .isEqualTo(502);
    }

    @Test
    void a_line_is_told_to_whoever_listens() throws Exception {
        URLConnection listener = simulator.address("/sim/events").toURL().openConnection();
        listener.setRequestProperty("Accept", "text/event-stream");
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(listener.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).contains("listening");
            simulator.post("/sim/say", "{\"userid\":\"LiSi\",\"text\":\"你好\"}");
            String line = events.lines()
                    .filter(l -> l.startsWith("data:"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line).contains("\"userid\":\"LiSi\"", "\"text\":\"你好\"");
        }
    }

    @Test
    void the_page_and_its_parts_fetch_nothing_from_elsewhere() throws Exception {
        for (String path : new String[] {
            "/",
            "/style.css",
            "/app.js",
            "/base.js",
            "/people.js",
            "/chat.js",
            "/cards.js",
            "/inspect.js",
            "/stage.js",
            "/tour.js"
        }) {
            var answer = simulator.exchange(path, null, "text/plain");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("innerHTML", "src=\"http", "href=\"http", "@import", "url(http");
        }
    }
}
