package gradcheck.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A platform that takes every message at once: cards are sent and settled beside the load, as in a real season. */
final class QuickPlatform implements AutoCloseable {
    private static final byte[] TAKEN =
            ("{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"token\",\"expires_in\":7200,"
                            + "\"msgid\":\"message\",\"response_code\":\"code\"}")
                    .getBytes(StandardCharsets.UTF_8);
    private static final int BACKLOG = 50;

    private final HttpServer server;

    QuickPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/", call -> {
            call.getRequestBody().readAllBytes();
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, TAKEN.length);
            call.getResponseBody().write(TAKEN);
            call.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
