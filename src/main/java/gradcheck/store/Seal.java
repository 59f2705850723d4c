package gradcheck.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals certificate numbers for the database: AES-256-GCM bound to the place they stand in, and an HMAC index for
 * look-up; never a bare hash, because the numbers can be guessed.
 */
public final class Seal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int INDEX = 16;
    private static final int KEY = 32;

    private final SecretKeySpec cipherKey;
    private final SecretKeySpec indexKey;
    private final SecureRandom random;

    /**
     * A seal with this key.
     *
     * @param dataKey 32 bytes in base64
     * @throws IllegalArgumentException if it is anything else
     */
    public Seal(String dataKey, SecureRandom random) {
        byte[] key = Base64.getDecoder().decode(dataKey.strip());
        if (key.length != KEY) {
            throw new IllegalArgumentException("the data key has 32 bytes, not " + key.length);
        }
        this.cipherKey = new SecretKeySpec(derived(key, "cipher"), "AES");
        this.indexKey = new SecretKeySpec(derived(key, "index"), "HmacSHA256");
        this.random = random;
    }

    /** Sealed for one place, such as {@code student|2027|20230001}. */
    byte[] seal(String plain, String place) {
        return sealBytes(plain.getBytes(StandardCharsets.UTF_8), place);
    }

    byte[] sealBytes(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal a value for " + place, e);
        }
    }

    /**
     * Opens what was sealed for that place.
     *
     * @throws WrongDataKey if the key is another one, or the bytes were sealed for another place
     */
    String open(byte[] sealed, String place) {
        return new String(openBytes(sealed, place), StandardCharsets.UTF_8);
    }

    byte[] openBytes(byte[] sealed, String place) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), place);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new WrongDataKey(place, e);
        }
    }

    /** The look-up index of a normalised number. */
    byte[] index(String plain) {
        return Arrays.copyOf(hmac(indexKey, plain), INDEX);
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, cipherKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] derived(byte[] key, String purpose) {
        return hmac(new SecretKeySpec(key, "HmacSHA256"), purpose);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }
}
