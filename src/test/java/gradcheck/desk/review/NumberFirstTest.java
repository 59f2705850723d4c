package gradcheck.desk.review;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.message.Incoming;
import gradcheck.turn.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviews said the other way round, the number first. */
class NumberFirstTest {
    /** Such a row once overflowed the stack, and the message had no answer. */
    @ParameterizedTest
    @CsvSource({"3, 先", "3通过, 了", "批准, 了"})
    void a_small_word_typed_two_thousand_times_is_read_to_its_end(String begins, String word, @TempDir Path folder)
            throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            String said = begins + word.repeat(1990);
            Answer answer = bot.take(new Incoming.Text(bot.named("王老师").orElseThrow(), "long", bot.now(), said));
            assertThat(answer).isInstanceOf(Answer.Says.class);
        }
    }
}
