package gradcheck.turn;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Choice;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A question as a card keeps within the platform's limits, or is none. */
class QuestionCardTest {
    private static final List<Choice> TWO = List.of(new Choice("正确", "1"), new Choice("有误", "2"));

    @Test
    void the_place_is_the_title_and_numbered_choices_are_buttons_only() {
        QuestionCard card = QuestionCard.of("t", "【2/4 校对照片】照片对吗？\n1 正确\n2 有误\n16 项不受影响", TWO, "见上")
                .orElseThrow();
        assertThat(card.card().title()).isEqualTo("2/4 校对照片");
        assertThat(card.card().body()).isEqualTo("照片对吗？\n16 项不受影响");
        assertThat(card.card().buttons()).isEqualTo(TWO);
        assertThat(card.isWhole()).isTrue();
    }

    @Test
    void a_line_that_begins_with_a_number_stays_where_the_choices_are_words() {
        List<Choice> confirm = List.of(new Choice("我确认", "我确认"));
        QuestionCard card =
                QuestionCard.of("t", "【3/4 确认】16 项信息无误\n1 项待办", confirm, "见上").orElseThrow();
        assertThat(card.card().body()).isEqualTo("16 项信息无误\n1 项待办");
    }

    @Test
    void what_is_too_long_for_a_card_is_said_above_it() {
        QuestionCard card =
                QuestionCard.of("t", "【2/4】" + "长".repeat(161), TWO, "见上").orElseThrow();
        assertThat(card.card().body()).isEqualTo("见上");
        assertThat(card.isWhole()).isFalse();
        QuestionCard titled =
                QuestionCard.of("t", "题".repeat(37) + "\n好吗？", TWO, "见上").orElseThrow();
        assertThat(titled.card().title()).hasSize(36).endsWith("…");
        assertThat(titled.isWhole()).isFalse();
    }

    @Test
    void choices_that_make_no_buttons_make_no_card() {
        assertThat(QuestionCard.of("t", "【1/4】好吗？", List.of(), "")).isEmpty();
        assertThat(QuestionCard.of("t", "好吗？", List.of(new Choice("十一个字的按钮放不下了", "1")), ""))
                .isEmpty();
        assertThat(QuestionCard.of("t", "好吗？", Collections.nCopies(7, new Choice("是", "1")), ""))
                .isEmpty();
    }
}
