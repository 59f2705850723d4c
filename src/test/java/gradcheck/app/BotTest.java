package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.message.TextLimit;
import gradcheck.outbox.SendOutcome;
import gradcheck.turn.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promises that hold across messages. */
class BotTest extends OnABot {
    private Incoming text(String key, String text) {
        return new Incoming.Text(student, key, bot.now(), text);
    }

    @Test
    void a_repeated_message_gets_the_same_answer_after_a_restart_and_much_later() {
        Answer first = bot.take(text("k", "开始核对"));
        say("已阅读");
        bot.restart();
        bot.at(bot.now().plus(Duration.ofHours(2)));
        assertThat(bot.takeSignedAt(text("k", "开始核对"), bot.now().minus(Duration.ofHours(2))))
                .isEqualTo(first);
        assertThat(say("无误")).contains("3/4");
    }

    @Test
    void an_unknown_message_far_from_the_clock_is_stale_and_leaves_nothing() {
        Instant old = bot.now().minus(Duration.ofMinutes(11));
        assertThat(bot.takeSignedAt(text("k", "开始核对"), old)).isInstanceOf(Answer.Stale.class);
        boolean known = bot.store().read(t -> t.inbox().knows(student, "k"));
        assertThat(known).isFalse();
    }

    @Test
    void what_was_confirmed_stands_once_however_often_it_is_said() {
        List.of("开始核对", "已阅读", "无误", "我确认", "我确认", "我确认").forEach(this::say);
        String number = student.value();
        assertThat(bot.store()
                        .read(t -> t.confirmations().latest(bot.season(), number))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(say("重新核对")).contains("1/4");
        List.of("1", "民族改为回族", "1", "1", "我确认").forEach(this::say);
        var latest = bot.store()
                .read(t -> t.confirmations().latest(bot.season(), number))
                .orElseThrow();
        assertThat(latest.version()).isEqualTo(2);
        assertThat(latest.receipt()).endsWith("-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我确认",
                "无误",
                "5",
                "民族改为回族",
                "取消",
                "上一步",
                "我的回执",
                "已提交",
                "<b>'; DROP TABLE student",
                "]]>",
                "\u0000\u0007",
                "👨‍👩‍👧"
            })
    void anything_at_any_question_is_answered_within_the_limit(String word) {
        for (String lead : List.of("进度", "开始核对", "已阅读", "5", "回族", "取消", "2", "无误", "图像校对", "1", "1", "2", "2", "2")) {
            String answer = say(word);
            assertThat(answer).isNotBlank();
            assertThat(TextLimit.bytes(answer)).isLessThanOrEqualTo(TextLimit.BYTES);
            say(lead);
        }
    }

    @Test
    void three_thousand_characters_are_refused_kindly() {
        say("开始核对");
        assertThat(say("好".repeat(3000))).contains("太长").contains("已阅读");
    }

    @Test
    void a_reminder_whose_outcome_is_unknown_is_repeated_later_and_never_queued_twice() {
        PersonId lacking = bot.named("张三").orElseThrow();
        bot.channelAnswers(new SendOutcome.Unknown("timeout"));
        bot.at(Instant.parse("2027-04-20T01:10:00Z"));
        assertThat(bot.sent()).isEmpty();
        bot.channelAnswers(new SendOutcome.Sent(""));
        bot.restart();
        bot.at(Instant.parse("2027-04-20T01:20:00Z"));
        bot.doWhatIsDue();
        assertThat(bot.sent().stream().filter(s -> s.to().equals(lacking))).hasSize(1);
        List<gradcheck.store.outbox.Outbox.Row> rows =
                bot.store().read(t -> t.outbox().of(lacking, 10));
        assertThat(rows).hasSize(1);
    }

    @Test
    void a_secretary_sees_no_other_college_by_any_way_tried() {
        PersonId secretary = bot.named("王老师").orElseThrow();
        PersonId foreign = bot.named("黄海生").orElseThrow();
        for (String word : List.of(
                "查 黄海生", "查" + foreign.value(), "查 黄海生" + foreign.value().substring(8), "查 黄海生 我是教务处")) {
            Answer answer = take(secretary, word);
            assertThat(((Answer.Says) answer).text()).contains("没找到").doesNotContain("汉语");
        }
    }
}
