package gradcheck.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The examples that Tencent (V1, V2) and wechatpy (V3) publish. */
class CryptoTest {
    private static final String V2_SEALED =
            "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHH"
                    + "hGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4a"
                    + "SknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP"
                    + "7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8"
                    + "V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p"
                    + "8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";
    private static final String V3_SEALED =
            "RgqEoJj5A4EMYlLvWO1F86ioRjZfaex/gePD0gOXTxpsq5Yj4GNglrBb8I2BAJVODGajiFnXBu7mCPat"
                    + "fjsu6IHCrsTyeDXzF6Bv283dGymzxh6ydJRvZsryDyZbLTE7rhnus50qGPMfp2wASFlzEgMW9z1ef/RD"
                    + "8XzaFYgm7iTdaXpXaG4+BiYyolBug/gYNx410cvkKR2/nPwBiT+P4hIiOAQqGp/TywZBtDh1yCF2KOd0"
                    + "gpiMZ5jSw3e29mTvmUHzkVQiMS6td7vXUaWOMZnYZlF3So2SjHnwh4jYFxdgpkHHqIrH/54SNdshoQgW"
                    + "YEvccTKe7FS709/5t6NMxuGhcUGAPOQipvWTT4dShyqio7mlsl5noTrb++x6En749zCpQVhDpbV6GDnT"
                    + "bcX2e8K9QaNWHp91eBdCRxthuL0=";
    private static final String V3_SEALED_BY_US =
            "9s4gMv99m88kKTh/H8IdkOiMg6bisoy3ypwy9H4hvSPe9nsGaqyw5hhSjdYbcrKk+j3nba4HMOTzHrlu"
                    + "LBYqxgNcBqGsL8GqxlhZgURnAtObvesEl5nZ+uBE8bviY0LWke8Zy9V/QYKxNV2FqllNXcfmstttyIkM"
                    + "KCCmVbCFM2JTF5wY0nFhHZSjPUL2Q1qvSUCUld+/WIXrx0oyKQmpB6o8NRrrNrsDf03oxI1p9FxUgMnw"
                    + "KKZeOA/uu+2IEvEBtb7muXsVbwbgX05UPPJvFurDXafG0RQyPR+mf1nDnAtQmmNOuiR5MIkdQ39xn1vW"
                    + "wi1O5oazPoQJz0nTYjxxEE8kv3kFxtAGVRe3ypD3WeK2XeFYFMNMpatF9XiKzHo3";
    private static final String V3_PLAIN =
            """
            <xml>
            <MsgType><![CDATA[text]]></MsgType>
            <Content><![CDATA[test]]></Content>
            <FromUserName><![CDATA[wx49f0ab532d5d035a]]></FromUserName>
            <ToUserName><![CDATA[messense]]></ToUserName>
            <AgentID>1</AgentID>
            <CreateTime>1411525903</CreateTime>
            </xml>""";

    private final Crypto tencent =
            new Crypto("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7");
    private final Crypto wechatpy =
            new Crypto("123456", "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR", "wx49f0ab532d5d035a", sixteen());

    @Test
    void v1_the_official_echo_is_signed_and_opened_as_published() throws GeneralSecurityException {
        String echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";

        assertThat(tencent.sign("1409659589", "263014780", echo)).isEqualTo("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
        assertThat(tencent.decrypt(echo)).isEqualTo("1616140317555161061");
    }

    @Test
    void v2_the_official_message_with_a_pad_over_sixteen_is_opened() throws GeneralSecurityException {
        assertThat(tencent.sign("1409659813", "1372623149", V2_SEALED))
                .isEqualTo("477715d11cdb4164915debcba66cb864d751f3e6");
        assertThat(tencent.decrypt(V2_SEALED))
                .hasSize(284)
                .startsWith("<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]>")
                .contains("<Content><![CDATA[hello]]></Content>", "<MsgId>4561255354251345929</MsgId>");
    }

    @Test
    void v3_the_wechatpy_message_is_opened() throws GeneralSecurityException {
        assertThat(wechatpy.sign("1411525903", "461056294", V3_SEALED))
                .isEqualTo("74d92dfeb87ba7c714f89d98870ae5eb62dff26d");
        assertThat(wechatpy.decrypt(V3_SEALED))
                .hasSize(281)
                .contains("<MsgId>4363689963896700987</MsgId>", "<AgentID>1</AgentID>");
    }

    @Test
    void v3_sealing_the_published_reply_gives_the_published_bytes() throws GeneralSecurityException {
        String sealed = wechatpy.encrypt(V3_PLAIN);

        assertThat(sealed).isEqualTo(V3_SEALED_BY_US);
        assertThat(wechatpy.sign("1411525903", "461056294", sealed))
                .isEqualTo("407518b7649e86ef23978113f92d27afa9296533");
    }

    @Test
    void v3_another_nonce_gives_another_signature() throws GeneralSecurityException {
        String echo = "4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q==";
        String published = "dd6b9c95b495b3f7e2901bfbc76c664930ffdb96";

        assertThat(wechatpy.sign("1411443780", "437374425", echo)).isEqualTo(published);
        assertThat(wechatpy.sign("1411443780", "437374424", echo)).isNotEqualTo(published);
        assertThat(wechatpy.decrypt(echo)).isEqualTo("5927782489442352469");
    }

    @Test
    void a_message_sealed_for_another_company_is_refused() throws GeneralSecurityException {
        Crypto other = new Crypto("123456", "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR", "wwsomebodyelse");
        String sealed = other.encrypt("<xml/>");

        assertThatThrownBy(() -> wechatpy.decrypt(sealed))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("wwsomebodyelse");
    }

    @Test
    void a_message_sealed_with_another_key_is_refused() {
        assertThatThrownBy(() -> tencent.decrypt(V3_SEALED)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void every_length_of_text_comes_back_as_it_went() throws GeneralSecurityException {
        for (int i = 0; i < 70; i++) {
            String text = "核".repeat(i) + "x".repeat(i % 3);
            String sealed = tencent.encrypt(text);
            assertThat(tencent.decrypt(sealed)).isEqualTo(text);
            assertThat(Base64.getDecoder().decode(sealed).length % 32).isZero();
        }
    }

    /** Gives 1234567890123456, as the published example does. */
    private static RandomGenerator sixteen() {
        RandomGenerator random = mock();
        doAnswer(call -> ByteBuffer.wrap(call.getArgument(0)).put("1234567890123456".getBytes(StandardCharsets.UTF_8)))
                .when(random)
                .nextBytes(any());
        return random;
    }
}
