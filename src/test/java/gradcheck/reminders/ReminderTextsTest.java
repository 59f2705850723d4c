package gradcheck.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.status.CorrectionCase;
import gradcheck.domain.status.StudentState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a student reads. */
class ReminderTextsTest {
    private static final LocalDate TODAY = Springtime.day("04-10");
    private static final ReminderTexts WORDS =
            new ReminderTexts(Springtime.SEASON, Springtime.policy(), Springtime.COPY);

    private static Lack lack(StudentState audience, LocalDate deadline) {
        return Lack.of(audience, Optional.of(deadline));
    }

    private static Lack photo(LocalDate deadline) {
        return lack(StudentState.UNCOLLECTED, deadline);
    }

    private static String said(Lack... lacks) {
        return WORDS.of(List.of(lacks), TODAY, false);
    }

    @Test
    void one_thing_is_said_without_a_number_with_its_reason_its_step_and_how_to_stop() {
        assertThat(said(photo(TODAY.plusDays(20))))
                .isEqualTo(
                        """
                        【毕业信息核对】还差一件事：
                        学信网上的学历照片还是“未采集”，最后一天是4月30日，还有 20 天。
                        照片缺失会影响毕业以及学士学位授予。
                        下一步：马上打教务处电话 0931-8912031 问在哪里拍；拍过了就回复“图像校对”。
                        （不想再收到，回复“停止提醒”）""");
    }

    @Test
    void several_things_are_numbered_and_the_first_is_the_next_step() {
        assertThat(said(photo(TODAY.plusDays(6)), lack(StudentState.UNCONFIRMED, TODAY.plusDays(20))))
                .isEqualTo(
                        """
                        【毕业信息核对】你还差 2 件事：
                        1. 学信网上的学历照片还是“未采集”，离4月16日只剩 6 天。
                        2. 学籍信息还没有核对，最后一天是4月30日，还有 20 天。
                        照片缺失会影响毕业以及学士学位授予。
                        学籍核对是毕业工作中的重要一环，每个人都要做。
                        下一步：马上打教务处电话 0931-8912031 问在哪里拍；拍过了就回复“图像校对”。
                        （不想再收到，回复“停止提醒”）""");
    }

    @ParameterizedTest
    @CsvSource({"8, 最后一天是4月18日，还有 8 天。", "7, 离4月17日只剩 7 天。", "2, 离4月12日只剩 2 天。", "1, 明天（4月11日）就是最后一天。", "0, 今天就截止。"})
    void the_days_are_said_as_people_say_them(int days, String words) {
        assertThat(said(photo(TODAY.plusDays(days)))).contains("未采集”，" + words + "\n");
    }

    /** R03. */
    @Test
    void without_a_deadline_no_day_is_named() {
        assertThat(said(Lack.of(StudentState.UNCONFIRMED, Optional.empty()))).contains("还没有核对，请尽快完成。\n");
    }

    @Test
    void on_the_last_day_it_says_so_and_nobody_is_asked_to_stop_it() {
        assertThat(said(photo(TODAY))).startsWith("【毕业信息核对】今天是最后一天：\n").doesNotContain("停止提醒");
    }

    @Test
    void whoever_stopped_reminders_reads_that_this_is_the_last_one_and_needs_no_word_to_stop_it() {
        assertThat(WORDS.of(List.of(photo(TODAY)), TODAY, true))
                .startsWith("【毕业信息核对】你停了提醒，这是截止前的最后一次通知：\n")
                .doesNotContain("不想再收到");
    }

    @Test
    void a_reason_that_two_things_share_is_said_once() {
        assertThat(said(
                        lack(StudentState.UNCONFIRMED, TODAY.plusDays(3)),
                        lack(StudentState.REOPENED, TODAY.plusDays(3))))
                .containsOnlyOnce("重要一环");
    }

    @Test
    void a_correction_is_named_by_its_field_and_number_and_the_step_opens_it() {
        Lack back = new Lack(
                StudentState.SENT_BACK,
                Optional.of(TODAY.plusDays(3)),
                List.of(
                        new CorrectionCase(12, "MZ", 1, CorrectionState.SENT_BACK, Instant.EPOCH),
                        new CorrectionCase(13, "ZYMC", 1, CorrectionState.SENT_BACK, Instant.EPOCH)));
        assertThat(said(back)).contains("民族（12）、ZYMC（13）").contains("下一步：回复“民族”");
    }

    @ParameterizedTest
    @MethodSource("gradcheck.domain.status.StudentState#reminded")
    void every_audience_has_words_of_its_own_and_one_step(StudentState audience) {
        Lack lack = new Lack(
                audience,
                Optional.empty(),
                List.of(new CorrectionCase(1, "MZ", 1, CorrectionState.MATERIAL_DUE, Instant.EPOCH)));
        String said = said(lack);
        assertThat(said).containsOnlyOnce("下一步：");
        assertThat(StudentState.reminded().stream().filter(other -> other != audience))
                .allSatisfy(other -> assertThat(said.lines().toList().get(1))
                        .isNotEqualTo(said(new Lack(other, Optional.empty(), lack.reviews()))
                                .lines()
                                .toList()
                                .get(1)));
    }

    @Test
    void a_rule_may_use_other_words_as_long_as_they_need_nothing_its_audience_does_not_have() {
        assertThat(Policy.knows("unknown", StudentState.UNCOLLECTED)).isTrue();
        assertThat(Policy.knows("back", StudentState.UNCOLLECTED)).isFalse();
        assertThat(Policy.knows("nonsense", StudentState.UNCOLLECTED)).isFalse();
        Rule other = new Rule(
                "r",
                StudentState.UNCOLLECTED,
                List.of(0),
                Optional.empty(),
                LocalTime.NOON,
                1,
                Duration.ZERO,
                false,
                "unknown");
        ReminderTexts words = new ReminderTexts(
                Springtime.SEASON,
                Springtime.policy(Springtime.rule("s", StudentState.RETAKE), other),
                Springtime.COPY);
        assertThat(words.of(List.of(photo(TODAY)), TODAY, false)).contains("还不知道你的学历照片采集了没有");
    }
}
