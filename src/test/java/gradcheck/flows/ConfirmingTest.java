package gradcheck.flows;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestSettings;
import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.conversation.Dialogue;
import gradcheck.conversation.Turn;
import gradcheck.domain.Contacts;
import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.value.ValueCheck;
import gradcheck.flows.record.Drafts;
import gradcheck.flows.record.KeyQuestions;
import gradcheck.flows.record.RecordCase;
import gradcheck.flows.record.RecordCheck;
import gradcheck.flows.record.RecordConfirmed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 我确认 at the summary, with a question about a draft that was never answered: it is asked, and nothing is confirmed. */
class ConfirmingTest {
    private static final RecordField PEOPLE =
            new RecordField("MZ", "民族", EditClass.KEY, ValueCheck.ETHNICITY, List.of(), List.of());
    private static final RecordField MAJOR =
            new RecordField("ZYMC", "专业", EditClass.GENERAL, ValueCheck.TEXT, List.of(), List.of());

    private static final RecordCase CASE = new RecordCase(
            new Student("0001", Map.of("MZ", "汉族", "ZYMC", "数学"), WebPhoto.ONLINE, false),
            new Fields(List.of(PEOPLE, MAJOR)),
            List.of(),
            new Contacts("2027", "1", "1", "a@lzu.edu.cn", "b@lzu.edu.cn", "王老师", "党委", "4月30日"));

    private static Turn confirm(Answers answers) throws Exception {
        Conversation summary = new Conversation(RecordCheck.NAME, RecordCheck.SUMMARY, answers, List.of());
        return new Dialogue<>(RecordCheck.flow(TestSettings.language()))
                .hear(summary, "我确认", CASE)
                .orElseThrow();
    }

    private static String askedNext(Answers answers) throws Exception {
        Turn turn = confirm(answers);
        assertThat(turn.effects()).isEmpty();
        return turn.next().orElseThrow().question();
    }

    @Test
    void a_key_draft_whose_story_is_not_known_is_asked_about_first() throws Exception {
        Answers draft = Drafts.put(Answers.NONE, PEOPLE, "回族");
        assertThat(askedNext(draft)).isEqualTo(RecordCheck.SINCE);
        Answers changed = Drafts.withDetail(draft, Drafts.SINCE, PEOPLE, KeyQuestions.AT_SCHOOL);
        assertThat(askedNext(changed)).isEqualTo(RecordCheck.WEB);
        assertThat(askedNext(Drafts.put(changed, MAJOR, "法学"))).isEqualTo(RecordCheck.WEB);
    }

    @Test
    void with_every_question_answered_it_is_confirmed() throws Exception {
        Answers draft = Drafts.put(Answers.NONE, PEOPLE, "回族");
        Answers told = Drafts.withDetail(draft, Drafts.SINCE, PEOPLE, KeyQuestions.FROM_THE_START);
        assertThat(confirm(told).effects()).singleElement().isInstanceOf(RecordConfirmed.class);
        assertThat(confirm(Answers.NONE).effects()).singleElement().isInstanceOf(RecordConfirmed.class);
    }
}
