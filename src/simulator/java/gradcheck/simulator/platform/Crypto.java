package gradcheck.simulator.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The platform's side of signing and sealing (pages 90930 and 91144), written apart from the bot's. */
final class Crypto {
    private final String token;
    private final byte[] key;
    private final String corpId;
    private final RandomGenerator random;

    Crypto(String token, String encodingAesKey, String corpId) {
        this(token, encodingAesKey, corpId, new SecureRandom());
    }

    /** The source of the sixteen random bytes is handed in, so that published examples can be sealed again. */
    Crypto(String token, String encodingAesKey, String corpId, RandomGenerator random) {
        this.random = random;
        this.token = token;
        this.key = Base64.getDecoder().decode(encodingAesKey + "=");
        this.corpId = corpId;
    }

    String sign(String timestamp, String nonce, String encrypted) throws GeneralSecurityException {
        String joined = Stream.of(token, timestamp, nonce, encrypted).sorted().collect(Collectors.joining());
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(joined.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    String encrypt(String text) throws GeneralSecurityException {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] id = corpId.getBytes(StandardCharsets.UTF_8);
        byte[] sixteen = new byte[16];
        random.nextBytes(sixteen);
        int length = 20 + message.length + id.length;
        int pad = 32 - length % 32;
        ByteBuffer plain = ByteBuffer.allocate(length + pad);
        plain.put(sixteen).putInt(message.length).put(message).put(id);
        while (plain.hasRemaining()) {
            plain.put((byte) pad);
        }
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
    }

    /** Fails on broken padding or length and on another company's receiveid (page 91144). */
    String decrypt(String encrypted) throws GeneralSecurityException {
        byte[] plain = run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted));
        int pad = plain.length < 20 ? 0 : plain[plain.length - 1];
        int length = pad < 1 ? -1 : ByteBuffer.wrap(plain).getInt(16);
        if (pad > 32 || length < 0 || length > plain.length - pad - 20) {
            throw new GeneralSecurityException("padding " + pad + ", length " + length + " of " + plain.length);
        }
        String id = new String(plain, 20 + length, plain.length - pad - 20 - length, StandardCharsets.UTF_8);
        if (!id.equals(corpId)) {
            throw new GeneralSecurityException("receiveid " + id);
        }
        return new String(plain, 20, length, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
        return cipher.doFinal(input);
    }
}
