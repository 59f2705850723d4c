package gradcheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import gradcheck.wecom.door.Door;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.chanjar.weixin.common.util.crypto.SHA1;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks that are signed rightly and hold what nobody thought of: people are answered, events leave no trace. */
class OddCallbacksTest {
    private static final byte[] KEY = Base64.getDecoder().decode("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG=");
    private static final String CORP = "wwcorp";
    private static final String AGENT = "1000002";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestBot bot;
    private WebServer server;
    private String base;
    private int messages;

    @BeforeEach
    void start() throws Exception {
        bot = new TestBot(folder);
        WecomSettings settings = new WecomSettings(
                CORP,
                Integer.parseInt(AGENT),
                new Secret("s"),
                List.of(new WecomSettings.Lock(
                        new Secret("tok"), new Secret("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"))),
                "http://x");
        Door door = new Door(settings, Clock.systemUTC(), new SecureRandom());
        CallbackRoute route =
                new CallbackRoute(door, (incoming, at) -> CompletableFuture.completedFuture(bot.take(incoming)));
        server = new WebServer(new WebServer.Address("127.0.0.1", 0), List.of(route));
        base = "http://127.0.0.1:" + server.start() + "/wecom/callback";
    }

    @AfterEach
    void stop() {
        server.close();
        bot.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] crypt(int mode, byte[] bytes) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(KEY, 0, 16));
        return cipher.doFinal(bytes);
    }

    /** Page 90930, by hand: what no library would encode can be sent, too. */
    private static String sealed(byte[] message) throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.write(new byte[16]);
        plain.write(ByteBuffer.allocate(4).putInt(message.length).array());
        plain.write(message);
        plain.write(utf8(CORP));
        int padding = 32 - plain.size() % 32;
        byte[] padded = Arrays.copyOf(plain.toByteArray(), plain.size() + padding);
        Arrays.fill(padded, plain.size(), padded.length, (byte) padding);
        return Base64.getEncoder().encodeToString(crypt(Cipher.ENCRYPT_MODE, padded));
    }

    private static String query(String encrypted) {
        return "?msg_signature=" + SHA1.gen("tok", "1700000000", "n", encrypted) + "&timestamp=1700000000&nonce=n";
    }

    private HttpResponse<String> post(byte[] message) throws Exception {
        String encrypted = sealed(message);
        return http.send(
                HttpRequest.newBuilder(URI.create(base + query(encrypted)))
                        .POST(HttpRequest.BodyPublishers.ofString("<xml><Encrypt>" + encrypted + "</Encrypt></xml>"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What the answer says, in the open. */
    private static String said(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        if (answer.body().isEmpty()) {
            return "";
        }
        String encrypted = answer.body().replaceAll("(?s).*<Encrypt><!\\[CDATA\\[(.*?)]]></Encrypt>.*", "$1");
        String plain =
                new String(crypt(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted)), StandardCharsets.UTF_8);
        return plain.substring(plain.indexOf("<Content>"));
    }

    private String message(String content) {
        messages++;
        return "<xml><ToUserName>" + CORP + "</ToUserName><FromUserName>" + liSi()
                + "</FromUserName><CreateTime>1700000000</CreateTime><MsgType>text</MsgType><Content>" + content
                + "</Content><MsgId>" + messages + "</MsgId><AgentID>" + AGENT + "</AgentID></xml>";
    }

    private String liSi() {
        return bot.named("李四").orElseThrow().value();
    }

    private static String event(String from, String rest) {
        return "<xml><ToUserName>" + CORP + "</ToUserName>"
                + (from.isEmpty() ? "" : "<FromUserName>" + from + "</FromUserName>")
                + "<CreateTime>1700000000</CreateTime><MsgType>event</MsgType>" + rest + "</xml>";
    }

    private boolean isTraceless() {
        return bot.store().<Boolean>read(tables -> tables.inbox().lastHeard().isEmpty())
                && bot.sent().isEmpty();
    }

    /** A14: Word's soft line break, what old programs and half an emoji leave in a text, bare and as references. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<![CDATA[开始\u000B核对]]>",
                "<![CDATA[\u0008开始核对\u001D]]>",
                "<![CDATA[\u0000开始\u0001核\u001F对\uFFFE\uFFFF]]>",
                "开始&#x0B;核对",
                "&#8;开始核对&#X1d;",
                "开始核对&#xFFFE;&#xD83D;&#65535;&#0;&#99999999999;",
                "开始\u000C核对&#x;&#;&nbsp",
                "<![CDATA[开始核对]]>\u0003"
            })
    void what_xml_cannot_hold_is_taken_out_of_a_persons_words_and_they_are_answered(String content) throws Exception {
        String said = said(post(utf8(message(content))));
        boolean isPlain = !content.contains("&nbsp") && !content.contains("&#x;");
        assertThat(said).contains(isPlain ? "已阅读" : "</Content>");
    }

    /** A14: half an emoji as a program in Java or JavaScript writes it: three bytes that are no UTF-8. */
    @Test
    void half_an_emoji_is_taken_out_of_a_persons_words_and_they_are_answered() throws Exception {
        byte[] message = utf8(message("开始#核对"));
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        for (byte one : message) {
            broken.write(one == '#' ? new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0xBD} : new byte[] {one});
        }
        assertThat(said(post(broken.toByteArray()))).contains("已阅读");
    }

    /** A14: what looks like a reference or an end in a person's own words stays what they wrote. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<![CDATA[我写了 ]]> 和 &#x0B; 和 <b>]]>",
                "<![CDATA[A&B &amp; &lt;]]>",
                "A&B；C & D",
                "&#xD83D;&#xDE00; 你好"
            })
    void words_that_look_like_markup_are_answered(String content) throws Exception {
        assertThat(said(post(utf8(message(content))))).isNotEmpty();
    }

    /** A person could else speak as another. */
    @Test
    void a_text_that_tries_to_end_itself_names_nobody_else() throws Exception {
        said(post(utf8(message("<![CDATA[x]]></Content><FromUserName>zhangsan</FromUserName><Content><![CDATA[y]]>"))));
        assertThat(bot.store().<Boolean>read(tables -> tables.inbox()
                        .lastHeard()
                        .keySet()
                        .equals(java.util.Set.of(bot.named("李四").orElseThrow()))))
                .isTrue();
    }

    /** A15: each of these was answered in words, and {@code sys} was asked for its student number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Event>LOCATION</Event><Latitude>1</Latitude>",
                "<Event>view</Event><EventKey>https://x</EventKey>",
                "<Event>view_miniprogram</Event><EventKey>p</EventKey>",
                "<Event>click</Event><EventKey>no word of ours</EventKey>",
                "<Event>click</Event><EventKey></EventKey>",
                "<Event>template_card_menu_event</Event><EventKey>无误</EventKey><TaskId>t</TaskId>",
                "<Event>batch_job_result</Event><BatchJob><JobId>1</JobId></BatchJob>",
                "<Event>change_contact</Event><ChangeType>create_user</ChangeType>",
                "<Event>location_select</Event><EventKey>k</EventKey>",
                "<Event>pic_weixin</Event><EventKey>k</EventKey>",
                "<Event>scancode_push</Event><EventKey>k</EventKey>",
                "<Event>open_approval_change</Event>",
                "<Event>close_inactive_agent</Event><EffectTime>1</EffectTime>",
                "<Event>taskcard_click</Event><EventKey>无误</EventKey>",
                "<Event>tomorrow's new event</Event>",
                "<Event></Event>"
            })
    void an_event_without_a_meaning_gets_an_empty_200_and_leaves_no_trace(String event) throws Exception {
        for (String from : List.of("sys", liSi(), "nobody-we-know", "")) {
            if (!from.isEmpty() || !event.contains("click")) {
                assertThat(said(post(utf8(event(from, event))))).as(from).isEmpty();
            }
        }
        bot.doWhatIsDue();
        assertThat(isTraceless()).isTrue();
    }

    /** A15: whatever the platform itself says, nobody is there to be answered. */
    @Test
    void nothing_that_sys_says_is_answered() throws Exception {
        assertThat(said(post(utf8(event("sys", "<Event>enter_agent</Event>"))))).isEmpty();
        assertThat(said(post(utf8(message("你好").replace(liSi(), "sys"))))).isEmpty();
        assertThat(isTraceless()).isTrue();
    }

    /** A15: whoever opens the application thirteen times in a minute has not written yet. */
    @ParameterizedTest
    @ValueSource(strings = {"enter_agent", "subscribe", "LOCATION", "view"})
    void what_is_no_word_and_no_tap_leaves_the_pace_alone(String event) throws Exception {
        bot.keepPace();
        for (int second = 0; second < 13; second++) {
            String xml = event(liSi(), "<Event>" + event + "</Event><AgentID>" + AGENT + "</AgentID>");
            assertThat(post(utf8(xml.replace("1700000000", "17000000" + (10 + second))))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(said(post(utf8(message("开始核对"))))).contains("已阅读");
    }

    /** Several applications of a corporation may share a key: what is another's is not ours to answer. */
    @Test
    void a_message_for_another_application_or_corporation_is_refused_like_a_wrong_receiver() throws Exception {
        for (String wrong : List.of(
                message("开始核对").replace("<AgentID>" + AGENT, "<AgentID>1000003"),
                message("开始核对").replace("<AgentID>" + AGENT, "<AgentID>0"),
                message("开始核对").replace("<AgentID>" + AGENT, "<AgentID>x"),
                message("开始核对").replace("<ToUserName>" + CORP, "<ToUserName>wwother"))) {
            HttpResponse<String> answer = post(utf8(wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("forbidden");
        }
        assertThat(isTraceless()).isTrue();
        assertThat(said(post(utf8(message("开始核对").replace("<AgentID>" + AGENT + "</AgentID>", "")))))
                .as("not every event names the application")
                .contains("已阅读");
    }

    /** A15: some proxies and test pages don't escape the plus signs of base64. */
    @Test
    void a_plus_that_became_a_space_in_the_address_check_is_read() throws Exception {
        int withPlus = 0;
        for (int i = 0; i < 50; i++) {
            String echo = sealed(utf8("1616140317555161061" + i));
            withPlus += echo.contains("+") ? 1 : 0;
            for (String written : List.of(echo, echo.replace("+", "%20"), echo.replace("+", "%2B"))) {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create(base + query(echo) + "&echostr=" + written))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.body()).as(written).isEqualTo("1616140317555161061" + i);
            }
        }
        assertThat(withPlus).isPositive();
    }
}
