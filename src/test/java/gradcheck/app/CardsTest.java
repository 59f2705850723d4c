package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A tap says what stands on its card, and nothing else. */
class CardsTest extends OnABot {
    private String answer(Incoming incoming) {
        bot.sent().clear();
        Answer answer = bot.take(incoming);
        bot.doWhatIsDue();
        String sent =
                String.join("\n", bot.sent().stream().map(TestBot.Sent::text).toList());
        return answer instanceof Answer.Says says ? says.text() : sent;
    }

    @Override
    String say(String text) {
        return answer(new Incoming.Text(student, nextKey(), bot.now(), text));
    }

    private String tap(PersonId who, Outgoing.Card card) {
        String key = nextKey();
        String says = card.buttons().get(0).says();
        return answer(new Incoming.Tap(who, key, bot.now(), says, card.taskId(), "tapped" + key, Map.of()));
    }

    private List<Outgoing.Card> cards() {
        return bot.cards().stream()
                .map(TestBot.Sent::message)
                .filter(Outgoing.Card.class::isInstance)
                .map(Outgoing.Card.class::cast)
                .toList();
    }

    private boolean isConfirmed() {
        return bot.store()
                .read(t -> t.confirmations().latest(bot.season(), student.value()))
                .isPresent();
    }

    @Test
    void a_tap_on_a_card_that_shows_fewer_corrections_than_there_are_confirms_nothing() {
        List.of("开始核对", "已阅读", "专业改为法学").forEach(this::say);
        Outgoing.Card one = cards().get(cards().size() - 1);
        assertThat(one.body()).contains("法学").doesNotContain("法学2301班");
        say("班级改为法学2301班");
        assertThat(tap(student, one)).contains("那张卡片").contains("法学2301班");
        assertThat(isConfirmed()).isFalse();
        Outgoing.Card both = cards().get(cards().size() - 1);
        assertThat(both.body()).contains("法学2301班");
        assertThat(tap(student, both)).contains("4/4");
        assertThat(isConfirmed()).isTrue();
    }

    @Test
    void a_side_question_leaves_the_card_as_it_is() {
        List.of("开始核对", "帮助", "进度", "今天天气真好").forEach(this::say);
        assertThat(cards()).hasSize(1);
        assertThat(tap(student, cards().get(0))).contains("2/4");
    }

    @Test
    void somebody_elses_card_settles_nothing() {
        say("开始核对");
        PersonId other = bot.named("王五").orElseThrow();
        tap(other, cards().get(0));
        assertThat(tap(student, cards().get(0))).contains("2/4");
    }

    @Test
    void who_lets_five_go_untapped_gets_no_more() {
        List.of("开始核对", "已阅读", "无误", "上一步", "无误", "上一步", "无误", "上一步", "无误").forEach(this::say);
        assertThat(cards()).hasSize(5);
        say("按钮版");
        assertThat(cards()).hasSize(6);
    }
}
