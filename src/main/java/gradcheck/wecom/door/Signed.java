package gradcheck.wecom.door;

/**
 * What a callback's address says about it.
 *
 * @param timestamp seconds since 1970, as text
 */
public record Signed(String signature, String timestamp, String nonce) {}
