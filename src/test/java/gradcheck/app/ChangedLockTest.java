package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.config.ConfigFaults;
import gradcheck.config.Environment;
import gradcheck.config.Wecom;
import gradcheck.message.Incoming;
import gradcheck.wecom.door.Door;
import gradcheck.wecom.door.Rejected;
import gradcheck.wecom.door.Signed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Token and EncodingAESKey are changed, together or one alone, and no message is lost meanwhile. */
class ChangedLockTest {
    private static final String NEW_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String OLD_KEY = "GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcbs";
    private static final String TEXT = "<xml><FromUserName>a</FromUserName><CreateTime>1700000000</CreateTime>"
            + "<MsgType>text</MsgType><Content>hi</Content><MsgId>1</MsgId></xml>";

    private static Door door(Map<String, String> previous) throws ConfigFaults {
        Map<String, String> variables = new HashMap<>(Map.of(
                "WECOM_CORP_ID", "ww1",
                "WECOM_AGENT_ID", "1",
                "WECOM_SECRET", "s",
                "WECOM_TOKEN", "new",
                "WECOM_ENCODING_AES_KEY", NEW_KEY));
        variables.putAll(previous);
        return new Door(Wecom.complete(new Environment(variables)), Clock.systemUTC(), new SecureRandom());
    }

    private static WxCpCryptUtil platform(String token, String key) {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setToken(token);
        config.setCorpId("ww1");
        config.setAesKey(key);
        return new WxCpCryptUtil(config);
    }

    private static Door.Opened opened(Door door, String token, String key) throws Rejected {
        String encrypted = platform(token, key).encrypt("0123456789abcdef", TEXT);
        Signed by = new Signed(SHA1.gen(token, "1700000000", "n", encrypted), "1700000000", "n");
        String body = "<xml><Encrypt>" + encrypted + "</Encrypt></xml>";
        return door.open(by, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "old, " + OLD_KEY,
        "old, " + NEW_KEY,
        "new, " + OLD_KEY,
    })
    void both_pairs_are_taken_and_each_is_answered_in_its_own(String token, String key) throws Exception {
        Map<String, String> previous = new HashMap<>();
        if (!token.equals("new")) {
            previous.put("WECOM_TOKEN_PREVIOUS", token);
        }
        if (!key.equals(NEW_KEY)) {
            previous.put("WECOM_ENCODING_AES_KEY_PREVIOUS", key);
        }
        Door door = door(previous);
        for (String[] pair : new String[][] {{token, key}, {"new", NEW_KEY}}) {
            Door.Opened opened = opened(door, pair[0], pair[1]);
            assertThat(opened.incoming()).isInstanceOfSatisfying(Incoming.Text.class, t -> assertThat(t.text())
                    .isEqualTo("hi"));
            String reply = door.reply(opened, "answer");
            String encrypted = reply.replaceAll("(?s).*<Encrypt><!\\[CDATA\\[(.*?)]]></Encrypt>.*", "$1");
            assertThat(platform(pair[0], pair[1]).decrypt(encrypted)).contains("answer");
        }
        assertThatThrownBy(() -> opened(door(Map.of()), token, key)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> opened(door, "third", OLD_KEY)).isInstanceOf(Rejected.class);
    }
}
