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
        return read(by, echo).text();
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
        return new Opened(Decoder.decode(Xml.read(read.text())), signedAt(by), read.lock());
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
