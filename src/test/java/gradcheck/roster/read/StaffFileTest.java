package gradcheck.roster.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.store.people.StaffMembers.Role;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Staff and photo lists as offices send them. */
class StaffFileTest {
    private static final String TITLES = "企业微信账号,姓名,角色,学院,邮箱,电话\n";

    private static StaffFile.Report staff(String rows) throws UnreadableFile {
        return new StaffFile().read((TITLES + rows).getBytes(Charset.forName("GB18030")), "s.csv");
    }

    @Test
    void a_secretary_may_have_several_colleges_and_the_office_has_none() throws Exception {
        StaffFile.Report report = staff("CHEN,陈老师,教秘,文学院,,\nchen,陈老师,教秘,化学学院,,\njwc,聂老师,教务处,文学院,,\n");
        assertThat(report.members())
                .extracting(m -> m.person() + " " + m.role() + " " + m.college())
                .containsExactly(
                        "chen " + Role.SECRETARY + " 文学院",
                        "chen " + Role.SECRETARY + " 化学学院",
                        "jwc " + Role.OFFICE + " ");
    }

    @Test
    void a_row_that_could_give_access_to_nobody_or_the_wrong_one_is_refused_with_its_reason() throws Exception {
        StaffFile.Report report = staff(",甲,教秘,文学院,,\na,乙,老师,文学院,,\nb,丙,教秘,,,\n" + "c".repeat(65) + ",丁,教秘,文学院,,\n");
        assertThat(report.members()).isEmpty();
        assertThat(report.refused())
                .extracting(r -> r.number() + " " + r.why().phrase().key())
                .containsExactly("2 roster.noAccount", "3 roster.noRole", "4 roster.noCollege", "5 roster.badAccount");
        assertThatThrownBy(() -> new StaffFile().read("甲\n1\n".getBytes(StandardCharsets.UTF_8), "s.csv"))
                .isInstanceOf(UnreadableFile.class);
    }

    @Test
    void a_spreadsheet_with_number_date_and_formula_cells_is_read_as_it_looks() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            sheet.value(0, 0, "学号");
            sheet.value(0, 1, "学信网照片");
            sheet.value(0, 2, "更新日期");
            sheet.value(1, 0, 320230100003L);
            sheet.value(1, 1, "已采集\n");
            sheet.value(1, 2, LocalDate.of(2027, 3, 1));
            sheet.value(2, 0, 3202301000031234L);
            sheet.value(2, 1, "已采集");
            sheet.value(3, 0, "5");
            sheet.formula(3, 1, "\"已采集\"");
        }
        var report = new PhotoFile(LocalDate.of(2027, 3, 15)).read(out.toByteArray(), "p.xlsx");
        assertThat(report.states())
                .singleElement()
                .hasToString("PhotoState[number=320230100003, photo=COLLECTED, day=2027-03-01]");
        assertThat(report.refused())
                .extracting(r -> r.number() + " " + r.why().phrase().key())
                .containsExactly("3 roster.lostDigits", "4 roster.noState");
    }
}
