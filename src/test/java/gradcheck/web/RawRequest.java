package gradcheck.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A request as bytes on a socket: what no well-behaved client can be made to send. */
final class RawRequest {
    private static final int PATIENCE_MILLIS = 10_000;

    private RawRequest() {}

    /** Writes the body of a request; the other side may hang up meanwhile. */
    interface Body {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    /** Everything that came back. */
    static String send(int port, String head, Body body) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(head.getBytes(StandardCharsets.UTF_8));
                out.flush();
                body.write(out);
                out.flush();
            } catch (SocketException e) {
                // It has answered and hung up: what it said can still be read.
            }
            return answer(socket.getInputStream());
        }
    }

    static String send(int port, String head) throws Exception {
        return send(port, head, out -> {});
    }

    /** The status of an answer; 0 when there was none. */
    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                answer.write(buffer, 0, read);
            }
        } catch (SocketException | SocketTimeoutException e) {
            // Hung up on, or kept waiting: what came until then is the answer.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
