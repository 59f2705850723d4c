package gradcheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Incoming;
import gradcheck.turn.Answer;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import gradcheck.wecom.door.Door;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door over real HTTP: what is let in, and with which status the rest is turned away. */
class CallbackRouteTest {
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String CORP = "wwcorp";

    private final List<Incoming> taken = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Function<Incoming, CompletableFuture<Answer>> turn =
            in -> CompletableFuture.completedFuture(new Answer.Says("收到 ]]> <b>"));
    private WebServer server;
    private String base;
    private WxCpCryptUtil platform;

    @BeforeEach
    void start() {
        WecomSettings settings = new WecomSettings(
                CORP,
                1,
                new Secret("s"),
                List.of(new WecomSettings.Lock(new Secret("tok"), new Secret(KEY))),
                "http://x");
        CallbackRoute route =
                new CallbackRoute(new Door(settings, Clock.systemUTC(), new SecureRandom()), (incoming, at) -> {
                    taken.add(incoming);
                    return turn.apply(incoming);
                });
        HealthRoute health = new HealthRoute(() -> new HealthRoute.Health(false, Map.of("status", "down")), () -> true);
        server = new WebServer(new WebServer.Address("127.0.0.1", 0), List.of(route, health));
        base = "http://127.0.0.1:" + server.start();
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setToken("tok");
        config.setCorpId(CORP);
        config.setAesKey(KEY);
        platform = new WxCpCryptUtil(config);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String query(String encrypted) {
        String signature = SHA1.gen("tok", "1700000000", "n", encrypted);
        return "?msg_signature=" + signature + "&timestamp=1700000000&nonce=n";
    }

    private HttpResponse<String> post(String inner) throws Exception {
        String encrypted = platform.encrypt("0123456789abcdef", inner);
        return post(query(encrypted), "<xml><ToUserName>x</ToUserName><Encrypt>" + encrypted + "</Encrypt></xml>");
    }

    private HttpResponse<String> post(String query, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + "/wecom/callback" + query))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String text(String content) {
        return "<xml><FromUserName>LiSi</FromUserName><CreateTime>1700000000</CreateTime><MsgType>text</MsgType>"
                + "<Content><![CDATA[" + content + "]]></Content><MsgId>42</MsgId></xml>";
    }

    @Test
    void the_address_check_gets_the_bare_plain_text() throws Exception {
        String echo = platform.encrypt("0123456789abcdef", "1616140317555161061");
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + "/wecom/callback" + query(echo)
                + "&echostr=" + URLEncoder.encode(echo, StandardCharsets.UTF_8))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1616140317555161061");
    }

    @Test
    void a_text_is_taken_and_answered_sealed_with_nothing_breaking_out() throws Exception {
        HttpResponse<String> answer = post(text("你好📚"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(taken).singleElement().isInstanceOfSatisfying(Incoming.Text.class, t -> {
            assertThat(t.text()).isEqualTo("你好📚");
            assertThat(t.from().value()).isEqualTo("lisi");
            assertThat(t.key()).isEqualTo("m:42");
        });
        String encrypted = answer.body().replaceAll("(?s).*<Encrypt><!\\[CDATA\\[(.*?)]]></Encrypt>.*", "$1");
        assertThat(platform.decrypt(encrypted)).contains("<Content><![CDATA[收到 ]]]]><![CDATA[> <b>]]></Content>");
    }

    @Test
    void a_wrong_signature_a_foreign_receiver_and_a_stale_message_are_forbidden_alike() throws Exception {
        String encrypted = platform.encrypt("0123456789abcdef", text("x"));
        String body = "<xml><Encrypt>" + encrypted + "</Encrypt></xml>";
        HttpResponse<String> wrong = post("?msg_signature=00&timestamp=1700000000&nonce=n", body);
        WxCpDefaultConfigImpl other = new WxCpDefaultConfigImpl();
        other.setToken("tok");
        other.setCorpId("wwother");
        other.setAesKey(KEY);
        String foreign = new WxCpCryptUtil(other).encrypt("0123456789abcdef", text("x"));
        HttpResponse<String> receiver = post(query(foreign), "<xml><Encrypt>" + foreign + "</Encrypt></xml>");
        assertThat(taken).isEmpty();
        turn = in -> CompletableFuture.completedFuture(new Answer.Stale());
        HttpResponse<String> stale = post(text("x"));
        assertThat(List.of(wrong.statusCode(), receiver.statusCode(), stale.statusCode()))
                .containsOnly(403);
        assertThat(List.of(wrong.body(), receiver.body(), stale.body())).containsOnly(wrong.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not xml",
                "<xml><MsgType>text</MsgType></xml>",
                "<!DOCTYPE x [<!ENTITY a \"b\">]><xml><FromUserName>&a;</FromUserName></xml>",
                "<xml><FromUserName>a</FromUserName><CreateTime>soon</CreateTime><MsgType>text</MsgType></xml>",
                "<a><a><a><a><a><a><a><a><a><a></a></a></a></a></a></a></a></a></a></a>"
            })
    void what_cannot_be_parsed_is_a_bad_request(String inner) throws Exception {
        assertThat(post(inner).statusCode()).isEqualTo(400);
        assertThat(taken).isEmpty();
    }

    @Test
    void missing_or_doubled_parameters_and_bodies_without_envelope_are_bad_requests() throws Exception {
        assertThat(post("", "<xml></xml>").statusCode()).isEqualTo(400);
        assertThat(post("?msg_signature=a&msg_signature=b&timestamp=1&nonce=n", "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("?msg_signature=a&timestamp=1&nonce=n", "hello").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_body_past_64_kib_is_too_large() throws Exception {
        assertThat(post("?msg_signature=a&timestamp=1&nonce=n", "x".repeat(64 * 1024 + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void what_could_not_be_stored_is_asked_for_again() throws Exception {
        turn = in -> CompletableFuture.failedFuture(new IllegalStateException("disk full"));
        assertThat(post(text("x")).statusCode()).isEqualTo(503);
    }

    @Test
    void silence_is_an_empty_200() throws Exception {
        turn = in -> CompletableFuture.completedFuture(new Answer.Silence());
        HttpResponse<String> answer = post(text("x"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"enter_agent", "subscribe", "unsubscribe", "click", "template_card_event", "LOCATION", "new"})
    void every_event_is_taken(String event) throws Exception {
        assertThat(post("<xml><FromUserName>a</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>"
                                + event + "</Event><EventKey>k</EventKey></xml>")
                        .statusCode())
                .isEqualTo(200);
        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).key()).startsWith("e:a|1|" + event);
    }

    @Test
    void health_that_is_down_says_so() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + "/health")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"status\":\"down\"");
        assertThat(answer.headers().firstValue("server")).isEmpty();
    }
}
