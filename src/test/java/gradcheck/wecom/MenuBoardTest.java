package gradcheck.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.outbox.SendOutcome;
import java.time.Clock;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The menu goes out as page 90231 wants it, and a refusal comes back with its number. */
class MenuBoardTest {
    private final MockWebServer platform = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        platform.start();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private SendOutcome publish(String answer) throws Exception {
        platform.enqueue(json("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}"));
        platform.enqueue(json(answer));
        String url = "http://127.0.0.1:" + platform.getPort();
        WecomSettings settings = new WecomSettings("ww", 7, new Secret("s"), List.of(), url);
        Menu menu = new Menu(List.of(
                new Menu.Button("开始核对", "开始核对", List.of()),
                new Menu.Button("帮助", "", List.of(new Menu.Button("我的进度", "进度", List.of())))));
        return new MenuBoard(settings, Clock.systemUTC()).publish(menu);
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    @Test
    void the_request_has_the_agent_the_token_and_both_levels() throws Exception {
        assertThat(publish("{\"errcode\":0,\"errmsg\":\"ok\"}")).isInstanceOf(SendOutcome.Sent.class);
        platform.takeRequest();
        RecordedRequest request = platform.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/cgi-bin/menu/create?agentid=7&access_token=T");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"button\":[{\"name\":\"开始核对\",\"type\":\"click\",\"key\":\"开始核对\"},"
                        + "{\"name\":\"帮助\",\"sub_button\":[{\"name\":\"我的进度\",\"type\":\"click\",\"key\":\"进度\"}]}]}");
    }

    @Test
    void a_refusal_and_a_dead_platform_are_values() throws Exception {
        assertThat(publish("{\"errcode\":60020,\"errmsg\":\"not allow to access from your ip\"}"))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class, r -> assertThat(r.code()).isEqualTo("60020"));
        platform.close();
        WecomSettings settings = new WecomSettings("ww", 7, new Secret("s"), List.of(), "http://127.0.0.1:1");
        assertThat(new MenuBoard(settings, Clock.systemUTC()).publish(new Menu(List.of())))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void a_limit_is_met_to_the_byte() {
        Menu fits = new Menu(List.of(new Menu.Button("一二三四五a", "x".repeat(128), List.of())));
        assertThat(fits.faults()).isEmpty();
        Menu tooLong = new Menu(List.of(new Menu.Button("一二三四五ab", "x".repeat(129), List.of())));
        assertThat(tooLong.faults())
                .extracting(f -> f.limit() + " " + f.found())
                .containsExactly("NAME 17", "WORD 129");
    }
}
