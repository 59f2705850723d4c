package gradcheck.roster.write;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.RecordField;
import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.chain.AuditCheck;
import gradcheck.domain.value.ValueCheck;
import gradcheck.message.PersonId;
import gradcheck.roster.read.RosterFile;
import gradcheck.roster.write.Exports.Format;
import gradcheck.roster.write.Exports.Kind;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.Tables;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.record.Audit;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Reopenings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that go out hold what interface.md promises, and nothing that can be run. */
class ExportsTest {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    private static final String NUMBER = "629999200504120032";
    private static final Season SEASON = new Season(
            2027,
            new Fields(List.of(
                    field("XH", "学号", ValueCheck.TEXT),
                    field("XM", "姓名", ValueCheck.NAME),
                    field("SFZH", "证件号码", ValueCheck.CERTIFICATE_NUMBER),
                    field("FY", "学院", ValueCheck.TEXT),
                    field("BH", "班级", ValueCheck.TEXT))),
            new Season.Office("教务处", "0931-1", "0931-1", "x@example.edu.cn"),
            new Season.Chsi("010-1", "k@example.edu.cn", "chsi"),
            "12356",
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            LocalDate.of(2027, 4, 30),
            Map.of(),
            new Season.Retention(90, Optional.empty()),
            ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path folder;

    private Store store;

    private static RecordField field(String code, String label, ValueCheck check) {
        return new RecordField(code, label, EditClass.GENERAL, check, List.of(), List.of());
    }

    @BeforeEach
    void open() {
        store = Stores.open(
                "jdbc:sqlite:" + folder.resolve("t.db"),
                new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
        put("1", "=cmd|'/c calc'!A0", "文学院", "1班", WebPhoto.ONLINE);
        put("2", "李四", "文学院", "1班", WebPhoto.NOT_COLLECTED);
        put("3", "王五", "文学院", "2班", WebPhoto.UNKNOWN);
        put("4", "赵六", "化学学院", "1班", WebPhoto.COLLECTED);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void put(String number, String name, String college, String className, WebPhoto photo) {
        Student student = new Student(
                number, Map.of("XH", number, "XM", name, "SFZH", NUMBER, "FY", college, "BH", className), photo, false);
        write(t -> t.students().put(2027, new PersonId("p" + number), student, NOW));
    }

    private void write(Consumer<Tables> work) {
        store.write(t -> {
                    work.accept(t);
                    return t;
                })
                .join();
    }

    private void confirm(Tables tables, String number, int version, String college, String result) {
        List<String> columns = List.of(
                "2027-0000" + number + "-" + version, number, "", college, "", "", result, "", "", "否", "" + version);
        tables.confirmations()
                .append(new Confirmations.New(
                        2027, college, columns.get(0), number, version, result, NOW, false, columns, "s", ""));
    }

    private byte[] bytes(Kind kind, String college, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        written(kind, college, format, out);
        return out.toByteArray();
    }

    private int written(Kind kind, String college, Format format, OutputStream out) {
        return store.read(t -> {
            try {
                return new Exports(SEASON).write(new Exports.Order(kind, college, format), t, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<String> lines(Kind kind, String college) {
        return new String(bytes(kind, college, Format.CSV), StandardCharsets.UTF_8)
                .substring(1)
                .lines()
                .toList();
    }

    @Test
    void statistics_count_classes_colleges_and_all_without_who_was_taken_out() {
        put("5", "移出", "化学学院", "1班", WebPhoto.UNKNOWN);
        write(t -> {
            confirm(t, "1", 1, "文学院", "无误");
            confirm(t, "2", 1, "文学院", "无误");
            confirm(t, "2", 2, "文学院", "有更正");
            confirm(t, "3", 1, "文学院", "无误");
            confirm(t, "4", 1, "化学学院", "无误");
            t.reopenings().put(2027, new Reopenings.Row("3", 2, "名单更新", "", NOW));
            t.reopenings().put(2027, new Reopenings.Row("4", 2, "想再看看", "p4", NOW));
            t.standings().put(2027, "5", new Standing(Standing.State.OUT, "延毕", Optional.empty(), "jm", NOW));
        });
        assertThat(lines(Kind.STATISTICS, ""))
                .containsExactly(
                        "学院,班级,人数,已核对,无误,有更正,未核对,照片已采集,照片未采集,照片未知,完成率",
                        "化学学院,1班,1,1,1,0,0,1,0,0,100.0%",
                        "化学学院,合计,1,1,1,0,0,1,0,0,100.0%",
                        "文学院,1班,2,2,1,1,0,1,1,0,100.0%",
                        "文学院,2班,1,0,0,0,1,0,0,1,0.0%",
                        "文学院,合计,3,2,1,1,1,1,1,1,66.7%",
                        "全校,合计,4,3,2,1,1,2,1,1,75.0%");
        assertThat(lines(Kind.STATISTICS, "文学院")).hasSize(4).noneMatch(l -> l.contains("全校"));
    }

    @Test
    void no_file_holds_a_whole_certificate_number() {
        write(t -> {
            var owner = new CorrectionRows.Owner(2027, "文学院", "2", 1);
            t.corrections()
                    .add(
                            owner,
                            new CorrectionRows.New(
                                    "SFZH",
                                    NUMBER,
                                    "629999200504120033",
                                    "关键信息",
                                    CorrectionState.MATERIAL_DUE,
                                    Map.of()),
                            NOW);
            t.corrections()
                    .add(
                            owner,
                            new CorrectionRows.New(
                                    "GONE", NUMBER, "629999200504120033", "关键信息", CorrectionState.PENDING, Map.of()),
                            NOW);
        });
        for (Kind kind : Kind.values()) {
            assertThat(lines(kind, "")).as(kind.title()).noneMatch(l -> l.contains("2005041200"));
        }
        assertThat(lines(Kind.CORRECTIONS, "")).hasSize(3);
        assertThat(lines(Kind.CORRECTIONS, "").get(1))
                .isEqualTo(
                        "1,2,李四,文学院,证件号码,****************32,****************33,关键信息,,材料待交,,,2027-03-15T10:00:00+08:00");
        assertThat(lines(Kind.ROSTER, "文学院").get(2)).isEqualTo("2,李四,****************32,文学院,1班,p2,未采集,否");
    }

    @Test
    void a_roster_that_was_exported_and_comes_back_changes_no_number() throws Exception {
        List<RosterFile.Enrolment> back = new ArrayList<>();
        RosterFile.Report report =
                new RosterFile(SEASON.fields()).read(bytes(Kind.ROSTER, "", Format.XLSX), "roster.xlsx", back::add);
        assertThat(report.unknownColumns()).containsExactly("证件号码（仅末位）");
        assertThat(back).hasSize(4).allMatch(e -> e.student().value("SFZH").isEmpty());
    }

    @Test
    void photos_and_audit_say_what_was_said_and_done() {
        write(t -> {
            t.photoFacts().note(2027, "1", PhotoFact.OWN_CHECK, new Noted("正确", NOW.plus(Duration.ofHours(1))));
            t.audit().add(new Audit.Entry("a", NOW, new PersonId("jm"), "看", "1", "ok"));
        });
        assertThat(lines(Kind.PHOTOS, "文学院").get(1))
                .isEqualTo("1,'=cmd|'/c calc'!A0,文学院,1班,已上网,正确,未校对,,2027-03-15T11:00:00+08:00");
        assertThat(lines(Kind.AUDIT, "").get(0)).isEqualTo("时间,账号,姓名,操作,对象,结果,序号,账号盐,对象盐,哈希");
        assertThat(lines(Kind.AUDIT, "").get(1)).startsWith("2027-03-15T10:00:00+08:00,jm,,看,1,ok,1,");
    }

    private void audit(int lines) {
        write(t -> {
            for (int i = 1; i <= lines; i++) {
                Instant at = NOW.plusMillis(i * 1001L);
                t.audit().add(new Audit.Entry("a" + i, at, new PersonId("jm" + i % 3), "=查", "-" + i, "ok, \"" + i));
            }
        });
    }

    private static Optional<AuditCheck.Fault> fault(List<String> lines) {
        byte[] csv = ("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        return AuditFile.check(csv).orElseThrow().fault();
    }

    @Test
    void an_exported_audit_proves_itself_and_every_change_to_it_is_found() throws Exception {
        audit(5);
        AuditCheck whole = AuditFile.check(bytes(Kind.AUDIT, "", Format.CSV)).orElseThrow();
        assertThat(whole.fault()).isEmpty();
        assertThat(whole.count()).isEqualTo(5);
        assertThat(whole.head()).isEqualTo(store.read(t -> t.audit().check()).head());
        List<String> lines = lines(Kind.AUDIT, "");
        assertThat(fault(lines)).isEmpty();
        for (int line = 1; line <= 5; line++) {
            for (int column : new int[] {0, 1, 3, 4, 5, 6, 7, 8, 9}) {
                List<String> forged = new ArrayList<>(lines);
                List<String> cells = new ArrayList<>(List.of(lines.get(line).split(",(?! )", -1)));
                cells.set(column, column == 0 ? "2027-03-15T10:00:00+08:00" : "x");
                forged.set(line, String.join(",", cells));
                assertThat(fault(forged)).as(line + "/" + column).isPresent();
            }
            if (line < 5) {
                List<String> without = new ArrayList<>(lines);
                without.remove(line);
                assertThat(fault(without)).contains(new AuditCheck.Fault(AuditCheck.Wrong.MISPLACED, line + 1));
                List<String> swapped = new ArrayList<>(lines);
                Collections.swap(swapped, line, line + 1);
                assertThat(fault(swapped)).isPresent();
            }
        }
        assertThat(AuditFile.check(bytes(Kind.PHOTOS, "", Format.CSV))).isEmpty();
    }

    @Test
    void a_spreadsheet_sees_text_only_and_a_header_that_stays() throws Exception {
        byte[] xlsx = bytes(Kind.PHOTOS, "", Format.XLSX);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getColumnWidth(1)).isGreaterThan(sheet.getColumnWidth(0));
            assertThat(sheet.getLastRowNum()).isEqualTo(4);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    assertThat(cell.getStringCellValue()).doesNotMatch("^[=+\\-@].*");
                }
            }
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("'=cmd|'/c calc'!A0");
        }
    }

    @Test
    void twelve_thousand_rows_stream_out_in_either_format() {
        write(t -> {
            for (int i = 10; i < 12_010; i++) {
                confirm(t, Integer.toString(i), 1, "学院" + i % 20, "无误");
            }
        });
        for (Format format : Format.values()) {
            int[] size = {0};
            long start = System.nanoTime();
            int rows = written(Kind.CONFIRMATIONS, "", format, new OutputStream() {
                @Override
                public void write(int b) {
                    size[0]++;
                }
            });
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(rows).isEqualTo(12_000);
            assertThat(size[0]).isGreaterThan(100_000);
            // Alone on the machine it takes a third of a second; the rest is for a busy one.
            assertThat(took).as(format.name()).isLessThan(Duration.ofSeconds(5));
        }
    }
}
