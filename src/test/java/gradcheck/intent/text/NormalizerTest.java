package gradcheck.intent.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {
    private final Normalizer normalizer = new Normalizer(IntentLexicon.read(Path.of("config/lexicon.yml")));

    NormalizerTest() throws IOException {}

    /** What makes no difference to an answer makes none to a question; only dialect comes on top. */
    @ParameterizedTest
    @CsvSource({"开\u200B始核对, 开始核对", "ＱＱ在 ３ 楼！, qq在 3 楼", "٣天内, 3天内", "籃球協會, 篮球协会", "甚麼時候覆核, 什么时候复核", "帳號唔见咗, 账号不见了"})
    void what_is_only_another_writing_is_the_same(String typed, String plain) {
        assertThat(normalizer.plain(typed)).isEqualTo(plain);
    }
}
