package gradcheck.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.simulator.world.ChatLine;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bot is sent, and what becomes of a bot that answers late, wrongly or not at all. */
class CallbacksTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final MockWebServer bot = new MockWebServer();
    private final World world = new World(Clock.fixed(Instant.parse("2027-03-15T02:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void start() throws IOException {
        bot.start();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void a_text_arrives_signed_and_sealed() throws Exception {
        bot.enqueue(new MockResponse.Builder().code(200).build());

        Callbacks.CallbackResult delivery = callbacks().text("LiSi", "你好 ]]> <b>");

        var request = bot.takeRequest();
        String body = request.getBody().utf8();
        String sealed = body.substring(body.indexOf("<Encrypt><![CDATA[") + 18, body.indexOf("]]></Encrypt>"));
        var query = request.getUrl();
        assertThat(query.queryParameter("msg_signature"))
                .isEqualTo(crypto().sign(query.queryParameter("timestamp"), query.queryParameter("nonce"), sealed));
        assertThat(crypto().decrypt(sealed))
                .contains(
                        "<FromUserName><![CDATA[LiSi]]>", "你好 ]]]]><![CDATA[>", "<CreateTime>1805076000</CreateTime>");
        assertThat(delivery).isEqualTo(new Callbacks.CallbackResult(true, 200, ""));
    }

    @Test
    void a_failing_bot_is_asked_four_times_with_the_same_message() throws Exception {
        for (int i = 0; i < 5; i++) {
            bot.enqueue(new MockResponse.Builder().code(500).build());
        }

        Callbacks.CallbackResult delivery = callbacks().text("LiSi", "在吗");

        assertThat(delivery).isEqualTo(new Callbacks.CallbackResult(false, 500, ""));
        assertThat(bot.getRequestCount()).isEqualTo(4);
        assertThat(bot.takeRequest().getBody()).isEqualTo(bot.takeRequest().getBody());
        assertThat(world.chat("LiSi")).extracting(ChatLine::kind).containsExactly("text", "notice");
    }

    @Test
    void a_bot_that_does_not_answer_in_time_is_asked_again_and_its_late_answer_counts() throws Exception {
        bot.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        bot.enqueue(new MockResponse.Builder().code(200).build());

        assertThat(callbacks().text("LiSi", "在吗").delivered()).isTrue();
        assertThat(bot.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_bot_that_is_down_is_not_delivered_to() throws Exception {
        Callbacks callbacks = callbacks();
        bot.close();

        assertThat(callbacks.enter("LiSi")).isEqualTo(new Callbacks.CallbackResult(false, 0, ""));
    }

    @Test
    void a_sealed_reply_is_opened_and_stands_in_the_chat() throws Exception {
        bot.enqueue(reply(crypto(), "<xml><Content><![CDATA[您好]]></Content></xml>", false));

        assertThat(callbacks().text("LiSi", "在吗").reply()).isEqualTo("您好");
        assertThat(world.chat("lisi")).extracting(ChatLine::from).containsExactly("person", "bot");
        assertThat(world.violations()).isEmpty();
    }

    @Test
    void a_reply_with_a_wrong_signature_is_a_violation() throws Exception {
        bot.enqueue(reply(crypto(), "<xml><Content><![CDATA[您好]]></Content></xml>", true));

        assertThat(callbacks().text("LiSi", "在吗").reply()).isEmpty();
        assertThat(world.violations()).singleElement().asString().contains("signature", "90238");
    }

    @Test
    void a_reply_sealed_for_another_company_is_a_violation() throws Exception {
        Setup setup = setup();
        bot.enqueue(reply(new Crypto(setup.token(), setup.aesKey(), "wwother"), "<xml/>", false));

        assertThat(callbacks().text("LiSi", "在吗").reply()).isEmpty();
        assertThat(world.violations()).singleElement().asString().contains("wwother", "91144");
    }

    @Test
    void a_reply_over_2048_bytes_is_a_violation() throws Exception {
        bot.enqueue(reply(crypto(), "<xml><Content><![CDATA[" + "核".repeat(683) + "]]></Content></xml>", false));

        callbacks().text("LiSi", "在吗");

        assertThat(world.violations()).singleElement().asString().contains("2,048");
    }

    private static MockResponse reply(Crypto crypto, String plain, boolean forged) throws GeneralSecurityException {
        String sealed = crypto.encrypt(plain);
        String signature = forged ? "0".repeat(40) : crypto.sign("1805076000", "n", sealed);
        return new MockResponse.Builder()
                .body("<xml><Encrypt><![CDATA[" + sealed + "]]></Encrypt><MsgSignature><![CDATA[" + signature
                        + "]]></MsgSignature><TimeStamp>1805076000</TimeStamp><Nonce><![CDATA[n]]></Nonce></xml>")
                .build();
    }

    private Callbacks callbacks() {
        return new Callbacks(Parts.of(setup(), world), PATIENCE);
    }

    private Crypto crypto() {
        return new Crypto(setup().token(), setup().aesKey(), setup().corpId());
    }

    private Setup setup() {
        URI address = URI.create("http://127.0.0.1:" + bot.getPort());
        return Setup.of(new String[] {"--bot", address.toString()}, Map.of());
    }
}
