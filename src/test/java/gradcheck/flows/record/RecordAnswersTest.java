package gradcheck.flows.record;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.Contacts;
import gradcheck.domain.Fields;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.flows.AnswerTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is heard at each question of the record check (findings B3, B4, B13, B18). */
class RecordAnswersTest {
    private static final RecordCase CASE = new RecordCase(
            new Student("320230100002", Map.of(), WebPhoto.UNKNOWN, false),
            new Fields(List.of()),
            List.of(),
            new Contacts("2027", "1", "1", "a@lzu.edu.cn", "b@lzu.edu.cn", "王老师", "党委", "4月30日"));

    static Stream<Arguments> answers() throws Exception {
        return AnswerTable.lines("record");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answers")
    void is_heard(String question, String said, String answer) throws Exception {
        assertThat(AnswerTable.heard(RecordCheck.questions().get(question), said, CASE))
                .isEqualTo(answer);
    }
}
