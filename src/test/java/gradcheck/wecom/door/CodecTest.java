package gradcheck.wecom.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published test vectors, WxJava's codec as an oracle, and everything that must not be let in. */
class CodecTest {
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String TOKEN = "pamtest";
    private static final String ID = "wxb11529c136998cb6";

    private static Codec codec(String token, String key, String receiver) {
        return new Codec(new WecomSettings.Lock(new Secret(token), new Secret(key)), receiver);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/wecom/vectors.csv", numLinesToSkip = 1, delimiter = '|', maxCharsPerColumn = 10_000)
    void a_published_vector_is_verified_and_opened(
            String name,
            String receiver,
            String token,
            String key,
            String timestamp,
            String nonce,
            String signature,
            String encrypted,
            String begins,
            String ends)
            throws Rejected {
        Codec codec = codec(token, key, receiver == null ? "" : receiver);
        assertThat(codec.signature(timestamp, nonce, encrypted)).isEqualTo(signature);
        assertThat(codec.signed(new Signed(signature, timestamp, nonce), encrypted))
                .isTrue();
        assertThat(codec.signed(new Signed(signature, timestamp, nonce + "1"), encrypted))
                .isFalse();
        assertThat(codec.open(encrypted)).startsWith(begins).endsWith(ends);
    }

    @Test
    void sealing_gives_the_published_ciphertexts() {
        assertThat(codec(TOKEN, KEY, ID).seal("我是中文abcd123", "aaaabbbbccccdddd".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==");
        String plain =
                """
                <xml>
                <MsgType><![CDATA[text]]></MsgType>
                <Content><![CDATA[test]]></Content>
                <FromUserName><![CDATA[wx49f0ab532d5d035a]]></FromUserName>
                <ToUserName><![CDATA[messense]]></ToUserName>
                <AgentID>1</AgentID>
                <CreateTime>1411525903</CreateTime>
                </xml>""";
        Codec wechatpy = codec("123456", "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR", "wx49f0ab532d5d035a");
        String sealed = wechatpy.seal(plain, "1234567890123456".getBytes(StandardCharsets.US_ASCII));
        assertThat(sealed).startsWith("9s4gMv99m88kKTh/H8IdkOiMg6bisoy3ypwy9H4hvSPe9nsGaqyw5hhSjdYbcrKk");
        assertThat(wechatpy.signature("1411525903", "461056294", sealed))
                .isEqualTo("407518b7649e86ef23978113f92d27afa9296533");
    }

    @Test
    void a_message_for_another_company_is_refused() {
        String sealed = codec(TOKEN, KEY, "wxother").seal("hello", new byte[16]);
        assertThatThrownBy(() -> codec(TOKEN, KEY, ID).open(sealed))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.isForbidden()).isTrue());
    }

    @Test
    void a_cut_anywhere_and_a_bit_flipped_in_the_receiver_or_the_padding_are_refused() {
        Codec codec = codec(TOKEN, KEY, ID);
        byte[] sealed = Base64.getDecoder().decode(codec.seal("一条消息 with 40 bytes or so of text", new byte[16]));
        for (int length = 0; length < sealed.length; length++) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(sealed, length));
            assertThatThrownBy(() -> codec.open(cut)).isInstanceOf(Rejected.class);
        }
        for (int i = sealed.length - 48; i < sealed.length; i++) {
            byte[] flipped = sealed.clone();
            flipped[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(flipped);
            assertThatThrownBy(() -> codec.open(text)).isInstanceOf(Rejected.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_agrees_with_the_platforms_other_codec(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] keyBytes = new byte[32];
        random.nextBytes(keyBytes);
        String key = Base64.getEncoder().encodeToString(keyBytes).substring(0, 43);
        WxCpDefaultConfigImpl settings = new WxCpDefaultConfigImpl();
        settings.setToken("t" + seed);
        settings.setCorpId(ID);
        settings.setAesKey(key);
        WxCpCryptUtil oracle = new WxCpCryptUtil(settings);
        Codec codec = codec("t" + seed, key, ID);
        for (int i = 0; i < 50; i++) {
            String text = random.ints(random.nextInt(1, 300), 0x4e00, 0x9fa5)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(oracle.decrypt(codec.seal(text, new byte[16]))).isEqualTo(text);
            String sealed = oracle.encrypt("abcdefghijklmnop", text);
            assertThat(codec.open(sealed)).isEqualTo(text);
            String nonce = Integer.toString(random.nextInt());
            assertThat(codec.signature("1700000000", nonce, sealed))
                    .isEqualTo(SHA1.gen("t" + seed, "1700000000", nonce, sealed));
        }
    }

    @Test
    void a_key_may_end_in_any_bits() throws Rejected {
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".toCharArray()) {
            Codec codec = codec(TOKEN, KEY.substring(0, 42) + last, ID);
            assertThat(codec.open(codec.seal("x", new byte[16]))).isEqualTo("x");
        }
    }
}
