package gradcheck.language;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.desk.Commands;
import gradcheck.desk.ask.PlainText;
import gradcheck.turn.privacy.PrivacyCommand;
import gradcheck.turn.student.StudentCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One writing for whatever is compared, however it was typed (findings B3). */
class NormalizedTextTest {
    @ParameterizedTest
    @CsvSource({
        "沒看到, 没看到",
        "我確認, 我确认",
        "「我确认」, 我确认",
        "我确认！！, 我确认",
        "我\u200B确\uFEFF认, 我确认",
        "我确认\uFE0F, 我确认",
        "我确认👌🏻, 我确认",
        "我确认[强], 我确认",
        "👌 我确认 👌, 我确认",
        "ＯＫ。, ok",
        "１, 1",
        "①, 1",
        "⑵, 2",
        "1️⃣, 1",
        "٣, 3",
        "५, 5",
        "✓, ✓",
        "√, √",
        "👍, 👍",
        "臺胞證, 台胞证"
    })
    void however_it_is_typed_it_compares_as_one(String typed, String plain) {
        assertThat(NormalizedText.plain(typed)).isEqualTo(plain);
    }

    @Test
    void what_is_kept_stays_as_it_was_written() {
        assertThat(NormalizedText.of(" 陳曉\u200B明 ").shown()).isEqualTo("陳曉明");
    }

    @ParameterizedTest
    @CsvSource({"開始核對, START_RECORD", "圖像校對, START_PHOTO", "進度👍, PROGRESS", "聯繫老師, CONTACT", "材料已寄[OK], MATERIAL_SENT"
    })
    void a_students_fixed_word_is_heard_in_any_writing(String typed, StudentCommand command) {
        assertThat(StudentCommand.in(typed)).contains(command);
    }

    @ParameterizedTest
    @CsvSource({"隱私說明, PRIVACY", "我的數據, MY_DATA", "刪除我的聊天記錄, FORGET", "按鈕版, BUTTONS"})
    void so_is_one_about_what_is_kept(String typed, PrivacyCommand command) {
        assertThat(PrivacyCommand.in(typed)).contains(command);
    }

    @ParameterizedTest
    @CsvSource({"確認。, 确认", "待審核, 待审核", "撤銷👌, 撤销"})
    void so_is_a_secretarys(String typed, String word) {
        assertThat(Commands.bare(typed)).isEqualTo(word);
        assertThat(PlainText.of(typed)).isEqualTo(word);
    }
}
