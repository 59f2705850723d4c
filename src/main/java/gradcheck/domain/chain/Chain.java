package gradcheck.domain.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash chain of a college's confirmations: each link covers the exported columns, a salted commitment to what was
 * shown, and the link before it, so that a changed, removed or reordered one is found. The audit's chain ({@link
 * AuditLine}) is made of the same hashes. All are SHA-256 in lower case hex.
 */
public final class Chain {
    /** What stands before the first link. */
    public static final String BEGINNING = "0".repeat(64);

    private Chain() {}

    /** Over the exported columns, each with its length before it, so that no two rows read alike. */
    public static String content(List<String> columns) {
        MessageDigest digest = sha256();
        for (String column : columns) {
            byte[] bytes = column.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** To what the columns don't show; the salt keeps it from being guessed. */
    public static String commitment(String salt, String shown) {
        return content(List.of(salt, shown));
    }

    /** The link itself: the head of the chain until the next one. */
    public static String link(String previous, String content, String commitment) {
        return content(List.of(previous, content, commitment));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
