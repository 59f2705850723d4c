package gradcheck.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Directory.Answer;
import gradcheck.message.PersonId;
import java.time.Clock;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who an account is of, by page 90196; whatever the platform does not say plainly can't be told. */
class WecomDirectoryTest {
    private final MockWebServer platform = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        platform.start();
        says("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void says(String body) {
        platform.enqueue(new MockResponse.Builder().body(body).build());
    }

    private WecomDirectory directory() {
        String url = "http://127.0.0.1:" + platform.getPort();
        return new WecomDirectory(new WecomSettings("ww", 7, new Secret("s"), List.of(), url), Clock.systemUTC());
    }

    private Answer asked(WecomDirectory directory, String body) {
        says(body);
        return directory.ask(new PersonId("ZhangSan"));
    }

    @Test
    void a_member_is_named_and_who_has_left_or_never_was_is_nobody() throws Exception {
        WecomDirectory directory = directory();
        assertThat(asked(directory, "{\"errcode\":0,\"userid\":\"ZhangSan\",\"name\":\"张三\",\"status\":1}"))
                .isEqualTo(new Answer.Member("张三"));
        platform.takeRequest();
        assertThat(platform.takeRequest().getTarget())
                .startsWith("/cgi-bin/user/get?")
                .contains("userid=zhangsan");
        assertThat(asked(directory, "{\"errcode\":0,\"userid\":\"ZhangSan\",\"name\":\"张三\",\"status\":5}"))
                .isEqualTo(new Answer.Nobody());
        assertThat(asked(directory, "{\"errcode\":60111,\"errmsg\":\"userid not found\"}"))
                .isEqualTo(new Answer.Nobody());
    }

    @Test
    void a_refusal_a_strangers_answer_and_a_dead_platform_tell_nothing() {
        WecomDirectory directory = directory();
        assertThat(asked(directory, "{\"errcode\":60011,\"errmsg\":\"no privilege\"}"))
                .isEqualTo(new Answer.CannotTell());
        assertThat(asked(directory, "{\"hello\":1}")).isEqualTo(new Answer.CannotTell());
        assertThat(asked(directory, "<html>")).isEqualTo(new Answer.CannotTell());
        platform.close();
        assertThat(directory.ask(new PersonId("x"))).isEqualTo(new Answer.CannotTell());
    }
}
