package gradcheck.torture;

import gradcheck.bench.SealedCall;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Delivers what people say as the platform does: five seconds' patience, three more tries, the same message each time. */
final class Mouth {
    private static final int PATIENCE_MILLIS = 5000;
    private static final int TRIES = 4;
    private static final int PAUSE_MILLIS = 700;

    private final int port;
    private final EventLog log;
    private final AtomicLong ids = new AtomicLong(7_000_000_000L);

    Mouth(int port, EventLog log) {
        this.port = port;
        this.log = log;
    }

    /**
     * A message under its durable key.
     *
     * @param inner the XML that is sealed; the same in every delivery
     */
    record Message(String key, String person, String text, String inner) {}

    Message text(String person, String text) {
        long id = ids.incrementAndGet();
        return new Message(
                "m:" + id,
                person,
                text,
                inner(
                        person,
                        "<MsgType>text</MsgType><Content><![CDATA[" + text + "]]></Content><MsgId>" + id + "</MsgId>"));
    }

    /** A tap on a card's button. */
    Message tap(String person, String says, String task) {
        long code = ids.incrementAndGet();
        return new Message(
                "e:" + person + "|1805000000|template_card_event|" + says + "|" + task + "|" + code,
                person,
                says,
                inner(
                        person,
                        "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey><![CDATA[" + says
                                + "]]></EventKey><TaskId><![CDATA[" + task + "]]></TaskId><ResponseCode>" + code
                                + "</ResponseCode>"));
    }

    private static String inner(String person, String rest) {
        return "<xml><ToUserName>" + SealedCall.CORP + "</ToUserName><FromUserName>" + person
                + "</FromUserName><CreateTime>1805000000</CreateTime>" + rest + "<AgentID>" + SealedCall.AGENT
                + "</AgentID></xml>";
    }

    /** Says it for the first time; what was answered, or empty when all tries failed. */
    Optional<String> say(Message message) {
        log.add(Event.Kind.OFFERED, Map.of("key", message.key(), "person", message.person(), "text", message.text()));
        for (int i = 0; i < TRIES; i++) {
            Optional<String> reply = deliver(message);
            if (reply.isPresent()) {
                return reply;
            }
            pause();
        }
        return Optional.empty();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One delivery; a whole 200 goes into the ledger. */
    Optional<String> deliver(Message message) {
        try {
            SealedCall call = new SealedCall(System.currentTimeMillis() / 1000);
            Optional<String> body = post(call.whole(message.inner(), ids.incrementAndGet()));
            if (body.isEmpty()) {
                return Optional.empty();
            }
            String reply = SealedCall.reply(body.get());
            log.add(Event.Kind.TAKEN, Map.of("key", message.key(), "reply", reply));
            return Optional.of(reply);
        } catch (IOException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an answer that can't be opened", e);
        }
    }

    /** The body of a whole 200. */
    private Optional<String> post(byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[64 * 1024];
            int length = 0;
            while (true) {
                int read = in.read(buffer, length, buffer.length - length);
                if (read < 0) {
                    return Optional.empty();
                }
                length += read;
                String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                int end = text.indexOf("\r\n\r\n");
                if (end >= 0 && text.length() >= end + 4 + length(text.substring(0, end))) {
                    return text.startsWith("HTTP/1.1 200 ") ? Optional.of(text.substring(end + 4)) : Optional.empty();
                }
            }
        }
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }
}
