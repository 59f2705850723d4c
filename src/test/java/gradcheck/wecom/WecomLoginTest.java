package gradcheck.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.PersonId;
import java.time.Clock;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who opens a page, by pages 91022 and 91023; whatever the platform does not say is nobody. */
class WecomLoginTest {
    private final MockWebServer platform = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        platform.start();
        platform.enqueue(json("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}"));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private WecomLogin login(String url) {
        return new WecomLogin(new WecomSettings("ww", 7, new Secret("s"), List.of(), url), Clock.systemUTC());
    }

    private WecomLogin here() {
        return login("http://127.0.0.1:" + platform.getPort());
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    @Test
    void a_members_code_names_the_member() throws Exception {
        platform.enqueue(json("{\"errcode\":0,\"errmsg\":\"ok\",\"userid\":\"JM-Xinxi\"}"));
        assertThat(here().userOf("C 1")).contains(new PersonId("jm-xinxi"));
        platform.takeRequest();
        assertThat(platform.takeRequest().getTarget())
                .startsWith("/cgi-bin/auth/getuserinfo?")
                .contains("code=C%201");
    }

    @Test
    void a_guest_a_spent_code_and_a_dead_platform_name_nobody() {
        WecomLogin login = here();
        platform.enqueue(json("{\"errcode\":0,\"errmsg\":\"ok\",\"openid\":\"o1\"}"));
        platform.enqueue(json("{\"errcode\":40029,\"errmsg\":\"invalid code\"}"));
        assertThat(login.userOf("guest")).isEmpty();
        assertThat(login.userOf("spent")).isEmpty();
        platform.close();
        assertThat(login.userOf("late")).isEmpty();
    }

    @Test
    void the_real_platform_is_asked_at_its_own_address() {
        String address = login("https://qyapi.weixin.qq.com").address("https://a.edu.cn/p/x");
        assertThat(address)
                .isEqualTo("https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww"
                        + "&redirect_uri=https%3A%2F%2Fa.edu.cn%2Fp%2Fx&response_type=code&scope=snsapi_base"
                        + "&state=page&agentid=7#wechat_redirect");
    }
}
