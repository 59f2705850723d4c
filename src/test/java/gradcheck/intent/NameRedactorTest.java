package gradcheck.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a question says nothing about anybody. */
class NameRedactorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "我的号是11010519491231002X",
                "打 138 0013 8000 找我",
                "写信到 a.b-c@example.com",
                "学号３２０２３０１００００１",
                "台胞证12345678",
                "护照EA1234567",
                "微信号abc12345"
            })
    void numbers_mails_and_accounts_are_gone(String question) {
        assertThat(NameRedactor.of(question, List.of())).doesNotContainPattern("\\d{4}|@|abc|EA");
    }

    @Test
    void names_are_gone_and_the_question_stays() {
        assertThat(NameRedactor.of("张三的床位在哪", List.of("张三"))).isEqualTo("※的床位在哪");
    }

    @Test
    void a_long_story_is_cut() {
        assertThat(NameRedactor.of("说".repeat(500), List.of())).hasSize(60);
    }
}
