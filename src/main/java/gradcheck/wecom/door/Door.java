package gradcheck.wecom.door;

import gradcheck.message.Incoming;
import gradcheck.wecom.WecomSettings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The door callbacks come in by: signature, key, receiver, and only then the content (design.md §4.1). The replies go
 * out by it, too.
 */
public final class Door {
    private static final int RANDOM = 16;

    private final List<Codec> codecs;
    private final String corpId;
    private final String agentId;
    private final Clock clock;
    private final SecureRandom random;

    public Door(WecomSettings settings, Clock clock, SecureRandom random) {
        this.codecs = settings.locks().stream()
                .map(lock -> new Codec(lock, settings.corpId()))
                .toList();
        this.corpId = settings.corpId();
        this.agentId = Integer.toString(settings.agentId());
        this.clock = clock;
        this.random = random;
    }

    /**
     * The text with which the platform's check of the address is answered.
     *
     * @param echo base64, as the address had it: where its plus signs were not escaped, they have become spaces
     */
    public String verifyAddress(Signed by, String echo) throws Rejected {
        return read(by, echo.replace(' ', '+')).text();
    }

    /**
     * What came in, and when the platform signed it.
     *
     * @param lock which pair of token and key it came by: the answer goes back by the same
     */
    public record Opened(Incoming incoming, Instant signedAt, int lock) {}

    /** Opens a callback's body. */
    public Opened open(Signed by, byte[] body) throws Rejected {
        String encrypted = Envelope.encrypted(new String(body, StandardCharsets.UTF_8));
        Read read = read(by, encrypted);
        Xml xml = Xml.read(Legible.of(read.text()));
        checkReceiver(xml);
        return new Opened(Decoder.decode(xml), signedAt(by), read.lock());
    }

    /**
     * All applications of a corporation share its id, and may share a key. Not every event names the application (page
     * 90240): what names none is for all.
     */
    private void checkReceiver(Xml xml) throws Rejected {
        String corp = xml.textOrEmpty("ToUserName").strip();
        if (!corp.isEmpty() && !corp.equals(corpId)) {
            throw Rejected.forbidden("receiver");
        }
        String agent = xml.textOrEmpty("AgentID").strip();
        if (!agent.isEmpty() && !agent.equals(agentId)) {
            throw Rejected.forbidden("agent");
        }
    }

    /** A text as the passive reply to a message. */
    public String reply(Opened to, String text) {
        long now = clock.instant().getEpochSecond();
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        String nonce = Long.toUnsignedString(random.nextLong());
        Codec codec = codecs.get(to.lock());
        String sealed = codec.seal(Envelope.text(to.incoming().from().value(), corpId, now, text), bytes);
        String timestamp = Long.toString(now);
        return Envelope.reply(sealed, codec.signature(timestamp, nonce, sealed), timestamp, nonce);
    }

    /** A message as the platform would send it, opened: what the first of a real person's need not wait for. */
    public Opened toOurselves(String userid, String text) throws Rejected {
        Letter letter = letter(userid, text);
        return open(letter.by(), letter.body().getBytes(StandardCharsets.UTF_8));
    }

    /** A callback as the platform would send it. */
    public record Letter(Signed by, String body) {}

    /** A message of our own, sealed and signed. */
    public Letter letter(String userid, String text) {
        long now = clock.instant().getEpochSecond();
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        Codec codec = codecs.get(0);
        String message = Envelope.text(corpId, userid, now, text)
                .replace("</xml>", "<MsgId>" + text.hashCode() + "</MsgId></xml>");
        String sealed = codec.seal(message, bytes);
        String timestamp = Long.toString(now);
        String nonce = "n";
        return new Letter(
                new Signed(codec.signature(timestamp, nonce, sealed), timestamp, nonce),
                Envelope.reply(sealed, "", timestamp, nonce));
    }

    private record Read(String text, int lock) {}

    /** Where only the key is being changed, both pairs have signed it; one of them opens it. */
    private Read read(Signed by, String encrypted) throws Rejected {
        Rejected why = Rejected.forbidden("signature");
        for (int lock = 0; lock < codecs.size(); lock++) {
            Codec codec = codecs.get(lock);
            if (codec.signed(by, encrypted)) {
                try {
                    return new Read(codec.open(encrypted), lock);
                } catch (Rejected e) {
                    why = e;
                }
            }
        }
        throw why;
    }

    private static Instant signedAt(Signed by) throws Rejected {
        try {
            return Instant.ofEpochSecond(Long.parseLong(by.timestamp()));
        } catch (RuntimeException e) {
            throw Rejected.unreadable("timestamp");
        }
    }
}
