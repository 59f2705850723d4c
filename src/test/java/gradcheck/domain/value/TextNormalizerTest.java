package gradcheck.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C15: a name is found in whatever way it is written, and no other name with it. */
class TextNormalizerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "阿依古丽·买买提",
                "阿依古丽.买买提",
                "阿依古丽．买买提",
                "阿依古丽•买买提",
                "阿依古丽・买买提",
                "阿依古丽･买买提",
                "阿依古丽‧买买提",
                "阿依古丽∙买买提",
                "阿依古丽⋅买买提",
                "阿依古丽●买买提",
                "阿依古丽。买买提",
                "阿依古丽˙买买提",
                "阿依古丽ㆍ买买提",
                "阿依古丽-买买提",
                "阿依古丽 买买提",
                "阿依古丽　买买提",
                "阿依古丽\u00A0买买提",
                "阿依古丽\u200B买买提",
                "阿依古丽买买提",
                "阿依古麗·買買提",
            })
    void dots_of_any_kind_or_none_and_spaces_make_no_difference(String written) {
        assertThat(TextNormalizer.nameKey(written)).isEqualTo("阿依古丽买买提");
    }

    @ParameterizedTest
    @CsvSource({
        "陳大文,陈大文", "王　芳,王芳", "\uF92C文,郎文", "ＪＯＨＮ　Smith,john smith", "張\uFE00偉,张伟",
        "劉\uDB40\uDD00洋,刘洋", "\uFEFF李四,李四", "蕭瀟,萧潇", "呂佈,吕布", "王芳\u2060,王芳"
    })
    void widths_scripts_and_invisible_characters_make_no_difference(String written, String meant) {
        assertThat(TextNormalizer.nameKey(written)).isEqualTo(TextNormalizer.nameKey(meant));
    }

    @ParameterizedTest
    @CsvSource({"张伟,张伟明", "陈昇,陈升", "王芳,汪芳", "刘洋,刘阳", "李乾,李干", "张玮,张伟", "\uE000文,文", "刘□,刘"})
    void another_name_stays_another(String one, String other) {
        assertThat(TextNormalizer.nameKey(one)).isNotEqualTo(TextNormalizer.nameKey(other));
    }

    @Test
    void what_is_all_dots_is_still_something() {
        assertThat(TextNormalizer.nameKey("·")).isEqualTo("·");
    }
}
