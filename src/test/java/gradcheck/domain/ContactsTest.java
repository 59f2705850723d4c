package gradcheck.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom a student is told to ask: never an invented one, and never nobody. */
class ContactsTest {
    private static final Season SEASON = new Season(
            2027,
            new Fields(List.of()),
            new Season.Office("教务处聂老师", "0931-8912031", "0931-8912031、0931-5292748", "jxk@example.edu.cn"),
            new Season.Chsi("010-67410388", "kefu@example.com", "chsi"),
            "12356",
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            LocalDate.of(2027, 4, 30),
            Map.of(
                    "文学院",
                    new Season.College("proof@example.edu.cn", "文学院王老师", "文学院党委", Optional.empty()),
                    "理学院",
                    Season.College.NONE),
            new Season.Retention(90, Optional.empty()),
            ZoneId.of("Asia/Shanghai"));

    /** R10, R11, R36. */
    @Test
    void a_college_that_has_set_its_own_contacts_is_asked_by_them() {
        Contacts own = SEASON.contacts("文学院", "李老师", "li@example.edu.cn", "");
        assertThat(own.secretary()).isEqualTo("文学院王老师");
        assertThat(own.proofMail()).isEqualTo("proof@example.edu.cn");
        assertThat(own.party()).isEqualTo("文学院党委");
    }

    /** A13. */
    @Test
    void whom_the_staff_list_names_with_a_telephone_comes_before_the_configs_secretary() {
        Contacts listed = SEASON.contacts("文学院", "李老师", "li@example.edu.cn", "123");
        assertThat(listed.secretary()).isEqualTo("李老师 123");
        assertThat(listed.proofMail()).isEqualTo("proof@example.edu.cn");
        assertThat(listed.party()).isEqualTo("文学院党委");
    }

    @Test
    void else_its_secretary_is_asked() {
        for (String college : List.of("理学院", "没有登记的学院")) {
            Contacts secretarys = SEASON.contacts(college, "李老师", "li@example.edu.cn", "123");
            assertThat(secretarys.secretary()).isEqualTo("李老师 123");
            assertThat(secretarys.proofMail()).isEqualTo("li@example.edu.cn");
            assertThat(secretarys.party()).isEqualTo("李老师 123");
        }
        assertThat(SEASON.contacts("理学院", "李老师", "", "").secretary()).isEqualTo("李老师");
    }

    /** R52–R54. */
    @Test
    void where_there_is_none_the_registrar_is_asked() {
        Contacts office = SEASON.contacts("理学院", "", "", "");
        assertThat(office.secretary()).isEqualTo("教务处聂老师");
        assertThat(office.proofMail()).isEqualTo("jxk@example.edu.cn");
    }

    /** R25. */
    @Test
    void another_years_season_has_its_number_and_the_same_contacts() {
        Contacts next = SEASON.in(2028).contacts("文学院", "", "", "");
        assertThat(next).isNotEqualTo(SEASON.contacts("文学院", "", "", ""));
        assertThat(next.secretary()).isEqualTo("文学院王老师");
        assertThat(SEASON.in(2028).year()).isEqualTo(2028);
        assertThat(Season.said(SEASON.photoDeadline())).isEqualTo("4月30日");
    }
}
