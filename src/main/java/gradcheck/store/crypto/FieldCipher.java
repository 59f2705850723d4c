package gradcheck.store.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals certificate numbers for the database: AES-256-GCM bound to the place they stand in, and an HMAC index for
 * look-up; never a bare hash, because the numbers can be guessed.
 *
 * <p>While the key is being changed it opens what was sealed with the previous one, too; it seals with the present one.
 */
public final class FieldCipher {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int INDEX = 16;
    private static final int KEY = 32;
    /** Of a file's own key, in bytes. */
    static final int SALT = 16;

    private static final String HMAC = "HmacSHA256";
    /** Looking one up among the providers costs as much as a short value's sealing. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(FieldCipher::newCipher);

    private final Key key;
    private final Optional<Key> previous;
    private final SecureRandom random;

    /**
     * A seal with this key.
     *
     * @param dataKey 32 bytes in base64
     * @throws IllegalArgumentException if it is anything else
     */
    public FieldCipher(String dataKey, SecureRandom random) {
        this(dataKey, Optional.empty(), random);
    }

    /** A seal with this key, that still opens what was sealed with the previous one. */
    public FieldCipher(String dataKey, Optional<String> previousKey, SecureRandom random) {
        this.key = Key.of(dataKey);
        this.previous = previousKey.map(Key::of).filter(k -> !k.print().equals(key.print()));
        this.random = random;
    }

    /** Whether there could be a seal with this key. */
    public static boolean isKey(String dataKey) {
        try {
            Key.of(dataKey);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private record Key(SecretKeySpec cipher, SecretKeySpec index, SecretKeySpec files) {
        static Key of(String dataKey) {
            byte[] key = Base64.getDecoder().decode(dataKey.strip());
            if (key.length != KEY) {
                throw new IllegalArgumentException("the data key has 32 bytes, not " + key.length);
            }
            return new Key(
                    new SecretKeySpec(derived(key, "cipher"), "AES"),
                    new SecretKeySpec(derived(key, "index"), HMAC),
                    new SecretKeySpec(derived(key, "files"), HMAC));
        }

        /** By which it is known again; nothing can be opened with it. */
        String print() {
            return Base64.getEncoder().encodeToString(Arrays.copyOf(hmac(index, "print"), INDEX));
        }

        FileKey ofFile(byte[] salt) {
            String name = Base64.getEncoder().encodeToString(salt);
            return new FileKey(print(), salt.clone(), new SecretKeySpec(hmac(files, name), "AES"));
        }

        byte[] indexOf(String plain) {
            return Arrays.copyOf(hmac(index, plain), INDEX);
        }
    }

    /** The key of one file alone, made of the data key with this print and the salt. */
    static final class FileKey {
        private final String print;
        private final byte[] salt;
        private final SecretKeySpec cipher;

        private FileKey(String print, byte[] salt, SecretKeySpec cipher) {
            this.print = print;
            this.salt = salt;
            this.cipher = cipher;
        }

        String print() {
            return print;
        }

        byte[] salt() {
            return salt.clone();
        }

        SecretKeySpec cipher() {
            return cipher;
        }
    }

    /** A new file's key, made of the present one. */
    FileKey newFileKey() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return key.ofFile(salt);
    }

    /** The key of a file that was sealed with the data key of this print; empty if that is neither of the two. */
    Optional<FileKey> fileKey(String print, byte[] salt) {
        return Stream.concat(Stream.of(key), previous.stream())
                .filter(k -> k.print().equals(print))
                .findFirst()
                .map(k -> k.ofFile(salt));
    }

    /** By which the present key is known again. */
    String print() {
        return key.print();
    }

    Optional<String> previousPrint() {
        return previous.map(Key::print);
    }

    public byte[] seal(String plain, EncryptedColumn.Place place) {
        return sealBytes(plain.getBytes(StandardCharsets.UTF_8), place);
    }

    public byte[] sealBytes(byte[] plain, EncryptedColumn.Place place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(plain);
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
    public String open(byte[] sealed, EncryptedColumn.Place place) {
        return new String(openBytes(sealed, place), StandardCharsets.UTF_8);
    }

    public byte[] openBytes(byte[] sealed, EncryptedColumn.Place place) {
        try {
            return opened(key, sealed, place);
        } catch (GeneralSecurityException e) {
            return previous.map(k -> openedWith(k, sealed, place)).orElseThrow(() -> new WrongDataKey(place, e));
        }
    }

    /** Whether the present key opens it, without the previous one's help. */
    boolean isPresent(byte[] sealed, EncryptedColumn.Place place) {
        try {
            opened(key, sealed, place);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The look-up index of a normalised number. */
    public byte[] index(String plain) {
        return key.indexOf(plain);
    }

    /** The index the number had before the key was changed. */
    Optional<byte[]> previousIndex(String plain) {
        return previous.map(k -> k.indexOf(plain));
    }

    private static byte[] openedWith(Key key, byte[] sealed, EncryptedColumn.Place place) {
        try {
            return opened(key, sealed, place);
        } catch (GeneralSecurityException e) {
            throw new WrongDataKey(place, e);
        }
    }

    private static byte[] opened(Key key, byte[] sealed, EncryptedColumn.Place place) throws GeneralSecurityException {
        if (sealed.length < NONCE) {
            throw new AEADBadTagException("too short for a sealed value: " + sealed.length + " bytes");
        }
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), place);
        return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, EncryptedColumn.Place place)
            throws GeneralSecurityException {
        Cipher cipher = CIPHER.get();
        cipher.init(mode, key.cipher(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES in GCM", e);
        }
    }

    private static byte[] derived(byte[] key, String purpose) {
        return hmac(new SecretKeySpec(key, HMAC), purpose);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + HMAC, e);
        }
    }
}
