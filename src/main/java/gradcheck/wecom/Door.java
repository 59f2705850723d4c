package gradcheck.wecom;

import gradcheck.message.Incoming;
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
    private final Clock clock;
    private final SecureRandom random;

    public Door(WecomSettings settings, Clock clock, SecureRandom random) {
        this.codecs = settings.locks().stream()
                .map(lock -> new Codec(lock, settings.corpId()))
                .toList();
        this.corpId = settings.corpId();
        this.clock = clock;
        this.random = random;
    }

    /** The text with which the platform's check of the address is answered. */
    public String verifyAddress(Signed by, String echo) throws Rejected {
        return codec(by, echo).open(echo);
    }

    /** What came in, and when the platform signed it. */
    public record Opened(Incoming incoming, Instant signedAt) {}

    /** Opens a callback's body. */
    public Opened open(Signed by, byte[] body) throws Rejected {
        String encrypted = Envelope.encrypted(new String(body, StandardCharsets.UTF_8));
        String xml = codec(by, encrypted).open(encrypted);
        return new Opened(Decoder.decode(Xml.read(xml)), signedAt(by));
    }

    /** A text as the passive reply to a message. */
    public String reply(Incoming to, String text) {
        long now = clock.instant().getEpochSecond();
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        String nonce = Long.toUnsignedString(random.nextLong());
        Codec codec = codecs.get(0);
        String sealed = codec.seal(Envelope.text(to.from().value(), corpId, now, text), bytes);
        String timestamp = Long.toString(now);
        return Envelope.reply(sealed, codec.signature(timestamp, nonce, sealed), timestamp, nonce);
    }

    private Codec codec(Signed by, String encrypted) throws Rejected {
        for (Codec codec : codecs) {
            if (codec.signed(by, encrypted)) {
                return codec;
            }
        }
        throw Rejected.forbidden("signature");
    }

    private static Instant signedAt(Signed by) throws Rejected {
        try {
            return Instant.ofEpochSecond(Long.parseLong(by.timestamp()));
        } catch (RuntimeException e) {
            throw Rejected.unreadable("timestamp");
        }
    }
}
