package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A1: messages of different people with one MsgId are different messages, whatever kind they are of. */
class SharedMessageIdTest extends OnABot {
    private static final String KEY = "m:4711";

    private PersonId wang() {
        return bot.named("张三").orElseThrow();
    }

    @Test
    void two_people_with_one_message_id_each_get_their_own_answer_and_it_again() {
        Function<PersonId, Answer> data = who -> bot.take(new Incoming.Text(who, KEY, bot.now(), "我的数据"));
        Answer first = data.apply(student);
        Answer second = data.apply(wang());
        assertThat(first.toString()).contains("李四").doesNotContain("张三");
        assertThat(second.toString()).contains("张三").doesNotContain("李四");
        assertThat(data.apply(student)).isEqualTo(first);
        assertThat(data.apply(wang())).isEqualTo(second);
    }

    @Test
    void whatever_kind_another_persons_message_is_of_it_is_no_repetition() {
        say("我的数据");
        bot.take(new Incoming.Text(student, KEY, bot.now(), "我的数据"));
        PersonId wang = wang();
        List<Incoming> kinds = List.of(
                new Incoming.Text(wang, KEY, bot.now(), "进度"),
                new Incoming.Menu(wang, KEY, bot.now(), "进度"),
                new Incoming.Entered(wang, KEY, bot.now()),
                new Incoming.Media(wang, KEY, bot.now(), gradcheck.message.MediaKind.IMAGE),
                new Incoming.Tap(wang, KEY, bot.now(), "进度", "t", "r", Map.of()));
        for (Incoming kind : kinds) {
            assertThat(bot.take(kind).toString()).as(kind.toString()).doesNotContain("李四");
        }
    }

    @Test
    void an_event_is_no_repetition_of_a_text_with_the_same_id() {
        bot.take(new Incoming.Text(student, KEY, bot.now(), "我的数据"));
        Answer menu = bot.take(new Incoming.Menu(student, "e:" + KEY, bot.now(), "进度"));
        assertThat(menu.toString()).contains("李四的核对进度");
    }
}
