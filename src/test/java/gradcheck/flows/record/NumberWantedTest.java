package gradcheck.flows.record;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.value.ValueCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a certificate number is the answer to a question, or a correction, and so is not hidden. */
class NumberWantedTest {
    private static final Fields FIELDS = new Fields(List.of(
            new RecordField("MZ", "民族", EditClass.KEY, ValueCheck.ETHNICITY, List.of(), List.of()),
            new RecordField("SFZH", "证件号码", EditClass.KEY, ValueCheck.CERTIFICATE_NUMBER, List.of("身份证号"), List.of())));

    private static boolean isAnswer(String said, Conversation... open) {
        return NumberWanted.isAnswer(said, List.of(open).stream().findFirst(), FIELDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "证件号码改为629999200504120032",
                "身份证号应该是629999200504120032",
                "证件号码更新为629999200504120032",
                "我的身份证号要改成 629999200504120032",
                "证件号码 629999200504120033 变更成 629999200504120032",
                "第2项改为629999200504120032"
            })
    void a_correction_in_any_of_its_wordings_wants_the_number(String said) {
        assertThat(isAnswer(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"629999200504120032", "我的身份证号629999200504120032", "民族改为629999200504120032", "第1项改为回族"})
    void a_number_that_is_only_mentioned_is_not_wanted(String said) {
        assertThat(isAnswer(said)).isFalse();
    }

    @Test
    void at_the_question_for_its_value_the_bare_number_is_the_answer_and_at_any_other_it_is_not() {
        Answers editing = Answers.NONE.with(Drafts.EDITING, "SFZH");
        Conversation asked = new Conversation(RecordCheck.NAME, RecordCheck.VALUE, editing, List.of());
        assertThat(isAnswer("629999200504120032", asked)).isTrue();
        Conversation elsewhere = new Conversation(RecordCheck.NAME, RecordCheck.SUMMARY, editing, List.of());
        assertThat(isAnswer("629999200504120032", elsewhere)).isFalse();
        Conversation another = new Conversation(
                RecordCheck.NAME, RecordCheck.VALUE, Answers.NONE.with(Drafts.EDITING, "MZ"), List.of());
        assertThat(isAnswer("629999200504120032", another)).isFalse();
    }
}
