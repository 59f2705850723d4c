package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.message.PersonId;
import gradcheck.message.TextLimit;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One small word two thousand signs long, to everybody's every question: everybody waits while one message is read, so none
 * may take long to read, and none may end the reading of all that come after it.
 */
class OverlongTest extends OnABot {
    private static final int LONGEST = 2000;
    /** A turn takes some milliseconds, these a few hundred; a pattern that begins anew at every sign took 83 seconds. */
    private static final long PATIENCE_MILLIS = 5000;

    private static final List<String> UNITS = List.of(
            "X",
            "1",
            "请",
            "的",
            "吧",
            "谢谢老师",
            "还有",
            "改为",
            "民族改为回族，",
            "不是汉族，",
            "的密码是1",
            "A1",
            "（",
            "<a>",
            "\n",
            "👨‍👩‍👧");
    private static final List<List<String>> STUDENT =
            List.of(List.of(), List.of("开始核对", "已阅读"), List.of("专业"), List.of("取消", "联系老师"));

    private void sayAll(PersonId who, String place) {
        for (String unit : UNITS) {
            long start = System.nanoTime();
            String answer = say(who, unit.repeat(LONGEST / unit.length()));
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(millis).as("%s × %s", place, unit).isLessThan(PATIENCE_MILLIS);
            assertThat(TextLimit.bytes(answer)).isLessThanOrEqualTo(TextLimit.BYTES);
        }
    }

    @Test
    void a_word_repeated_to_the_limit_is_read_quickly_at_every_question() {
        PersonId student = bot.named("李四").orElseThrow();
        for (List<String> lead : STUDENT) {
            lead.forEach(word -> say(student, word));
            sayAll(student, "after " + lead);
        }
        sayAll(bot.named("王老师").orElseThrow(), "the desk");
        sayAll(new PersonId("nobody"), "a stranger");
        assertThat(say(student, "进度")).contains("李四的核对进度");
    }

    @Test
    void a_long_question_to_the_teacher_arrives_whole_in_parts_that_fit() {
        PersonId student = bot.named("李四").orElseThrow();
        say(student, "联系老师");
        String question = "请问老师怎么办".repeat(285);
        say(student, question);
        say(student, "转给老师");
        bot.doWhatIsDue();
        PersonId secretary = bot.named("王老师").orElseThrow();
        List<String> parts = bot.sent().stream()
                .filter(s -> s.to().equals(secretary))
                .map(TestBot.Sent::text)
                .toList();
        assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> TextLimit.bytes(part) <= TextLimit.BYTES);
        assertThat(String.join("", parts)).contains(question);
    }

    /** What overflows the stack, or whatever else ends one job, ends that job only. */
    @Test
    void an_error_in_one_turn_leaves_the_next_its_writer() {
        assertThatThrownBy(() -> bot.store()
                        .write(tables -> {
                            tables.inbox().take("lost", new PersonId("a"), bot.now());
                            throw new StackOverflowError();
                        })
                        .join())
                .hasCauseInstanceOf(StackOverflowError.class);
        boolean kept = bot.store().read(tables -> tables.inbox().knows(new PersonId("a"), "lost"));
        assertThat(kept).isFalse();
        assertThat(say(bot.named("李四").orElseThrow(), "进度")).contains("李四的核对进度");
    }
}
