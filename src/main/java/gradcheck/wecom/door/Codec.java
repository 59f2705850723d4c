package gradcheck.wecom.door;

import gradcheck.wecom.WecomSettings;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs, checks, seals and opens callbacks with one pair of token and key: pages 90930 and 91144.
 *
 * <p>Our own because WxJava's leaves the receiver unchecked, bounds no length and compares signatures in variable time.
 */
final class Codec {
    private static final int RANDOM = 16;
    private static final int HEAD = RANDOM + Integer.BYTES;
    /** PKCS#7 to 32 bytes, not to the cipher's 16: Java's own padding refuses it. */
    private static final int BLOCK = 32;

    private static final int CIPHER_BLOCK = 16;
    private static final int KEY_SIGNS = 43;

    private final String token;
    private final String receiver;
    private final SecretKeySpec key;
    private final IvParameterSpec iv;

    /**
     * @throws IllegalArgumentException if the key is not 43 signs of base64; its trailing bits may be anything
     */
    Codec(WecomSettings.Lock lock, String receiver) {
        String encoded = lock.encodingAesKey().value();
        if (encoded.length() != KEY_SIGNS) {
            throw new IllegalArgumentException("an EncodingAESKey has 43 signs, not " + encoded.length());
        }
        byte[] bytes = Base64.getDecoder().decode(encoded + "=");
        this.token = lock.token().value();
        this.receiver = receiver;
        this.key = new SecretKeySpec(bytes, "AES");
        this.iv = new IvParameterSpec(bytes, 0, CIPHER_BLOCK);
    }

    /** SHA-1 over the four texts in byte order, lower-case hex. */
    String signature(String timestamp, String nonce, String encrypted) {
        String[] parts = {token, timestamp, nonce, encrypted};
        Arrays.sort(parts);
        try {
            byte[] joined = String.join("", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-1", e);
        }
    }

    boolean signed(Signed by, String encrypted) {
        byte[] expected = signature(by.timestamp(), by.nonce(), encrypted).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, by.signature().getBytes(StandardCharsets.UTF_8));
    }

    /** Opens what was sealed for our receiver. */
    String open(String encrypted) throws Rejected {
        byte[] plain = unpadded(decrypted(encrypted));
        int length = plain.length < HEAD ? -1 : ByteBuffer.wrap(plain).getInt(RANDOM);
        if (length < 0 || length > plain.length - HEAD) {
            throw Rejected.unreadable("length");
        }
        byte[] id = Arrays.copyOfRange(plain, HEAD + length, plain.length);
        if (!MessageDigest.isEqual(id, receiver.getBytes(StandardCharsets.UTF_8))) {
            throw Rejected.forbidden("receiver");
        }
        try {
            // Half an emoji is no UTF-8; the rest of what a person wrote is still theirs.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.IGNORE)
                    .decode(ByteBuffer.wrap(plain, HEAD, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Rejected.unreadable("characters");
        }
    }

    /** Seals a text for our receiver. */
    String seal(String text, byte[] random) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] id = receiver.getBytes(StandardCharsets.UTF_8);
        int filled = HEAD + message.length + id.length;
        int padding = BLOCK - filled % BLOCK;
        byte[] plain = Arrays.copyOf(
                ByteBuffer.allocate(filled)
                        .put(random, 0, RANDOM)
                        .putInt(message.length)
                        .put(message)
                        .put(id)
                        .array(),
                filled + padding);
        Arrays.fill(plain, filled, plain.length, (byte) padding);
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal a reply", e);
        }
    }

    private byte[] decrypted(String encrypted) throws Rejected {
        try {
            byte[] bytes = Base64.getDecoder().decode(encrypted);
            if (bytes.length == 0 || bytes.length % CIPHER_BLOCK != 0) {
                throw Rejected.unreadable("size");
            }
            return cipher(Cipher.DECRYPT_MODE).doFinal(bytes);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw Rejected.unreadable("cipher");
        }
    }

    private static byte[] unpadded(byte[] padded) throws Rejected {
        int padding = padded[padded.length - 1];
        if (padding < 1 || padding > BLOCK || padding > padded.length) {
            throw Rejected.unreadable("padding");
        }
        for (int i = padded.length - padding; i < padded.length; i++) {
            if (padded[i] != padding) {
                throw Rejected.unreadable("padding");
            }
        }
        return Arrays.copyOf(padded, padded.length - padding);
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, key, iv);
        return cipher;
    }
}
