package gradcheck.store.crypto;

import gradcheck.store.engine.BadBackup;
import gradcheck.store.engine.BadBackup.Fault;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A file sealed with the data key, however large, in pieces of 64 KiB.
 *
 * <p>First what it is, the print of the key and a salt, of which the file's own key is made; then the pieces, each
 * AES-256-GCM with its place as the nonce. A byte before each says whether it is the last, and is sealed with it: a piece
 * that lacks, was moved or changed is found, and a file that was cut off is known from one that was changed.
 */
public final class SealedFile {
    private static final byte[] MAGIC = "gradcheck-backup-1\n".getBytes(StandardCharsets.US_ASCII);
    /** 16 bytes in base64. */
    private static final int PRINT = 24;

    private static final int PIECE = 64 * 1024;
    private static final int TAG_BITS = 128;
    private static final int TAG = TAG_BITS / 8;
    private static final int NONCE = 12;
    private static final byte MORE = 0;
    private static final byte LAST = 1;

    private SealedFile() {}

    public static boolean isSealed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /** Seals the file with the present key. */
    public static void seal(Path plain, Path to, FieldCipher seal) throws IOException {
        FieldCipher.FileKey key = seal.newFileKey();
        try (InputStream in = Files.newInputStream(plain);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            out.write(MAGIC);
            out.write(key.print().getBytes(StandardCharsets.US_ASCII));
            out.write(key.salt());
            byte[] piece = in.readNBytes(PIECE);
            for (long place = 0; ; place++) {
                byte[] next = piece.length < PIECE ? new byte[0] : in.readNBytes(PIECE);
                byte flag = next.length == 0 ? LAST : MORE;
                byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, place, flag).doFinal(piece);
                out.writeByte(flag);
                out.writeInt(sealed.length);
                out.write(sealed);
                if (flag == LAST) {
                    return;
                }
                piece = next;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("could not seal " + plain, e);
        }
    }

    /**
     * Opens a sealed file with the key whose print it bears, the present one or the previous.
     *
     * @throws BadBackup if there is no such key, or the file is not as it was written
     */
    public static void open(Path sealed, Path to, FieldCipher seal) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(sealed)));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            in.readFully(new byte[MAGIC.length]);
            byte[] print = new byte[PRINT];
            in.readFully(print);
            byte[] salt = new byte[FieldCipher.SALT];
            in.readFully(salt);
            Optional<FieldCipher.FileKey> key = seal.fileKey(new String(print, StandardCharsets.US_ASCII), salt);
            if (key.isEmpty()) {
                throw new BadBackup(Fault.WRONG_KEY, sealed + " was sealed with another key");
            }
            openPieces(in, out, key.get());
            if (in.read() >= 0) {
                throw new BadBackup(Fault.TAMPERED, sealed + " goes on after its end");
            }
        } catch (EOFException e) {
            throw new BadBackup(Fault.TRUNCATED, sealed + " was cut off", e);
        } catch (GeneralSecurityException e) {
            throw new BadBackup(Fault.TAMPERED, sealed + " is not as it was written", e);
        }
    }

    private static void openPieces(DataInputStream in, OutputStream out, FieldCipher.FileKey key)
            throws IOException, GeneralSecurityException {
        for (long place = 0; ; place++) {
            byte flag = in.readByte();
            int length = in.readInt();
            if (length < TAG || length > PIECE + TAG) {
                throw new GeneralSecurityException("a piece of " + length + " bytes");
            }
            byte[] piece = new byte[length];
            in.readFully(piece);
            out.write(cipher(Cipher.DECRYPT_MODE, key, place, flag).doFinal(piece));
            if (flag == LAST) {
                return;
            }
        }
    }

    private static Cipher cipher(int mode, FieldCipher.FileKey key, long place, byte flag)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(place).array();
        cipher.init(mode, key.cipher(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {flag});
        return cipher;
    }
}
