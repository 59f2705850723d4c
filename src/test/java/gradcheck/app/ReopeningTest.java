package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.Standing;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Reopenings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A confirmed record is opened again by the student before the deadline, by a secretary after it. */
class ReopeningTest extends OnABot {
    @BeforeEach
    void confirm() {
        List.of("开始核对", "已阅读", "专业改为法学", "我确认").forEach(this::say);
    }

    private void deadlinePassed() {
        Standing late =
                new Standing(Standing.State.IN, "", Optional.of(LocalDate.of(2027, 3, 10)), "office", bot.now());
        bot.store()
                .write(t -> {
                    t.standings().put(bot.season(), student.value(), late);
                    return late;
                })
                .join();
    }

    private int version() {
        return bot.store()
                .read(t -> t.confirmations().latest(bot.season(), student.value()))
                .orElseThrow()
                .version();
    }

    @Test
    void before_the_deadline_the_student_gives_the_reason() {
        assertThat(say("重新核对")).contains("为什么");
        assertThat(say("2")).contains("专业：计算机科学与技术→法学");
        say("无误");
        assertThat(say("我确认")).contains("-2");
        assertThat(bot.store()
                        .read(t -> t.reopenings().of(bot.season(), student.value(), 2))
                        .orElseThrow()
                        .reason())
                .isEqualTo("上次的更正写错了");
    }

    @Test
    void what_still_stands_keeps_its_number_and_its_place_in_the_review() {
        say("重新核对");
        say("1");
        say("学制改为5");
        say("我确认");
        List<CorrectionRows.Row> rows = bot.store().read(t -> t.corrections().of(bot.season(), student.value()));
        assertThat(rows.stream().map(r -> r.field() + r.tag() + r.state().title()))
                .containsExactly("ZYMC1待审核", "XZ2待审核");
    }

    @Test
    void after_the_deadline_a_secretary_opens_it() {
        deadlinePassed();
        assertThat(say("重新核对")).contains("截止").contains("重开");
        assertThat(say("班级改为计算2305班")).contains("截止");
        bot.store()
                .write(t -> {
                    t.reopenings()
                            .put(bot.season(), new Reopenings.Row(student.value(), 2, "转专业补录", "jm-xinxi", bot.now()));
                    return 1;
                })
                .join();
        assertThat(say("重新核对")).contains("转专业补录").contains("2/4");
        say("无误");
        say("我确认");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void what_was_sent_back_can_be_answered_at_its_field_even_after_the_deadline() {
        deadlinePassed();
        bot.store()
                .write(t -> t.corrections()
                        .move(
                                new CorrectionRows.Id(bot.season(), "信息科学与工程学院", 1),
                                CorrectionState.PENDING,
                                new CorrectionRows.Step(CorrectionState.SENT_BACK, "没有转专业记录", "jm-xinxi", bot.now())))
                .join();
        assertThat(say("进度")).contains("没有转专业记录").contains("回复：专业");
        assertThat(say("专业")).contains("专业现在是");
        say("软件工程");
        assertThat(say("我确认")).contains("软件工程").contains("-2");
    }

    @Test
    void an_extended_deadline_holds_for_the_one_student() {
        Standing more =
                new Standing(Standing.State.IN, "", Optional.of(LocalDate.of(2027, 3, 20)), "office", bot.now());
        bot.store()
                .write(t -> {
                    t.standings().put(bot.season(), student.value(), more);
                    return more;
                })
                .join();
        assertThat(say("重新核对")).contains("为什么");
    }
}
