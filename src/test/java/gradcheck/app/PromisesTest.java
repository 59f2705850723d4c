package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Standing;
import gradcheck.domain.status.StudentState;
import gradcheck.message.PersonId;
import gradcheck.roster.write.Exports;
import gradcheck.roster.write.Exports.Format;
import gradcheck.roster.write.Exports.Kind;
import gradcheck.store.people.Scope;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Reopenings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promises that could be broken in the code without another test noticing: each of these fails when it is (A8). */
class PromisesTest extends OnABot {
    private static final String LI = "320230100001";
    private static final String COLLEGE = "信息科学与工程学院";

    private PersonId wang() {
        return bot.named("王老师").orElseThrow();
    }

    private PersonId office() {
        return bot.named("李老师").orElseThrow();
    }

    private void check(String... said) {
        say("开始核对");
        say("已阅读");
        List.of(said).forEach(this::say);
    }

    private CorrectionState correction() {
        List<CorrectionRows.Row> rows = bot.store().read(t -> t.corrections().of(bot.season(), LI));
        return rows.get(rows.size() - 1).state();
    }

    private boolean is(StudentState condition) {
        StudentQueries.Asked everywhere = new StudentQueries.Asked(bot.season(), Scope.ALL);
        return bot.store().<Boolean>read(t -> t.roll().lines(everywhere, StudentFilter.of(condition)).stream()
                .anyMatch(line -> line.number().equals(LI)));
    }

    private void staff(Member... more) {
        bot.store()
                .write(t -> {
                    List<Member> all = new ArrayList<>(t.staff().all());
                    all.addAll(List.of(more));
                    t.staff().replaceAll(all);
                    return all;
                })
                .join();
    }

    private List<String> told(PersonId person) {
        bot.doWhatIsDue();
        return bot.sent().stream()
                .filter(s -> s.to().equals(person))
                .map(TestBot.Sent::text)
                .toList();
    }

    /** R34–R38: of the two who decide about key information neither is the other. */
    @Test
    void four_eyes_who_has_passed_key_information_for_the_college_does_not_pass_it_for_the_office() {
        PersonId both = new PersonId("both");
        staff(
                new Member(both, Role.SECRETARY, COLLEGE, "周老师", "", ""),
                new Member(both, Role.OFFICE, "", "周老师", "", ""));
        check("民族改为回族", "1", "1", "我确认");
        say(both, "材料已收 1");
        say(both, "通过 1");
        assertThat(correction()).isEqualTo(CorrectionState.WITH_OFFICE);
        assertThat(say(both, "通过 1")).doesNotContain("已通过");
        assertThat(correction()).isEqualTo(CorrectionState.WITH_OFFICE);
        say(both, "退回 1 材料不清楚");
        assertThat(correction()).isEqualTo(CorrectionState.WITH_OFFICE);
        say(office(), "通过 1");
        assertThat(correction()).isEqualTo(CorrectionState.PASSED);
    }

    @Test
    void four_eyes_hold_also_after_the_first_pass_was_undone_and_done_again() {
        PersonId both = new PersonId("both");
        staff(
                new Member(both, Role.SECRETARY, COLLEGE, "周老师", "", ""),
                new Member(both, Role.OFFICE, "", "周老师", "", ""));
        check("民族改为回族", "1", "1", "我确认");
        say(wang(), "材料已收 1");
        say(wang(), "通过 1");
        say(wang(), "撤销");
        assertThat(correction()).isEqualTo(CorrectionState.MATERIAL_RECEIVED);
        say(both, "通过 1");
        say(both, "通过 1");
        assertThat(correction()).isEqualTo(CorrectionState.WITH_OFFICE);
    }

    /** R32: key information passes the college only with the proof in hand, and the office only after the college. */
    @Test
    void no_key_information_passes_without_its_material_or_before_the_college() {
        check("民族改为回族", "1", "1", "我确认");
        say(wang(), "通过 1");
        assertThat(correction()).isEqualTo(CorrectionState.MATERIAL_DUE);
        say("材料已寄");
        say(wang(), "通过 1");
        assertThat(correction()).isEqualTo(CorrectionState.MATERIAL_SENT);
        say(office(), "材料已收 信息1");
        say(office(), "通过 信息1");
        assertThat(correction()).isNotIn(CorrectionState.WITH_OFFICE, CorrectionState.PASSED);
    }

