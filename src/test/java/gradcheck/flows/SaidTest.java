package gradcheck.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the answers on offer somebody means, however they put it. */
class SaidTest {
    private static final List<List<String>> ANSWERS =
            List.of(List.of("看到了", "有"), List.of("没拍", "没有拍"), List.of("拍过了", "拍了"), List.of("换过", "重拍过"));

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "１。, 1",
        "第2个, 2",
        "选 3, 3",
        "第一个, 1",
        "选二, 2",
        "三号, 3",
        "第九个, 0",
        "9, 0",
        "看到拉, 1",
        "有的, 1",
        "有呀~, 1",
        "照片看到啦！, 1",
        "没看到, 0",
        "还没看到呢, 0",
        "我没拍呀, 2",
        "早就拍过了, 3",
        "没有重拍过, 0",
        "我换过一次, 4",
        "看到了吗？, 0",
        "的, 0",
        "看到了但是我没拍, 0",
        "我还没拍呢, 2",
        "会不会看到, 0",
        "有没有拍过, 0"
    })
    void an_answer_is_known_by_number_by_word_or_inside_a_short_sentence(String said, int picked) {
        assertThat(Said.pick(said, ANSWERS)).isEqualTo(picked);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "第一个, 0", "有的, 1", "没拍, 2"})
    void where_only_words_count_a_number_says_nothing(String said, int picked) {
        assertThat(Said.word(said, ANSWERS)).isEqualTo(picked);
    }

    @ParameterizedTest
    @CsvSource({"等等, true", "我先看一下, true", "嗯那我去问问, true", "额不清楚, true", "回族, false", "我等, false"})
    void who_asks_for_time_gives_no_value(String said, boolean putsOff) {
        assertThat(Said.putsOff(said)).isEqualTo(putsOff);
    }

    /** Such a row once overflowed the stack, and the message had no answer. */
    @Test
    void a_sign_typed_two_thousand_times_is_read_to_its_end() {
        assertThat(Said.putsOff("等".repeat(2000))).isTrue();
        assertThat(Said.putsOff("我".repeat(2000))).isFalse();
    }
}
