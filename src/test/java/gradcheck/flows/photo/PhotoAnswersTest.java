package gradcheck.flows.photo;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestSettings;
import gradcheck.domain.Contacts;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Standing;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.ListedPhoto;
import gradcheck.domain.status.RecordFacts;
import gradcheck.domain.status.StudentFacts;
import gradcheck.flows.AnswerTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is heard at each question of the photo check (findings B3, B4, B13, B18). */
class PhotoAnswersTest {
    private static final Student STUDENT = new Student("320230100002", Map.of(), WebPhoto.UNKNOWN, false);
    /** The photo is seen and right: what is asked last is whether all is submitted. */
    private static final StudentFacts FACTS = new StudentFacts(
            RecordFacts.NONE,
            new ListedPhoto(WebPhoto.UNKNOWN, Instant.EPOCH, false),
            Map.of(
                    PhotoFact.WEB, new Noted(WebPhoto.ONLINE.title(), Instant.EPOCH),
                    PhotoFact.OWN_CHECK, new Noted(PhotoFact.RIGHT, Instant.EPOCH)),
            Standing.ORDINARY);

    private static final PhotoCase CASE = new PhotoCase(
            STUDENT,
            TestSettings.season(),
            new Contacts("2027", "1", "1", "a@lzu.edu.cn", "b@lzu.edu.cn", "王老师", "党委", "4月30日"),
            FACTS,
            LocalDate.of(2027, 3, 20));

    static Stream<Arguments> answers() throws Exception {
        return AnswerTable.lines("photo");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answers")
    void is_heard(String question, String said, String answer) throws Exception {
        assertThat(AnswerTable.heard(PhotoCheck.questions().get(question), said, CASE))
                .isEqualTo(answer);
    }
}
