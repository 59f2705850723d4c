package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.desk.file.Pages;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Student;
import gradcheck.message.Attachment;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.people.StaffMembers.Role;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Reopenings;
import gradcheck.turn.Answer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secretary's list sets what the college knows; identity and 学籍 change by the office's list or the review (A18). */
class CollegeListTest {
    private static final Optional<String> SESSION = Optional.of("session");
    private static final String LI = "320230100001";
    private static final String NUMBER = "629999200504120032";
    private static final String OTHER_NUMBER = "629999200504120040";

    @TempDir
    Path folder;

    private TestBot bot;
    private int messages;

    @BeforeEach
    void start() throws Exception {
        bot = new TestBot(folder, Map.of(), Map.of("GRADCHECK_PUBLIC_URL", "https://graduates.example.edu.cn"));
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private String say(String who, String text) {
        messages++;
        PersonId person = bot.named(who).orElseThrow();
        return bot.take(new Incoming.Text(person, "m" + messages, bot.now(), text)) instanceof Answer.Says says
                ? says.text()
                : "";
    }

    /** The page as it is looked over, and as it ends. */
    private List<Pages.Shown> upload(String who, String csv) {
        String text = say(who, "导入");
        String token = text.substring(text.indexOf("/p/") + 3).strip();
        bot.pages().open(token, "session");
        Attachment file = new Attachment("r.csv", csv.getBytes(StandardCharsets.UTF_8));
        Pages.Shown preview = bot.pages().upload(token, SESSION, file);
        return List.of(preview, bot.pages().confirm(token, SESSION));
    }

    private Student student() {
        return bot.store()
                .read(t -> t.students().byNumber(2027, LI))
                .orElseThrow()
                .student();
    }

    private List<TestBot.Sent> told(String who) {
        bot.doWhatIsDue();
        PersonId person = bot.named(who).orElseThrow();
        return bot.sent().stream().filter(s -> s.to().equals(person)).toList();
    }

    private void confirm(String... corrections) {
        say("李四", "开始核对");
        say("李四", "已阅读");
        List.of(corrections).forEach(c -> say("李四", c));
        if (corrections.length == 0) {
            say("李四", "无误");
        }
        assertThat(say("李四", "我确认")).contains("回执号");
    }

    @ParameterizedTest
    @CsvSource({
        "姓名, XM, 李肆",
        "性别, XB, 女",
        "出生日期, CSRQ, 20050413",
        "民族, MZ, 回族",
        "政治面貌, ZZMM, 群众",
        "证件类型, ZJLX, 护照",
        "证件号码, SFZH, 629999200504120040",
        "专业, ZYMC, 软件工程",
        "层次, CC, 专科",
        "学制, XZ, 5",
        "入学日期, RXRQ, 20220901",
        "预计毕业日期, YJBYRQ, 20280630",
        "考生号, KSH, 23620100000009",
        "学院, FY, 文学院"
    })
    void identity_and_enrolment_stay_and_are_listed_to_the_office_while_the_class_goes_in(
            String label, String code, String value) {
        String before = student().value(code);
        boolean isName = code.equals("XM");
        boolean isCollege = code.equals("FY");
        String titles = "学号,班级" + (isName ? "" : ",姓名") + (isCollege ? "" : ",学院") + "," + label + "\n";
        String row = LI + ",计算2309班" + (isName ? "" : ",李四") + (isCollege ? "" : ",信息科学与工程学院") + "," + value + "\n";
        List<Pages.Shown> shown = upload("王老师", titles + row);
        assertThat(student().value(code)).isEqualTo(before).isNotEqualTo(value);
        assertThat(student().className()).isEqualTo("计算2309班");
        assertThat(shown)
                .allSatisfy(
                        page -> assertThat(page.text()).contains("1 位同学", label).doesNotContain(OTHER_NUMBER));
        assertThat(told("李老师").get(0).text()).contains("王老师", "李四", label + "：").doesNotContain(NUMBER, OTHER_NUMBER);
    }

    @Test
    void the_office_gets_all_of_it_as_a_table_once_and_no_number_whole() throws Exception {
        String csv = "学号,姓名,学院,证件号码,民族\n" + LI + ",李四,信息科学与工程学院," + OTHER_NUMBER + ",回族\n";
        upload("王老师", csv);
        upload("王老师", csv);
        List<TestBot.Sent> told = told("李老师");
        assertThat(told).hasSize(2);
        Attachment file = ((Outgoing.File) told.get(1).message()).attachment();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file.content()));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.map(r -> r.getCellText(3) + r.getCellText(4) + r.getCellText(5))
                            .toList())
                    .contains("民族汉族回族", "证件号码****************32****************40");
        }
    }

    @Test
    void who_the_office_does_not_have_is_not_added_but_listed() {
        String text = upload("王老师", "学号,姓名,学院,班级\n320230199999,新同学,信息科学与工程学院,计算2301班\n")
                .get(1)
                .text();
        assertThat(text).contains("新增 0 人", "新同学", "列给教务处");
        assertThat(bot.named("新同学")).isEmpty();
        assertThat(told("李老师").get(0).text()).contains("新同学", "320230199999");
    }

    @Test
    void the_account_goes_in_but_not_from_a_row_of_another_name_and_what_is_empty_wipes_nothing_out() {
        String titles = "学号,姓名,学院,班级,企业微信账号\n";
        upload("王老师", titles + LI + ",李 四,信息科学与工程学院,,li-si\n");
        assertThat(bot.named("李四")).contains(new PersonId("li-si"));
        assertThat(student().className()).isEqualTo("计算2302班");
        upload("王老师", titles + LI + ",王五,信息科学与工程学院,计算2302班,wang-wu\n");
        assertThat(bot.named("李四")).contains(new PersonId("li-si"));
        upload("王老师", titles + LI + ",李四,信息科学与工程学院,计算2302班,\n");
        assertThat(bot.named("李四")).contains(new PersonId("li-si"));
    }

    @Test
    void the_photo_is_the_registrars_word() {
        String text = upload("王老师", "学号,姓名,学院,学信网照片\n" + LI + ",李四,信息科学与工程学院,未采集\n")
                .get(1)
                .text();
        assertThat(text).contains("学信网照片：已上网→未采集");
        assertThat(student().webPhoto().title()).isEqualTo("已上网");
    }

    private CorrectionState correction() {
        List<CorrectionRows.Row> rows = bot.store().read(t -> t.corrections().of(2027, LI));
        assertThat(rows).hasSize(1);
        return rows.get(0).state();
    }

    @Test
    void a_value_that_equals_a_correction_closes_it_in_the_offices_list_only() {
        confirm("民族改为回族", "1", "1");
        String csv = "学号,姓名,学院,民族\n" + LI + ",李四,信息科学与工程学院,回族\n";
        upload("王老师", csv);
        assertThat(correction()).isEqualTo(CorrectionState.MATERIAL_DUE);
        assertThat(student().value("MZ")).isEqualTo("汉族");
        upload("李老师", csv);
        assertThat(correction()).isEqualTo(CorrectionState.IN_SYSTEM);
        assertThat(student().value("MZ")).isEqualTo("回族");
    }

    @Test
    void not_even_a_class_that_the_college_may_set_is_closed_by_it() {
        confirm("班级改为计算2301班");
        String csv = "学号,姓名,学院,班级\n" + LI + ",李四,信息科学与工程学院,计算2301班\n";
        upload("王老师", csv);
        assertThat(student().className()).isEqualTo("计算2301班");
        assertThat(correction()).isEqualTo(CorrectionState.PENDING);
        upload("李老师", csv);
        assertThat(correction()).isEqualTo(CorrectionState.IN_SYSTEM);
    }

    private Optional<Reopenings.Row> reopening() {
        return bot.store().read(t -> t.reopenings().open(2027, LI));
    }

    @Test
    void another_way_to_write_a_class_reopens_nobody_and_a_field_that_reopens_does() {
        confirm();
        upload("王老师", "学号,姓名,学院,班级\n" + LI + ",李四,信息科学与工程学院,2023级计算2班\n");
        assertThat(reopening()).isEmpty();
        assertThat(say("李四", "进度")).doesNotContain("重新核对");
        upload("李老师", "学号,姓名,学院,专业\n" + LI + ",李四,信息科学与工程学院,软件工程\n");
        assertThat(reopening())
                .hasValueSatisfying(r -> assertThat(r.reason()).contains("专业").doesNotContain("班级"));
    }

    @Test
    void that_the_office_was_told_is_said_only_when_somebody_was() {
        bot.store()
                .write(t -> {
                    t.staff()
                            .replaceAll(t.staff().all().stream()
                                    .filter(m -> m.role() == Role.SECRETARY)
                                    .toList());
                    return t;
                })
                .join();
        List<Pages.Shown> shown = upload("王老师", "学号,姓名,学院,民族\n" + LI + ",李四,信息科学与工程学院,回族\n");
        assertThat(shown)
                .allSatisfy(
                        page -> assertThat(page.text()).contains("没法转告", "聂睿老师").doesNotContain("列给"));
    }

    @Test
    void of_a_student_of_another_college_a_list_says_nothing() {
        String csv = "学号,姓名,学院,班级\n320230100011,黄海生,信息科学与工程学院,计算2301班\n";
        String number = bot.store()
                .read(t -> t.students().byName(2027, "黄海生"))
                .get(0)
                .student()
                .number();
        upload("王老师", csv.replace("320230100011", number));
        assertThat(bot.store()
                        .read(t -> t.students().byName(2027, "黄海生"))
                        .get(0)
                        .student()
                        .className())
                .isNotEqualTo("计算2301班");
        assertThat(told("李老师")).isEmpty();
    }
}
