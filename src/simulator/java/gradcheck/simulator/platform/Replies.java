package gradcheck.simulator.platform;

import gradcheck.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passive replies (pages 90238, 90241): opened, checked, and shown where the platform would show them. */
final class Replies {
    private static final int TEXT_BYTES = 2048;
    private static final Pattern ENCRYPT = tag("Encrypt");
    private static final Pattern SIGNATURE = tag("MsgSignature");
    private static final Pattern TIME = tag("TimeStamp");
    private static final Pattern NONCE = tag("Nonce");
    private static final Pattern KIND = tag("MsgType");
    private static final Pattern CONTENT = Pattern.compile("<Content>(.*)</Content>", Pattern.DOTALL);
    /** The kinds a reply may have; without MsgType it is taken for a text. */
    private static final Set<String> KINDS = Set.of("", "text", "image", "voice", "video", "news");
    /** The events whose page lists no passive reply: what is answered there, nobody sees (page 90241, its end). */
    private static final Set<String> DEAF = Set.of("template_card_event", "unsubscribe");

    private final World world;
    private final Crypto crypto;

    Replies(World world, Crypto crypto) {
        this.world = world;
        this.crypto = crypto;
    }

    /** The reply's XML, or empty when there is none or it does not open. */
    String open(String body) {
        if (body.isEmpty()) {
            return "";
        }
        String encrypted = in(ENCRYPT, body);
        try {
            if (!crypto.sign(in(TIME, body), in(NONCE, body), encrypted).equals(in(SIGNATURE, body))) {
                world.violation("a passive reply with a wrong signature (page 90238)");
                return "";
            }
            return crypto.decrypt(encrypted);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            world.violation("a passive reply that does not open: " + e.getMessage() + " (page 91144)");
            return "";
        }
    }

    /** Puts the reply into the chat; its text. */
    String show(String userid, String what, String plain) {
        if (plain.isEmpty()) {
            return "";
        }
        String kind = in(KIND, plain);
        if (DEAF.contains(what)) {
            // update_button and update_template_card are described there, but reported to be ignored.
            if (KINDS.contains(kind)) {
                world.violation("a passive reply to " + what + ", which nobody sees (page 90241)");
            }
            return "";
        }
        if (!KINDS.contains(kind)) {
            world.violation("a passive reply of type " + kind + " to " + what + " (page 90241)");
            return "";
        }
        String text = kind.isEmpty() || kind.equals("text") ? content(plain) : "[" + kind + "]";
        if (text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
            world.violation("a passive reply of more than 2,048 bytes (page 90241)");
        }
        world.add(userid, "bot", "text", text, Map.of("passive", true));
        return text;
    }

    static String content(String plain) {
        Matcher content = CONTENT.matcher(plain);
        return content.find() ? uncdata(content.group(1)) : "";
    }

    private static String in(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Pattern tag(String name) {
        return Pattern.compile("<" + name + ">(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</" + name + ">");
    }

    private static String uncdata(String text) {
        return text.replace("]]]]><![CDATA[>", "]]>")
                .replaceFirst("^<!\\[CDATA\\[", "")
                .replaceFirst("]]>$", "");
    }
}
