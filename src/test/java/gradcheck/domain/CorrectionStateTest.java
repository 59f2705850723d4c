package gradcheck.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The procedure of a correction, as its table. */
class CorrectionStateTest {
    /** R32, R35–R38: key information goes by its material and the registrar; R10, R33: the rest by the college alone. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "待审核, 已通过 已退回 已撤回 系统已更新",
                "材料待交, 材料已寄 材料已收 已退回 已撤回 系统已更新",
                "材料已寄, 材料已收 已退回 已撤回 系统已更新",
                "材料已收, 待教务处 已退回 已撤回 系统已更新",
                "待教务处, 已通过 已退回 已撤回 系统已更新",
                "已通过, 系统已更新",
                "已退回, ''",
                "已撤回, ''",
                "系统已更新, ''"
            })
    void each_state_has_its_next_steps_and_no_other(String from, String next) {
        CorrectionState state = CorrectionState.of(from).orElseThrow();
        assertThat(Arrays.stream(CorrectionState.values())
                        .filter(state::mayBecome)
                        .map(CorrectionState::title)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(next);
    }

    @Test
    void somebody_still_decides_about_what_is_open() {
        assertThat(CorrectionState.values())
                .filteredOn(CorrectionState::isOpen)
                .extracting(CorrectionState::title)
                .containsExactly("待审核", "材料待交", "材料已寄", "材料已收", "待教务处");
    }

    @Test
    void key_information_waits_for_its_material_first_and_everything_else_for_the_college() {
        assertThat(CorrectionState.first(EditClass.KEY)).isEqualTo(CorrectionState.MATERIAL_DUE);
        assertThat(CorrectionState.first(EditClass.POLITICAL)).isEqualTo(CorrectionState.PENDING);
        assertThat(CorrectionState.first(EditClass.GENERAL)).isEqualTo(CorrectionState.PENDING);
    }
}
