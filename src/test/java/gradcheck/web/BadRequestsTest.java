package gradcheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.turn.Answer;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import gradcheck.wecom.door.Door;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no platform and no browser sends: each gets a short answer that tells nothing, and the next is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsTest {
    private static final int TEN_MB = 10 * 1024 * 1024;
    private static final String HOST = "Host: bot\r\nConnection: close\r\n";

    private TestBot bot;
    private WebServer server;
    private int port;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        bot = new TestBot(folder, Map.of(), Map.of("GRADCHECK_PUBLIC_URL", "http://127.0.0.1:1"));
        WecomSettings settings = new WecomSettings(
                "wwcorp",
                1,
                new Secret("s"),
                List.of(new WecomSettings.Lock(
                        new Secret("tok"), new Secret("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"))),
                "http://x");
        Door door = new Door(settings, Clock.systemUTC(), new SecureRandom());
        server = new WebServer(
                new WebServer.Address("127.0.0.1", 0),
                List.of(
                        new CallbackRoute(
                                door, (incoming, at) -> CompletableFuture.completedFuture(new Answer.Silence())),
                        new HealthRoute(() -> new HealthRoute.Health(true, Map.of("status", "up")), () -> true),
                        new PageRoutes(bot.pages(), Optional.empty(), "http://127.0.0.1:1", new SecureRandom())));
        port = server.start();
    }

    @AfterAll
    void stop() {
        server.close();
        bot.close();
    }

    private static String post(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\n" + HOST + headers + "\r\n";
    }

    private void isShortAndServed(String answer) throws Exception {
        assertThat(answer)
                .doesNotContainIgnoringCase("jetty")
                .doesNotContainIgnoringCase("javalin")
                .doesNotContain("Exception", "\tat ");
        assertThat(RawRequest.status(RawRequest.send(port, "GET /health HTTP/1.1\r\n" + HOST + "\r\n")))
                .isEqualTo(200);
    }

    @Test
    void ten_megabytes_with_their_length_said_are_turned_away() throws Exception {
        String answer = RawRequest.send(
                port,
                post("/wecom/callback?msg_signature=a&timestamp=1&nonce=n", "Content-Length: " + TEN_MB + "\r\n"),
                out -> out.write(new byte[TEN_MB]));
        assertThat(RawRequest.status(answer)).isEqualTo(413);
        isShortAndServed(answer);
    }

    @Test
    void ten_megabytes_in_chunks_without_a_length_are_turned_away() throws Exception {
        String answer = RawRequest.send(
                port,
                post("/wecom/callback?msg_signature=a&timestamp=1&nonce=n", "Transfer-Encoding: chunked\r\n"),
                BadRequestsTest::tenMegabytesInChunks);
        assertThat(RawRequest.status(answer)).isEqualTo(413);
        isShortAndServed(answer);
    }

    private static void tenMegabytesInChunks(OutputStream out) throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent < TEN_MB; sent += 0x10000) {
            out.write(chunk);
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** What comes in drops may not hold a thread for long: there are two hundred. */
    @Test
    void a_body_that_comes_in_drops_is_given_up_and_others_are_served_meanwhile() throws Exception {
        List<Socket> drips = new ArrayList<>();
        String head = post("/wecom/callback?msg_signature=a&timestamp=1&nonce=n", "Transfer-Encoding: chunked\r\n");
        for (int i = 0; i < 50; i++) {
            Socket drip = new Socket(InetAddress.getLoopbackAddress(), port);
            drip.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            drips.add(drip);
        }
        long start = System.nanoTime();
        String answer = RawRequest.send(port, head, out -> {
            for (int i = 0; i < 200; i++) {
                out.write("1\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(50);
            }
        });
        long millis = (System.nanoTime() - start) / 1_000_000;
        isShortAndServed(answer);
        assertThat(RawRequest.status(answer)).isEqualTo(408);
        assertThat(millis).isLessThan(15_000);
        for (Socket drip : drips) {
            drip.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wecom/callback?msg_signature=%zz&timestamp=%&nonce=%00",
                "/wecom/callback?msg_signature=%ff%fe&timestamp=1&nonce=n",
                "/wecom/callback?msg_signature=a&timestamp=99999999999999999999&nonce=n",
                "/wecom/callback?msg_signature=a&timestamp=-1&nonce=<script>",
                "/wecom/callback?msg_signature=&timestamp=&nonce=",
                "/wecom/callback?msg_signature[]=a&timestamp[]=1&nonce[]=n",
                "/wecom/callback?msg_signature=a&msg_signature=a&timestamp=1&nonce=n",
                "/wecom/callback",
            })
    void addresses_that_make_no_sense_are_refused(String path) throws Exception {
        String body = "<xml><Encrypt>AAAA</Encrypt></xml>";
        String answer = RawRequest.send(
                port,
                post(path, "Content-Length: " + body.length() + "\r\n"),
                out -> out.write(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(RawRequest.status(answer)).isIn(400, 403);
        isShortAndServed(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /metrics, 404",
        "GET /inspect/people, 404",
        "GET /../../etc/passwd, 400",
        "GET /p/..%2f..%2fetc%2fpasswd, 200",
        "GET /p/%2e%2e/%2e%2e/etc/passwd, 400",
        "GET /p/%0d%0aSet-Cookie:a=b, 200",
        "GET /p/a%00b, 400",
        "GET /p/a;b=c, 200",
        "GET /wecom/callback/../../health, 404",
        "GET //wecom//callback, 404",
        "GET /.env, 404",
        "PUT /wecom/callback, 404",
        "DELETE /p/x, 404",
        "TRACE /health, 404",
        "PATCH /health, 404",
        "CONNECT bot:443, 400",
        "FOO /health, 404",
        "GET http://169.254.169.254/latest/meta-data, 400"
    })
    void other_paths_and_methods_lead_nowhere(String request, int status) throws Exception {
        String answer = RawRequest.send(port, request + " HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(RawRequest.status(answer)).as(answer).isEqualTo(status);
        isShortAndServed(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1\r\nHost: bot\r\nX: %s\r\n\r\n",
                "GET /health?%s HTTP/1.1\r\nHost: bot\r\n\r\n",
                "GET /p/%s HTTP/1.1\r\nHost: bot\r\n\r\n",
            })
    void overlong_heads_are_refused(String head) throws Exception {
        String answer = RawRequest.send(port, head.formatted("x".repeat(100_000)));
        assertThat(RawRequest.status(answer)).isIn(400, 414, 431);
        isShortAndServed(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /wecom/callback HTTP/1.1\r\nHost: bot\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /wecom/callback HTTP/1.1\r\nHost: bot\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST /wecom/callback HTTP/1.1\r\nHost: bot\r\nContent-Length: -1\r\n\r\n",
                "POST /wecom/callback HTTP/1.1\r\nHost: bot\r\nContent-Length : 1\r\n\r\na",
                "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /health\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
            })
    void heads_that_two_servers_would_read_in_two_ways_are_refused(String raw) throws Exception {
        String answer = RawRequest.send(port, raw);
        assertThat(RawRequest.status(answer)).as(answer).isIn(0, 400, 505);
        isShortAndServed(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml><Encrypt>",
                "<xml><Encrypt></Encrypt></xml>",
                "<xml><Encrypt>&#65;</Encrypt></xml>",
                "<xml><Encrypt><![CDATA[]]></Encrypt></xml>",
                "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]><xml><Encrypt>&lol2;</Encrypt></xml>",
                "{\"Encrypt\":\"AAAA\"}",
                "\u0000\u0000\u0000",
                "\uFEFF<xml></xml>",
            })
    void bodies_that_are_no_envelope_are_refused(String body) throws Exception {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            byte[] bytes = body.getBytes(charset);
            String answer = RawRequest.send(
                    port,
                    post(
                            "/wecom/callback?msg_signature=a&timestamp=1&nonce=n",
                            "Content-Length: " + bytes.length + "\r\n"),
                    out -> out.write(bytes));
            assertThat(RawRequest.status(answer)).isIn(400, 403);
            isShortAndServed(answer);
        }
    }

    /** Whoever has no page may not fill the memory with files for it. */
    @Test
    void an_upload_to_no_page_is_not_even_read() throws Exception {
        String part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
        String answer = RawRequest.send(
                port,
                post(
                        "/p/guessed",
                        "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + TEN_MB + "\r\n"),
                out -> {
                    out.write(part.getBytes(StandardCharsets.US_ASCII));
                    out.write(new byte[TEN_MB - part.length()]);
                });
        assertThat(RawRequest.status(answer)).isEqualTo(200);
        assertThat(answer).doesNotContain("type=\"file\"");
        isShortAndServed(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=b",
                "application/x-www-form-urlencoded; charset=nonsense",
                "application/json",
                "text/plain; charset=utf-16"
            })
    void forms_that_are_none_open_nothing(String type) throws Exception {
        String body = "step=%zz&key=%&step=open";
        String answer = RawRequest.send(
                port,
                post("/p/guessed", "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n"),
                out -> out.write(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(RawRequest.status(answer)).as(answer).isIn(200, 303, 400, 415);
        isShortAndServed(answer);
    }
}
