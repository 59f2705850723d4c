package gradcheck.wecom.door;

import gradcheck.message.Incoming;
import gradcheck.message.TextLimit;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Any bytes as a callback, past the signature: the first says as what (a body, a decrypted frame, a message), for nothing
 * mutated by chance would ever get behind a cipher. Only {@link Rejected} may come out, or a message that can be answered.
 */
public final class DoorFuzz {
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String CORP = "wwcorp";
    private static final String TIME = "1700000000";
    private static final WecomSettings SETTINGS = new WecomSettings(
            CORP, 1, new Secret("s"), List.of(new WecomSettings.Lock(new Secret("tok"), new Secret(KEY))), "http://x");
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(Long.parseLong(TIME)), ZoneOffset.UTC);
    private static final Door DOOR = new Door(SETTINGS, CLOCK, new SecureRandom());
    private static final Codec CODEC = new Codec(SETTINGS.locks().get(0), CORP);

    private DoorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        try {
            switch (input[0]) {
                case 'b' -> open(new String(rest, StandardCharsets.UTF_8));
                case 'f' -> open(wrapped(encrypted(rest)));
                default -> open(wrapped(CODEC.seal(new String(rest, StandardCharsets.UTF_8), new byte[16])));
            }
        } catch (Rejected e) {
            if (e.getMessage() == null) {
                throw new AssertionError("turned away without a reason", e);
            }
        }
    }

    private static void open(String body) throws Rejected {
        String encrypted = Envelope.encrypted(body);
        Signed by = new Signed(CODEC.signature(TIME, "n", encrypted), TIME, "n");
        check(DOOR.open(by, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void check(Door.Opened opened) throws Rejected {
        Incoming incoming = opened.incoming();
        if (incoming.key().isEmpty() || incoming.sentAt().toEpochMilli() < 0) {
            throw new AssertionError("a message without a key or from before there was a platform: " + incoming);
        }
        if (incoming instanceof Incoming.Text text) {
            for (String part : TextLimit.split(text.text())) {
                answer(opened, part);
            }
        }
    }

    /** Whatever is said again stays the content of its element. */
    private static void answer(Door.Opened to, String said) throws Rejected {
        Xml answer = Xml.read(CODEC.open(Envelope.encrypted(DOOR.reply(to, said))));
        long types = answer.elements().stream()
                .filter(e -> e.path().equals("MsgType"))
                .count();
        if (types != 1 || !answer.textOrEmpty("Content").equals(said)) {
            throw new AssertionError("the answer broke out of its element: " + answer);
        }
    }

    private static String wrapped(String encrypted) {
        return "<xml><Encrypt>" + encrypted + "</Encrypt></xml>";
    }

    /** Encrypted as it is, filled up to the cipher's blocks: its length field and its padding are the input's own. */
    private static String encrypted(byte[] frame) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(KEY + "=");
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, cipher.getBlockSize()));
        int blocks = (frame.length + cipher.getBlockSize() - 1) / cipher.getBlockSize();
        byte[] filled = Arrays.copyOf(frame, blocks * cipher.getBlockSize());
        return Base64.getEncoder().encodeToString(cipher.doFinal(filled));
    }
}
