package gradcheck.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What proves which student somebody is. */
class ClaimTest {
    private static Student student(String number, String name, String certificate) {
        return new Student(number, Map.of("XM", name, "SFZH", certificate), WebPhoto.UNKNOWN, false);
    }

    private static final Student STUDENT = student("320230100001", "阿依古丽·买买提", "62999920050412003X");

    @ParameterizedTest
    @CsvSource({
        "320230100001, 阿依古丽·买买提, 12003X, true",
        "３２０２３０１００００１, 阿依古丽•买买提, 12003x, true",
        "320230100001, 阿依古丽买买提, 12 003Ｘ, true",
        "320230100002, 阿依古丽·买买提, 12003X, false",
        "320230100001, 阿依古丽, 12003X, false",
        "320230100001, 阿依古丽·买买提, 2003X, false",
        "320230100001, 阿依古丽·买买提, 412003X, false"
    })
    void it_holds_when_number_name_and_the_last_six_signs_agree_however_they_were_typed(
            String number, String name, String lastSix, boolean holds) {
        boolean same =
                new Claim(number, name, lastSix).text().equals(Claim.of(STUDENT).text());
        assertThat(same).isEqualTo(holds);
    }

    @Test
    void brackets_of_a_hong_kong_number_are_none_of_its_six_signs() {
        assertThat(Claim.of(student("1", "陳", "A123456(3)")).lastSix()).isEqualTo("234563");
    }

    @Test
    void nobody_can_prove_what_the_roster_does_not_have() {
        assertThat(Claim.of(STUDENT).isComplete()).isTrue();
        assertThat(Claim.of(student("1", "陳", "")).isComplete()).isFalse();
        assertThat(Claim.of(student("1", "", "A123456(3)")).isComplete()).isFalse();
        assertThat(Claim.of(student("", "陳", "A123456(3)")).isComplete()).isFalse();
        assertThat(new Claim("1", "陳", " - ").isComplete()).isFalse();
    }

    @Test
    void none_of_it_stands_in_a_log() {
        assertThat(Claim.of(STUDENT)).hasToString("Claim");
    }
}
