package gradcheck.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Delivers callbacks as the platform does: signed and sealed, five seconds' patience, three more tries (page 90238). */
final class Callbacks {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 4;
    private static final Pattern ENCRYPT = tag("Encrypt");
    private static final Pattern SIGNATURE = tag("MsgSignature");
    private static final Pattern TIME = tag("TimeStamp");
    private static final Pattern NONCE = tag("Nonce");
    private static final Pattern CONTENT = Pattern.compile("<Content>(.*)</Content>", Pattern.DOTALL);

    private final Setup setup;
    private final World world;
    private final Crypto crypto;
    /** Later than every id of an earlier run on the same database. */
    private final long firstId;

    private final Duration patience;
    private final HttpClient http;

    Callbacks(Setup setup, World world, Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
        this.setup = setup;
        this.world = world;
        this.firstId = world.now().toEpochMilli() * 1000;
        this.crypto = new Crypto(setup.token(), setup.aesKey(), setup.corpId());
    }

    /** How a delivery ended: the last status (0: no answer), and the passive reply's text, if any. */
    record Delivery(boolean delivered, int status, String reply) {}

    Delivery text(String userid, String text) throws InterruptedException, GeneralSecurityException {
        world.add(userid, "person", "text", text);
        return deliver(userid, "<MsgType><![CDATA[text]]></MsgType><Content>" + cdata(text) + "</Content>" + id());
    }

    Delivery media(String userid, String kind) throws InterruptedException, GeneralSecurityException {
        world.add(userid, "person", kind, "[" + kind + "]");
        return deliver(userid, "<MsgType>" + cdata(kind) + "</MsgType><MediaId><![CDATA[sim]]></MediaId>" + id());
    }

    Delivery event(String userid, String event, String key) throws InterruptedException, GeneralSecurityException {
        return deliver(
                userid,
                "<MsgType><![CDATA[event]]></MsgType><Event>" + cdata(event) + "</Event><EventKey>" + cdata(key)
                        + "</EventKey>");
    }

    private String id() {
        return "<MsgId>" + (firstId + world.nextId()) + "</MsgId>";
    }

    private Delivery deliver(String userid, String inner) throws InterruptedException, GeneralSecurityException {
        long seconds = world.now().getEpochSecond();
        String plain = "<xml><ToUserName>" + cdata(setup.corpId()) + "</ToUserName><FromUserName>" + cdata(userid)
                + "</FromUserName><CreateTime>" + seconds + "</CreateTime>" + inner + "<AgentID>" + setup.agentId()
                + "</AgentID></xml>";
        String encrypted = crypto.encrypt(plain);
        HttpRequest request = request(Long.toString(seconds), "sim" + world.nextId(), encrypted);
        int status = 0;
        for (int i = 0; i < TRIES; i++) {
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                status = answer.statusCode();
                if (status == 200) {
                    return new Delivery(true, status, reply(userid, answer.body()));
                }
            } catch (IOException e) {
                status = 0;
            }
        }
        world.add(userid, "platform", "notice", "没有送达（HTTP " + status + "），平台已重试 3 次");
        return new Delivery(false, status, "");
    }

    private HttpRequest request(String timestamp, String nonce, String encrypted) throws GeneralSecurityException {
        String query = "?msg_signature=" + crypto.sign(timestamp, nonce, encrypted) + "&timestamp=" + timestamp
                + "&nonce=" + URLEncoder.encode(nonce, StandardCharsets.UTF_8);
        String body = "<xml><ToUserName>" + cdata(setup.corpId()) + "</ToUserName><AgentID>" + setup.agentId()
                + "</AgentID><Encrypt>" + cdata(encrypted) + "</Encrypt></xml>";
        return HttpRequest.newBuilder(URI.create(setup.bot() + "/wecom/callback" + query))
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private String reply(String userid, String body) throws GeneralSecurityException {
        if (body.isEmpty()) {
            return "";
        }
        String encrypted = in(ENCRYPT, body);
        if (!crypto.sign(in(TIME, body), in(NONCE, body), encrypted).equals(in(SIGNATURE, body))) {
            world.violation("a passive reply with a wrong signature (page 90238)");
            return "";
        }
        try {
            return opened(userid, crypto.decrypt(encrypted));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            world.violation("a passive reply that does not open: " + e.getMessage() + " (page 91144)");
            return "";
        }
    }

    private String opened(String userid, String plain) {
        Matcher content = CONTENT.matcher(plain);
        String text = content.find() ? uncdata(content.group(1)) : "";
        if (text.getBytes(StandardCharsets.UTF_8).length > 2048) {
            world.violation("a passive reply of more than 2,048 bytes (page 90241)");
        }
        world.add(userid, "bot", "text", text);
        return text;
    }

    private static String in(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Pattern tag(String name) {
        return Pattern.compile("<" + name + ">(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</" + name + ">");
    }

    private static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    private static String uncdata(String text) {
        return text.replace("]]]]><![CDATA[>", "]]>")
                .replaceFirst("^<!\\[CDATA\\[", "")
                .replaceFirst("]]>$", "");
    }
}
