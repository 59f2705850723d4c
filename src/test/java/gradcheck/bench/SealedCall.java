package gradcheck.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Callbacks as the platform makes them, signed and sealed (pages 90930, 91144), as whole HTTP requests. */
final class SealedCall {
    static final String CORP = "wwsimulated0000001";
    static final String AGENT = "1000002";
    static final String TOKEN = "simulatedtoken";
    static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final int BLOCK = 32;

    private final byte[] key = Base64.getDecoder().decode(AES_KEY + "=");
    private final String seconds;

    /** @param epochSeconds the moment at which all of them are signed */
    SealedCall(long epochSeconds) {
        this.seconds = Long.toString(epochSeconds);
    }

    /** A text message as a request to {@code /wecom/callback}. */
    byte[] text(String userid, String text, long msgId) throws GeneralSecurityException {
        String plain = "<xml><ToUserName><![CDATA[" + CORP + "]]></ToUserName><FromUserName><![CDATA[" + userid
                + "]]></FromUserName><CreateTime>" + seconds + "</CreateTime><MsgType><![CDATA[text]]></MsgType>"
                + "<Content><![CDATA[" + text + "]]></Content><MsgId>" + msgId + "</MsgId><AgentID>" + AGENT
                + "</AgentID></xml>";
        String encrypted = encrypt(plain, msgId);
        String nonce = "n" + msgId;
        String body = "<xml><ToUserName><![CDATA[" + CORP + "]]></ToUserName><AgentID>" + AGENT
                + "</AgentID><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
        return ("POST /wecom/callback?msg_signature=" + sign(nonce, encrypted) + "&timestamp=" + seconds + "&nonce="
                        + nonce + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/xml\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String sign(String nonce, String encrypted) throws GeneralSecurityException {
        String joined = Stream.of(TOKEN, seconds, nonce, encrypted).sorted().collect(Collectors.joining());
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(joined.getBytes(StandardCharsets.US_ASCII)));
    }

    private String encrypt(String text, long msgId) throws GeneralSecurityException {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] id = CORP.getBytes(StandardCharsets.US_ASCII);
        int length = 20 + message.length + id.length;
        int pad = BLOCK - length % BLOCK;
        ByteBuffer plain = ByteBuffer.allocate(length + pad);
        plain.putLong(msgId).putLong(~msgId).putInt(message.length).put(message).put(id);
        while (plain.hasRemaining()) {
            plain.put((byte) pad);
        }
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
        return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
    }
}
