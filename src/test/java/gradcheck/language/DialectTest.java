package gradcheck.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {
    private static final Dialect DIALECT =
            new Dialect(Map.of("唔係", "不是", "係", "是", "關係", "关系", "唔", "不", "嗰", "那", "咋个", "怎么", "咋", "怎么", "$5", "五"));

    @ParameterizedTest
    @CsvSource({
        "我唔係香港身份證, 我不是香港身份證",
        "係呀 冇關係, 是呀 冇关系",
        "姓名嗰條唔要, 姓名那條不要",
        "咋个弄咋弄, 怎么弄怎么弄",
        "李係的系统, 李是的系统",
        "付$5, 付五",
        "ＡＢＣ林志遠, ＡＢＣ林志遠",
    })
    void only_words_of_the_dialect_change(String said, String standard) {
        assertThat(DIALECT.standard(said)).isEqualTo(standard);
    }

    @ParameterizedTest
    @CsvSource({"你好", "係", "''"})
    void no_words_change_nothing(String said) {
        assertThat(new Dialect(Map.of()).standard(said)).isEqualTo(said);
    }
}
