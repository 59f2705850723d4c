package gradcheck.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What agrees to something is taken generously when it is said outright, and never when it is asked or supposed. */
class CommandMatcherTest {
    private static IntentRecognizer intents;

    @BeforeAll
    static void learn() throws Exception {
        intents = IntentRecognizer.read(Path.of("config"), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "嗯嗯都看完了, 已阅读",
        "好的已阅读谢谢老师, 已阅读",
        "没问题没问题, 无误",
        "嗯都对, 无误",
        "确认确认, 我确认",
        "是的我确认, 我确认",
        "不改了不改, 取消",
        "bangzhu, 帮助"
    })
    void small_words_and_repetition_change_nothing(String said, String command) {
        assertThat(intents.of(said)).isEqualTo(new Intent.Command(command));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我确认吗", "如果我确认", "能不能确认", "我不确认", "我确认不了", "应该没问题", "好像都对", "没问题吗", "还没看完", "我没看完", "看完了吗", "没读完",
                "信息不对", "有问题", "确认收货", "取消确认"
            })
    void who_asks_supposes_or_denies_has_not_agreed(String said) {
        assertThat(intents.of(said))
                .isNotIn(new Intent.Command("我确认"), new Intent.Command("无误"), new Intent.Command("已阅读"));
    }

    @Test
    void what_was_submitted_is_not_confirmed() {
        assertThat(intents.of("我已经提交了")).isEqualTo(new Intent.Command("已提交"));
        assertThat(intents.of("要提交吗")).isNotEqualTo(new Intent.Command("我确认"));
    }
}
