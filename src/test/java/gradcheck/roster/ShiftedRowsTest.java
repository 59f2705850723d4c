package gradcheck.roster;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestSettings;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.read.PhotoFile;
import gradcheck.roster.read.RosterFile;
import gradcheck.roster.read.StaffFile;
import gradcheck.roster.read.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row whose cells slipped by one: a certificate number comes to stand where it would be shown to everybody (A6). */
class ShiftedRowsTest {
    private static final String NUMBER = "629999200504120032";
    private static final String TITLES = "学号,姓名,性别,民族,证件类型,证件号码,学院,专业,班级,考生号,企业微信账号,学信网照片,备注\n";

    private final List<RosterFile.Enrolment> taken = new ArrayList<>();

    private RosterFile.Report roster(String rows) throws UnreadableFile {
        return new RosterFile(TestSettings.season().fields())
                .read((TITLES + rows).getBytes(StandardCharsets.UTF_8), "r.csv", taken::add);
    }

    private static String row(int column, String value) {
        List<String> cells = new ArrayList<>(
                List.of("0001", "李四", "男", "汉族", "居民身份证", "", "文学院", "汉语言文学", "汉语2301班", "", "", "", ""));
        cells.set(column, value);
        return String.join(",", cells) + "\n";
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11})
    void a_certificate_number_in_any_column_but_its_own_refuses_the_row_and_is_not_repeated(int column)
            throws Exception {
        RosterFile.Report report = roster(row(column, NUMBER));
        assertThat(taken).isEmpty();
        assertThat(report.refused()).singleElement().satisfies(r -> assertThat(values(r.why()))
                .doesNotContain(NUMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "629999200504120032",
                "62999920050412003x",
                "６２９９９９２００５０４１２００３２",
                "629999 20050412 0032",
                "李四629999200504120032",
                "A123456(3)",
                "M12345678",
                "E12345678",
                "629999050412003"
            })
    void it_is_known_however_it_is_written(String number) throws Exception {
        assertThat(roster(row(8, number)).refused()).hasSize(1);
        assertThat(roster(row(1, number)).refused()).hasSize(1);
        assertThat(roster(row(6, number)).refused()).hasSize(1);
        assertThat(taken).isEmpty();
    }

    @Test
    void in_its_own_column_and_in_remarks_that_are_not_kept_it_does_no_harm() throws Exception {
        RosterFile.Report report =
                roster(row(5, NUMBER) + row(12, "原证件号" + NUMBER).replace("0001", "0002"));
        assertThat(report.refused()).isEmpty();
        assertThat(taken).hasSize(2).allSatisfy(e -> {
            assertThat(e.student().className()).isEqualTo("汉语2301班");
            assertThat(e.student().values()).doesNotContainKey("BZ");
        });
    }

    @Test
    void numbers_of_other_kinds_stand_where_they_belong() throws Exception {
        String undergraduate = row(9, "23620100000001");
        String graduate = row(9, "107301000012345").replace("0001", "M202312345");
        String anhui = row(0, "E41814001");
        String codes = row(8, "E20230101").replace("0001", "0007")
                + row(8, "E20230101").replace("0001", "0008");
        assertThat(roster(undergraduate + graduate + anhui + codes).refused()).isEmpty();
        assertThat(taken).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 李四, roster.numberOfWords",
        "0, 2023李四, roster.numberOfWords",
        "6, 62010119990101, roster.collegeOfDigits",
        "6, 5, roster.collegeOfDigits",
        "6, ２０２３, roster.collegeOfDigits",
        "6, 0931-8912031, roster.collegeOfDigits"
    })
    void a_number_of_words_and_a_college_of_digits_are_refused(int column, String value, String why) throws Exception {
        assertThat(roster(row(column, value)).refused())
                .extracting(r -> r.why().phrase().key())
                .containsExactly(why);
        assertThat(taken).isEmpty();
    }

    @Test
    void the_rest_of_the_list_goes_in() throws Exception {
        String slipped = "0002,王五,男,汉族," + NUMBER + ",文学院,汉语言文学,汉语2301班,,,,,\n";
        assertThat(roster(row(0, "0001") + slipped + row(0, "0003")).taken()).isEqualTo(2);
    }

    @Test
    void a_photo_list_and_a_staff_list_repeat_no_certificate_number_either() throws Exception {
        String photos = "学号,学信网照片,更新日期\n" + NUMBER + ",未采集,\n1," + NUMBER + ",\n2,未采集," + NUMBER + "\n3,未采集,\n";
        PhotoFile.Report read =
                new PhotoFile(LocalDate.of(2027, 3, 1)).read(photos.getBytes(StandardCharsets.UTF_8), "p.csv");
        assertThat(read.states()).hasSize(1);
        assertThat(read.refused()).hasSize(3).allSatisfy(r -> assertThat(values(r.why()))
                .doesNotContain(NUMBER));
        String staff = "企业微信账号,姓名,角色,学院,邮箱,电话\na,王,教秘," + NUMBER + ",,\nb,王,教秘,0931-8912031,,\nc,王," + NUMBER
                + ",文学院,,\nd,王,教秘,文学院,,\n";
        StaffFile.Report members = new StaffFile().read(staff.getBytes(StandardCharsets.UTF_8), "s.csv");
        assertThat(members.members()).hasSize(1);
        assertThat(members.refused()).hasSize(3).allSatisfy(r -> assertThat(values(r.why()))
                .doesNotContain(NUMBER));
    }

    private static String values(Say say) {
        return say.values().values().toString();
    }
}
