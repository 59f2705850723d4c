package gradcheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Heads that make a server keep something for whoever sent them: here nothing is kept (A9). */
class OddRequestsTest {
    private static final List<String> ODD = List.of(
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Protocol: chat, superchat\r\nSec-WebSocket-Extensions: permessage-deflate",
            "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
            "Cookie: JSESSIONID=%d",
            "Cookie: JSESSIONID=a; page=%d; x; =; $Version=1",
            "Expect: 100-continue",
            "Expect: the unexpected",
            "Transfer-Encoding: identity",
            "Authorization: Basic %d",
            "X-Forwarded-For: %d\r\nForwarded: for=%d",
            "Accept-Language: %d;q=1,*;q=2",
            "Range: bytes=0-%d",
            "If-None-Match: \"%d\"",
            "Content-Type: multipart/form-data; boundary=%d\r\nContent-Length: 0",
            "Origin: http://%d\r\nAccess-Control-Request-Method: GET");
    private static final List<String> PATHS = List.of(
            "GET /health",
            "GET /live",
            "GET /none-%d",
            "GET /p/%d",
            "GET /wecom/callback?nonce=%d",
            "POST /wecom/callback",
            "OPTIONS /health");

    private WebServer server;
    private int port;

    @BeforeEach
    void start() {
        HealthRoute health = new HealthRoute(() -> new HealthRoute.Health(true, Map.of("status", "up")), () -> true);
        server = new WebServer(new WebServer.Address("127.0.0.1", 0), List.of(health));
        port = server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Kept alive, as a proxy does it: every request on the same few connections. */
    private void send(int requests) throws IOException {
        Socket socket = null;
        for (int i = 0; i < requests; i++) {
            if (socket == null || socket.isClosed()) {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setSoTimeout(5000);
            }
            String number = Integer.toString(i);
            String path = PATHS.get(i % PATHS.size()).replace("%d", number);
            String odd = ODD.get(i / PATHS.size() % ODD.size()).replace("%d", number);
            String connection = odd.startsWith("Upgrade") ? "Connection: Upgrade\r\n" : "";
            String length = path.startsWith("POST") && !odd.contains("Content-Length") && !odd.startsWith("Transfer")
                    ? "Content-Length: 0\r\n"
                    : "";
            String head = path + " HTTP/1.1\r\nHost: bot\r\n" + connection + length + odd + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            if (!answered(socket.getInputStream())) {
                socket.close();
            }
        }
        if (socket != null) {
            socket.close();
        }
    }

    /** Reads one answer; false when the connection ends with it. */
    private static boolean answered(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                return false;
            }
            head.append((char) one);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("http/1.1 100")) {
            return answered(in);
        }
        int at = lower.indexOf("content-length:");
        if (at < 0) {
            return false;
        }
        int length = Integer.parseInt(
                lower.substring(at + 15, lower.indexOf("\r\n", at)).strip());
        in.readNBytes(length);
        return !lower.contains("connection: close");
    }

    /** Objects that are still reached, by the beginning of their class's name; counting them collects the rest. */
    private static long live(String classes) throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(line -> line.length >= 4 && line[3].startsWith(classes))
                .mapToLong(line -> Long.parseLong(line[1]))
                .sum();
    }

    private static long liveBytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void odd_requests_leave_no_session_and_no_object_of_their_own_behind() throws Exception {
        send(PATHS.size() * ODD.size());
        assertThat(live("org.eclipse.jetty.session.ManagedSession") + live("org.eclipse.jetty.session.SessionData"))
                .isZero();
        long before = live("org.eclipse.jetty.");
        int requests = PATHS.size() * ODD.size() * 5;
        send(requests);
        assertThat(live("org.eclipse.jetty.") - before).isLessThan(requests / 2);
    }

    @Test
    void what_looks_like_a_websocket_begins_none() throws Exception {
        for (String odd : ODD.subList(0, 4)) {
            String answer = RawRequest.send(
                    port, "GET /health HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n" + odd + "\r\n\r\n");
            assertThat(RawRequest.status(answer)).as(odd).isIn(200, 400);
            assertThat(answer).doesNotContainIgnoringCase("Set-Cookie");
        }
    }

    @Tag("long")
    @Test
    void two_hundred_thousand_odd_requests_leave_the_heap_where_it_was() throws Exception {
        send(20_000);
        long before = liveBytes();
        send(200_000);
        long after = liveBytes();
        System.out.println("live heap before and after 200,000 odd requests: " + before + " " + after);
        assertThat(after - before).isLessThan(5L * 1024 * 1024);
    }
}
