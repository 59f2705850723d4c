package gradcheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.turn.Answer;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import gradcheck.wecom.door.Door;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three hundred who send a byte now and then: nobody else waits for them, and each of them is ended (A17). */
class SlowRequestsTest {
    private static final int MANY = 300;
    private static final String CALLBACK =
            "POST /wecom/callback?msg_signature=a&timestamp=1&nonce=n HTTP/1.1\r\nHost: bot\r\nContent-Length: 60000\r\n\r\n<xml>";
    private static final String PAGE = "POST /p/guessed HTTP/1.1\r\nHost: bot\r\nContent-Length: 60000\r\n\r\nx";
    private static final String HEAD = "GET /health HTTP/1.1\r\nHost: bot\r\nX: ";

    private final List<Socket> sockets = new ArrayList<>();
    private WebServer server;
    private int port;

    @BeforeEach
    void start() {
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
                        new HealthRoute(() -> new HealthRoute.Health(true, Map.of("status", "up")), () -> true)));
        port = server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    private void open(String begun) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        sockets.add(socket);
    }

    /** Sends each one more byte; how many are still there to take it. */
    private int drip() {
        int there = 0;
        for (Socket socket : sockets) {
            try {
                socket.getOutputStream().write('x');
                there += isEnded(socket) ? 0 : 1;
            } catch (IOException e) {
                // Hung up on: that is what is waited for.
            }
        }
        return there;
    }

    /** It was answered, or hung up on. */
    private static boolean isEnded(Socket socket) throws IOException {
        if (socket.getInputStream().available() > 0) {
            return true;
        }
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    private long healthMillis() throws Exception {
        long start = System.nanoTime();
        String answer = RawRequest.send(port, "GET /health HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n");
        assertThat(RawRequest.status(answer)).isEqualTo(200);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void endsAll(String begun) throws Exception {
        for (int i = 0; i < MANY; i++) {
            open(begun);
        }
        long start = System.nanoTime();
        int there = MANY;
        while (there > 0 && System.nanoTime() - start < 30_000_000_000L) {
            assertThat(healthMillis()).as("while %s of them go on", there).isLessThan(2000);
            Thread.sleep(500);
            there = drip();
        }
        assertThat(there).as("still there").isZero();
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(20_000);
    }

    @Test
    void bodies_that_come_in_drops_hold_nobody_up_and_end() throws Exception {
        endsAll(CALLBACK);
    }

    @Test
    void heads_that_come_in_drops_hold_nobody_up_and_end() throws Exception {
        endsAll(HEAD);
    }

    @Test
    void bodies_that_nobody_asked_for_hold_nobody_up_and_end() throws Exception {
        endsAll(PAGE);
    }

    /** A platform far away takes its time, and is heard. */
    @Test
    void a_body_in_two_halves_is_read_whole() throws Exception {
        String body = "<xml><Encrypt>AAAA</Encrypt></xml>";
        String answer = RawRequest.send(
                port,
                "POST /wecom/callback?msg_signature=a&timestamp=1&nonce=n HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n",
                out -> {
                    out.write(body.substring(0, 10).getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    Thread.sleep(1500);
                    out.write(body.substring(10).getBytes(StandardCharsets.US_ASCII));
                });
        assertThat(RawRequest.status(answer)).isEqualTo(403);
    }
}
