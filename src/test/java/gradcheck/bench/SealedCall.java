package gradcheck.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Callbacks as the platform makes them, signed and sealed (pages 90930, 91144), as whole HTTP requests. */
public final class SealedCall {
    public static final String CORP = "wwsimulated0000001";
    public static final String AGENT = "1000002";
    public static final String TOKEN = "simulatedtoken";
    public static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final int BLOCK = 32;
    private static final Pattern ENCRYPT = Pattern.compile("<Encrypt><!\\[CDATA\\[([^\\]]+)]]></Encrypt>");
    private static final Pattern CONTENT = Pattern.compile("<Content><!\\[CDATA\\[(.*?)]]></Content>", Pattern.DOTALL);

    private final byte[] key = Base64.getDecoder().decode(AES_KEY + "=");
    private final String seconds;

    /** @param epochSeconds the moment at which all of them are signed */
    public SealedCall(long epochSeconds) {
        this.seconds = Long.toString(epochSeconds);
    }

    /** A text message as a request to {@code /wecom/callback}. */
    public byte[] text(String userid, String text, long msgId) throws GeneralSecurityException {
        String plain = "<xml><ToUserName><![CDATA[" + CORP + "]]></ToUserName><FromUserName><![CDATA[" + userid
                + "]]></FromUserName><CreateTime>" + seconds + "</CreateTime><MsgType><![CDATA[text]]></MsgType>"
                + "<Content><![CDATA[" + text + "]]></Content><MsgId>" + msgId + "</MsgId><AgentID>" + AGENT
                + "</AgentID></xml>";
        return whole(plain, msgId);
    }

    /** Any message or event, in its inner XML, as a request. */
    public byte[] whole(String plain, long number) throws GeneralSecurityException {
        String encrypted = encrypt(plain, number);
        String nonce = "n" + number;
        String body = "<xml><ToUserName><![CDATA[" + CORP + "]]></ToUserName><AgentID>" + AGENT
                + "</AgentID><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
        return ("POST /wecom/callback?msg_signature=" + sign(nonce, encrypted) + "&timestamp=" + seconds + "&nonce="
                        + nonce + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/xml\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The text of a passive reply; empty where the answer has no body. */
    public static String reply(String body) throws GeneralSecurityException {
        Matcher sealed = ENCRYPT.matcher(body);
        if (!sealed.find()) {
            return "";
        }
        byte[] secret = Base64.getDecoder().decode(AES_KEY + "=");
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(secret, "AES"), new IvParameterSpec(Arrays.copyOf(secret, 16)));
        ByteBuffer plain = ByteBuffer.wrap(cipher.doFinal(Base64.getDecoder().decode(sealed.group(1))));
        byte[] xml = new byte[plain.getInt(16)];
        plain.get(20, xml);
        Matcher content = CONTENT.matcher(new String(xml, StandardCharsets.UTF_8));
        return content.find() ? content.group(1) : "";
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
