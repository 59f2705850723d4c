package gradcheck.roster.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.value.ValueCheck;
import gradcheck.roster.write.ErrorsFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rosters as offices send them. */
class RosterFileTest {
    private static final Fields FIELDS = new Fields(List.of(
            field("XH", "学号", ValueCheck.TEXT),
            field("XM", "姓名", ValueCheck.NAME),
            field("ZJLX", "证件类型", ValueCheck.CERTIFICATE_TYPE),
            field("SFZH", "证件号码", ValueCheck.CERTIFICATE_NUMBER),
            field("FY", "学院", ValueCheck.TEXT)));

    private final List<RosterFile.Enrolment> taken = new ArrayList<>();

    private static RecordField field(String code, String label, ValueCheck check) {
        return new RecordField(code, label, EditClass.GENERAL, check, List.of(), List.of());
    }

    private RosterFile.Report read(byte[] file, String name) throws Exception {
        return new RosterFile(FIELDS).read(file, name, taken::add);
    }

    private RosterFile.Report csv(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8), "r.csv");
    }

    @Test
    void titles_may_be_names_or_codes_in_any_order_and_unknown_ones_are_named() throws Exception {
        RosterFile.Report report =
                csv("FY,姓名,XH,星座,学信网照片,重拍,WXID\n文学院,阿依古丽·买买提,0012,双鱼,未采集,是,WuShuang\n文学院,𬱖文,0013,,,,\n");
        assertThat(report.taken()).isEqualTo(2);
        assertThat(report.unknownColumns()).containsExactly("星座");
        assertThat(taken.get(0).person().value()).isEqualTo("wushuang");
        assertThat(taken.get(0).student().number()).isEqualTo("0012");
        assertThat(taken.get(0).student().webPhoto()).isEqualTo(WebPhoto.NOT_COLLECTED);
        assertThat(taken.get(0).student().retaken()).isTrue();
        assertThat(taken.get(1).person().value()).isEqualTo("0013");
        assertThat(taken.get(1).student().webPhoto()).isEqualTo(WebPhoto.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void both_encodings_are_read(String charset) throws Exception {
        assertThat(read("学号,姓名,学院\n1,李四,文学院\n".getBytes(Charset.forName(charset)), "r.csv")
                        .taken())
                .isEqualTo(1);
        assertThat(taken.get(0).student().name()).isEqualTo("李四");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_a_title() throws Exception {
        assertThat(csv("\uFEFF学号,姓名,学院\n1,李四,文学院\n").taken()).isEqualTo(1);
    }

    @Test
    void a_number_that_a_spreadsheet_shortened_in_a_csv_is_no_number() throws Exception {
        RosterFile.Report report = csv("学号,姓名,学院,证件号码\n3.2023E+11,李四,文学院,\n2,王五,文学院,6.29999E+17\n3,E+1,文学院,1E12\n");
        assertThat(report.refused()).extracting(RosterFile.RefusedRow::number).containsExactly(2, 3);
        assertThat(report.refused().get(0).why().phrase()).isEqualTo(RosterPhrases.LOST_DIGITS);
        assertThat(report.refused().get(1).why().values()).containsEntry("column", "证件号码");
        assertThat(report.taken()).isEqualTo(1);
    }

    @Test
    void blank_lines_and_short_rows_do_no_harm_and_rows_keep_the_numbers_a_spreadsheet_shows() throws Exception {
        RosterFile.Report report = csv("\n  \n学号,姓名,学院,专业\n\n1,李四,文学院\n,,,\n2,,文学院,\n3,王五,文学院,汉语,,\n\n");
        assertThat(taken).extracting(e -> e.student().number()).containsExactly("1", "3");
        assertThat(report.refused()).extracting(RosterFile.RefusedRow::number).containsExactly(7);
    }

    @Test
    void a_comma_without_quotation_marks_spoils_its_row_alone() throws Exception {
        RosterFile.Report report = csv("学号,姓名,学院\n1,李四,文学院\n2,王五,文学院,二系\n");
        assertThat(report.taken()).isEqualTo(1);
        assertThat(report.refused()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.why().phrase()).isEqualTo(RosterPhrases.SHIFTED);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"学号,姓名\n1,李四\n", "学号,学院\n1,文学院\n", "名单\n学号,姓名,学院\n1,李四,文学院\n", "学号;姓名;学院\n1;李四;文学院\n"})
    void without_a_column_it_needs_the_file_is_refused_and_not_each_row(String text) {
        assertThatThrownBy(() -> csv(text)).isInstanceOf(UnreadableFile.class).hasMessage("roster.noHeader");
        assertThat(taken).isEmpty();
    }

    @Test
    void of_two_columns_of_a_title_nobody_can_say_which_is_meant() throws Exception {
        assertThatThrownBy(() -> csv("学号,姓名,学院,姓名\n1,李四,文学院,王五\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("roster.titleTwice");
        assertThat(csv("学号,姓名,学院,备注,备注,星座,星座,,\n1,李四,文学院,a,b,c,d,,\n").taken()).isEqualTo(1);
    }

    @Test
    void a_row_is_refused_only_for_what_makes_it_useless() throws Exception {
        RosterFile.Report report =
                csv("学号,姓名,学院,证件类型,证件号码\n,李四,文学院,,\n1,,文学院,,\n2,王五,,,\n3,赵六,文学院,居民身份证,123\n" + "3,赵六,文学院,,\n");
        assertThat(report.taken()).isEqualTo(1);
        assertThat(report.flagged()).isEqualTo(1);
        assertThat(report.refused())
                .extracting(r -> r.number() + " " + r.why().phrase().key())
                .containsExactly("2 roster.noNumber", "3 roster.noName", "4 roster.noCollege", "6 roster.repeated");
    }

    @Test
    void a_number_cell_that_lost_digits_is_refused_and_text_is_not() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            for (int i = 0; i < 4; i++) {
                sheet.value(0, i, List.of("学号", "姓名", "学院", "证件号码").get(i));
            }
            row(sheet, 1, "1");
            sheet.value(1, 3, (double) 110105194912310016L);
            row(sheet, 2, "2");
            sheet.value(2, 3, "11010519491231002X");
            row(sheet, 3, "3");
            sheet.formula(3, 3, "HYPERLINK(\"http://x\")");
        }
        RosterFile.Report report = read(out.toByteArray(), "r.xlsx");
        assertThat(report.refused())
                .singleElement()
                .satisfies(r -> assertThat(r.why().phrase().key()).isEqualTo("roster.lostDigits"));
        assertThat(taken.get(0).student().value("SFZH")).isEqualTo("11010519491231002X");
        assertThat(report.taken()).isEqualTo(2);
    }

    private static void row(Worksheet sheet, int row, String number) {
        sheet.value(row, 0, number);
        sheet.value(row, 1, "李四");
        sheet.value(row, 2, "文学院");
    }

    @Test
    void a_zip_bomb_an_old_workbook_and_a_file_without_header_are_refused_whole() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 120; i++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> read(bomb.toByteArray(), "r.xlsx"))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        e -> assertThat(e.why().phrase().key()).isEqualTo("roster.tooLarge"));
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xD0, (byte) 0xCF}, "r.xls"))
                .isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> csv("甲,乙\n1,2\n")).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void twelve_thousand_rows_are_read_and_the_refused_come_back_as_text() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            sheet.value(0, 0, "学号");
            sheet.value(0, 1, "姓名");
            sheet.value(0, 2, "学院");
            for (int i = 1; i <= 12_000; i++) {
                row(sheet, i, i % 1000 == 0 ? "" : "=" + i);
            }
        }
        RosterFile.Report report = read(out.toByteArray(), "r.xlsx");
        assertThat(report.taken()).isEqualTo(11_988);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ErrorsFile.write(errors, report.refused(), say -> say.phrase().key());
        try (ReadableWorkbook back = new ReadableWorkbook(new ByteArrayInputStream(errors.toByteArray()));
                var rows = back.getFirstSheet().openStream()) {
            assertThat(rows.map(r -> r.getCellText(1)).toList()).hasSize(13).contains("原因", "roster.noNumber");
        }
    }
}