    private void until(LocalDate day) {
        Standing standing = new Standing(Standing.State.IN, "", Optional.of(day), "office", bot.now());
        bot.store()
                .write(t -> {
                    t.standings().put(bot.season(), LI, standing);
                    return standing;
                })
                .join();
    }

    private String lateness() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bot.store().read(tables -> {
            try {
                return new Exports(TestSettings.season())
                        .write(new Exports.Order(Kind.CONFIRMATIONS, "", Format.CSV), tables, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        String line =
                out.toString(StandardCharsets.UTF_8).lines().skip(1).findFirst().orElseThrow();
        return line.split(",", -1)[9];
    }

    @Test
    void a_confirmation_after_the_last_day_is_kept_listed_and_exported_as_late() {
        until(LocalDate.of(2027, 3, 14));
        check("无误", "我确认");
        assertThat(is(StudentState.LATE)).isTrue();
        assertThat(say(wang(), "哪些人逾期核对")).contains("李四");
        assertThat(lateness()).isEqualTo("是");
    }

    @Test
    void on_the_last_day_itself_nobody_is_late() {
        until(LocalDate.of(2027, 3, 15));
        check("无误", "我确认");
        assertThat(is(StudentState.LATE)).isFalse();
        assertThat(lateness()).isEqualTo("否");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jm-xinxi", ""})
    void who_must_check_once_more_stands_among_those_who_have_not(String actor) {
        check("无误", "我确认");
        assertThat(is(StudentState.UNCONFIRMED)).isFalse();
        bot.store()
                .write(t -> {
                    t.reopenings().put(bot.season(), new Reopenings.Row(LI, 2, "名单更新", actor, bot.now()));
                    return 1;
                })
                .join();
        assertThat(is(StudentState.UNCONFIRMED)).isTrue();
        assertThat(is(StudentState.CONFIRMED)).isFalse();
        assertThat(is(StudentState.REOPENED)).isTrue();
        List.of("重新核对", "无误", "我确认").forEach(this::say);
        assertThat(is(StudentState.UNCONFIRMED)).isFalse();
        assertThat(is(StudentState.CONFIRMED)).isTrue();
    }

    @Test
    void who_opens_the_record_again_by_themselves_owes_nothing() {
        check("无误", "我确认");
        bot.store()
                .write(t -> {
                    t.reopenings().put(bot.season(), new Reopenings.Row(LI, 2, "写错了", student.value(), bot.now()));
                    return 1;
                })
                .join();
        assertThat(is(StudentState.CONFIRMED)).isTrue();
        assertThat(is(StudentState.UNCONFIRMED)).isFalse();
    }

    /** R24, R25: what the registrar lists as 未采集 is not made good by what somebody believes to have seen. */
    @Test
    void a_reminder_believes_the_list_that_says_uncollected_and_not_what_the_student_saw() {
        check("无误", "我确认");
        say("图像校对");
        say("看到了");
        bot.importPhotos("学号,学信网照片\n" + LI + ",未采集\n", false);
        assertThat(told(student)).anyMatch(text -> text.contains("未采集"));
        bot.sent().clear();
        bot.at(Instant.parse("2027-04-29T01:10:00Z"));
        assertThat(told(student)).anyMatch(text -> text.contains("未采集"));
    }

    @Test
    void i_confirm_at_an_open_question_about_key_information_confirms_nothing() {
        check("民族改为回族");
        assertThat(say("我确认")).doesNotContain("回执号：");
        assertThat(confirmed()).isFalse();
        say("1");
        assertThat(say("我确认")).doesNotContain("回执号：");
        assertThat(confirmed()).isFalse();
        say("1");
        assertThat(say("我确认")).contains("回执号：");
    }

    private boolean confirmed() {
        return bot.store()
                .<Boolean>read(t -> t.confirmations().latest(bot.season(), LI).isPresent());
    }

    @Test
    void everything_right_is_taken_only_after_the_fields_were_shown() {
        say("开始核对");
        assertThat(say("无误")).contains("已阅读");
        assertThat(say("我确认")).doesNotContain("回执号：");
        assertThat(confirmed()).isFalse();
        assertThat(say("已阅读")).contains("民族：汉族");
    }

    /** interface.md: 已退回 leaves the confirmation valid; the student's answer makes version 2. */
    @Test
    void a_correction_sent_back_leaves_the_confirmation_valid() {
        check("专业改为法学", "我确认");
        say(wang(), "退回 1 没有记录");
        assertThat(correction()).isEqualTo(CorrectionState.SENT_BACK);
        assertThat(is(StudentState.CONFIRMED)).isTrue();
        assertThat(is(StudentState.UNCONFIRMED)).isFalse();
    }

    /** The roster is the truth: what was passed is not yet in it. */
    @Test
    void a_correction_that_passed_does_not_change_the_record() {
        check("专业改为法学", "我确认");
        say(wang(), "通过 1");
        assertThat(correction()).isEqualTo(CorrectionState.PASSED);
        assertThat(bot.store()
                        .read(t -> t.students().byNumber(bot.season(), LI))
                        .orElseThrow()
                        .student()
                        .value("ZYMC"))
                .isEqualTo("计算机科学与技术");
    }

    @Test
    void the_students_notice_of_a_review_waits_until_it_can_not_be_undone_and_is_not_sent_after_that() {
        check("专业改为法学", "我确认");
        bot.sent().clear();
        say(wang(), "通过 1");
        assertThat(told(student)).isEmpty();
        say(wang(), "撤销");
        assertThat(correction()).isEqualTo(CorrectionState.PENDING);
        bot.at(bot.now().plus(Duration.ofMinutes(6)));
        assertThat(told(student)).isEmpty();
        say(wang(), "通过 1");
        bot.at(bot.now().plus(Duration.ofMinutes(6)));
        assertThat(told(student)).singleElement().asString().contains("专业");
        assertThat(say(wang(), "撤销")).doesNotContain("已撤销");
        assertThat(correction()).isEqualTo(CorrectionState.PASSED);
    }

    @Test
    void a_new_version_withdraws_what_is_no_longer_asked_for_and_keeps_the_rest() {
        check("专业改为法学", "学制改为5", "我确认");
        List.of("重新核对", "2", "专业改为软件工程", "我确认").forEach(this::say);
        assertThat(bot.store().read(t -> t.corrections().of(bot.season(), LI)).stream()
                        .map(r -> r.field() + r.state().title()))
                .containsExactlyInAnyOrder("ZYMC已撤回", "XZ待审核", "ZYMC待审核");
    }

    /** R17: what was submitted in the 注册系统 was the version before. */
    @Test
    void after_a_new_version_the_submission_is_due_again() {
        check("无误", "我确认");
        bot.store()
                .write(t -> {
                    t.photoFacts().note(bot.season(), LI, PhotoFact.SUBMITTED, new Noted("已提交", bot.now()));
                    t.reopenings().put(bot.season(), new Reopenings.Row(LI, 2, "名单更新", "", bot.now()));
                    return 1;
                })
                .join();
        List.of("重新核对", "无误", "我确认").forEach(this::say);
        assertThat(bot.store()
                        .<Boolean>read(t -> t.photoFacts().of(bot.season(), LI).containsKey(PhotoFact.SUBMITTED)))
                .isFalse();
    }

    @Test
    void to_confirm_twice_makes_no_second_confirmation() {
        check("无误", "我确认");
        say("我确认");
        say("无误");
        say("我确认");
        assertThat(bot.store()
                        .read(t -> t.confirmations().latest(bot.season(), LI))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void a_preview_is_confirmed_by_who_was_shown_it_and_by_nobody_else() {
        say(wang(), "催办 未核对");
        bot.sent().clear();
        say(bot.named("刘老师").orElseThrow(), "确认");
        say(office(), "确认");
        bot.at(bot.now().plus(Duration.ofMinutes(6)));
        assertThat(bot.sent()).isEmpty();
    }

    @Test
    void who_is_taken_out_or_stopped_reminders_is_not_urged() {
        say("停止提醒");
        say(wang(), "移出 王五 退学");
        bot.at(bot.now().plus(Duration.ofMinutes(6)));
        bot.sent().clear();
        say(wang(), "催办 未核对");
        say(wang(), "确认");
        bot.at(bot.now().plus(Duration.ofMinutes(6)));
        PersonId out = bot.named("王五").orElseThrow();
        assertThat(bot.sent()).isNotEmpty().noneMatch(s -> s.to().equals(student) || s.to().equals(out));
    }
}
