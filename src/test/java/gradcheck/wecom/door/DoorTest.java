package gradcheck.wecom.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.message.Incoming;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which keys open the door, and that nearly right is not right. */
class DoorTest {
    private static final String TIME = "1700000000";
    private static final WecomSettings.Lock NEW =
            new WecomSettings.Lock(new Secret("new"), new Secret("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"));
    private static final WecomSettings.Lock OLD =
            new WecomSettings.Lock(new Secret("old"), new Secret("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefg"));
    private static final String MESSAGE =
            "<xml><FromUserName>LiSi</FromUserName><CreateTime>1700000000</CreateTime><MsgType>text</MsgType><Content>x</Content><MsgId>1</MsgId></xml>";

    private static Door door(WecomSettings.Lock... locks) {
        WecomSettings settings = new WecomSettings("wwcorp", 1, new Secret("s"), List.of(locks), "http://x");
        return new Door(settings, Clock.systemUTC(), new SecureRandom());
    }

    private static Incoming opened(Door door, WecomSettings.Lock by, String message) throws Rejected {
        Codec codec = new Codec(by, "wwcorp");
        String sealed = codec.seal(message, new byte[16]);
        Signed signed = new Signed(codec.signature(TIME, "n", sealed), TIME, "n");
        return door.open(signed, body(sealed)).incoming();
    }

    private static byte[] body(String sealed) {
        return ("<xml><Encrypt>" + sealed + "</Encrypt></xml>").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void while_keys_are_being_changed_both_open_and_afterwards_the_old_ones_do_not() throws Rejected {
        assertThat(opened(door(NEW, OLD), OLD, MESSAGE).key()).isEqualTo("m:1");
        assertThat(opened(door(NEW, OLD), NEW, MESSAGE).key()).isEqualTo("m:1");
        assertThatThrownBy(() -> opened(door(NEW), OLD, MESSAGE)).isInstanceOf(Rejected.class);
    }

    /** A1: the key is the sender's; an event that carries the MsgId of a message is no repetition of it. */
    @Test
    void an_event_and_a_message_with_one_id_have_different_keys() throws Rejected {
        String event = MESSAGE.replace("<MsgType>text</MsgType>", "<MsgType>event</MsgType><Event>click</Event>");
        assertThat(opened(door(NEW), NEW, event).key())
                .isNotEqualTo(opened(door(NEW), NEW, MESSAGE).key());
    }

    @Test
    void one_sign_of_the_signature_the_time_or_the_nonce_is_enough_to_be_turned_away() throws Rejected {
        Door door = door(NEW);
        Codec codec = new Codec(NEW, "wwcorp");
        String sealed = codec.seal(MESSAGE, new byte[16]);
        String right = codec.signature(TIME, "n", sealed);
        assertThat(door.open(new Signed(right, TIME, "n"), body(sealed))).isNotNull();
        for (int at = 0; at < right.length(); at++) {
            char other = right.charAt(at) == '0' ? '1' : '0';
            String wrong = right.substring(0, at) + other + right.substring(at + 1);
            assertThatThrownBy(() -> door.open(new Signed(wrong, TIME, "n"), body(sealed)))
                    .isInstanceOf(Rejected.class);
        }
        for (Signed wrong : List.of(
                new Signed(right, "1700000001", "n"),
                new Signed(right, TIME, "N"),
                new Signed(right.toUpperCase(Locale.ROOT), TIME, "n"),
                new Signed(right + "0", TIME, "n"),
                new Signed("", TIME, "n"))) {
            assertThatThrownBy(() -> door.open(wrong, body(sealed))).isInstanceOf(Rejected.class);
        }
    }

    /** What grows by being read: entities in entities, elements in elements, attributes without end. */
    @Test
    void xml_bombs_are_turned_away_at_once() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        laughs.append("]><xml><FromUserName>&l9;</FromUserName></xml>");
        for (String bomb : List.of(
                laughs.toString(),
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><xml/>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><FromUserName>&a;</FromUserName></xml>",
                "<a>".repeat(10_000),
                "<xml>" + "<a/>".repeat(10_000) + "</xml>",
                "<xml " + "a".repeat(50_000) + "=\"\"/>",
                MESSAGE.replace("LiSi", "x".repeat(65)),
                MESSAGE.replace("LiSi", " "),
                MESSAGE.replace("<CreateTime>1700000000", "<CreateTime>9223372036854775807"),
                "")) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> opened(door(NEW), NEW, bomb))
                    .as(bomb.substring(0, Math.min(80, bomb.length())))
                    .isInstanceOf(Rejected.class);
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3000);
        }
    }
}
