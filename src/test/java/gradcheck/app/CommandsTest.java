package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.cli.Main;
import gradcheck.domain.chain.AuditLine;
import gradcheck.domain.chain.Chain;
import gradcheck.message.PersonId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed wrongly gets one sentence on stderr, and the exit code a script can rely on. */
class CommandsTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private String complaint(int exitCode, String... args) {
        complained.reset();
        assertThat(Main.run(args)).as(String.join(" ", args)).isEqualTo(exitCode);
        String complaint = complained.toString(StandardCharsets.UTF_8);
        assertThat(complaint.strip().lines()).hasSize(1);
        assertThat(complaint).doesNotContain("Exception", "null", "%");
        return complaint;
    }

    @Test
    void wrong_use_is_told_in_a_sentence_with_the_way_to_the_help() {
        assertThat(complaint(2, "exprt")).contains("exprt", "--help");
        assertThat(complaint(2, "export")).contains("导出什么", "gradcheck export --help");
        assertThat(complaint(2, "export", "photos")).contains("--output", "写到哪个文件");
        assertThat(complaint(2, "export", "everything", "-o", "x.csv")).contains("everything", "statistics");
        assertThat(complaint(2, "export", "photos", "--format", "pdf", "-o", "x"))
                .contains("pdf");
        assertThat(complaint(2, "export", "audit", "--college", "文学院", "-o", "x"))
                .contains("--college");
        assertThat(complaint(2, "roster")).contains("import");
        assertThat(complaint(2, "roster", "import")).contains("名单文件");
        assertThat(complaint(2, "season", "new", "next")).contains("next");
        assertThat(complaint(2, "season", "new", "28")).contains("28");
        assertThat(complaint(2, "roster", "import", "a.csv", "--season", "27")).contains("2028", "27");
        assertThat(complaint(2, "photos", "import", "a", "b")).contains("b");
        assertThat(complaint(2, "round", "start", "unconfirmed")).contains("unconfirmed", "未核对", "待问党委");
        assertThat(complaint(2, "verify", "x.xlsx")).contains("CSV");
    }

    @Test
    void chinese_that_the_locale_garbled_is_not_taken_for_a_name() {
        assertThat(complaint(2, "verify", "c.csv", "--head", "\uFFFD\uFFFD=1a2b3c4d"))
                .contains("LC_ALL=C.UTF-8");
    }

    @Test
    void a_path_that_is_none_is_told_before_anything_else() throws Exception {
        assertThat(complaint(1, "roster", "import", folder.resolve("no.xlsx").toString()))
                .contains("找不到");
        assertThat(complaint(1, "staff", "import", folder.toString())).contains("文件夹");
        assertThat(complaint(1, "verify", folder.resolve("no.csv").toString())).contains("找不到");
        Path csv = Files.writeString(folder.resolve("a.csv"), "x\n");
        assertThat(complaint(1, "verify", csv.toString())).contains("a.csv.proof.json", "--proof");
        Files.writeString(folder.resolve("a.csv.proof.json"), "{}");
        assertThat(complaint(1, "verify", csv.toString())).contains("证明文件");
        Files.writeString(folder.resolve("a.csv.proof.json"), "{\"format\":\"gradcheck-proof-1\",\"colleges\":[]}");
        assertThat(complaint(1, "verify", csv.toString())).contains("表头");
    }

    @Test
    void a_table_that_a_spreadsheet_saved_anew_is_not_called_forged_without_saying_so() throws Exception {
        Path csv = folder.resolve("c.csv");
        Files.writeString(folder.resolve("c.csv.proof.json"), "{\"format\":\"gradcheck-proof-1\",\"colleges\":[]}");
        String header = "回执号,学号,姓名,学院,专业,班级,结果,核对备注,确认时间,逾期,版本,内容哈希,上一哈希\n";
        String row = "2027-00001-1,%s,李四,文学院,,,无误,,2026-11-25T21:43:36+08:00,否,1,ab,cd\n";
        Files.writeString(csv, header + row.formatted("320230100001"));
        assertThat(complaint(1, "verify", csv.toString())).contains("核验不通过").doesNotContain("Excel");
        Files.writeString(csv, header + row.formatted("3.2023E+11"));
        assertThat(complaint(1, "verify", csv.toString())).contains("核验不通过", "Excel", "原件");
    }

    @Test
    void an_exported_audit_is_verified_by_itself_and_against_a_head() throws Exception {
        AuditLine line = new AuditLine(
                        1, Instant.EPOCH, new PersonId("jm"), "查", "3", "ok", "a".repeat(32), "b".repeat(32), "")
                .after(Chain.BEGINNING);
        String csv = "时间,账号,姓名,操作,对象,结果,序号,账号盐,对象盐,哈希\n1970-01-01T08:00:00+08:00,jm,王老师,查,3,ok,1,"
                + String.join(",", line.actorProof(), line.targetProof(), line.hash()) + "\n";
        Path file = Files.writeString(folder.resolve("audit.csv"), csv);
        assertThat(Main.run("verify", file.toString())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("1 条查看记录", line.hash(), "--head 查看记录");
        String head = line.hash().substring(0, 8);
        assertThat(Main.run("verify", "--head", "查看记录=" + head, file.toString()))
                .isZero();
        assertThat(complaint(1, "verify", "--head", "查看记录=" + "0".repeat(8), file.toString()))
                .contains("链头不是");
        Files.writeString(file, csv.replace(",查,", ",导出,"));
        assertThat(complaint(1, "verify", file.toString())).contains("第 1 条对不上");
    }

    @Test
    void every_command_has_its_help_in_chinese() {
        for (String[] command : new String[][] {
            {},
            {"export"},
            {"verify"},
            {"roster", "import"},
            {"photos", "import"},
            {"staff", "import"},
            {"menu", "publish"},
            {"season", "new"}
        }) {
            said.reset();
            String[] help = java.util.Arrays.copyOf(command, command.length + 1);
            help[command.length] = "--help";
            assertThat(Main.run(help)).isZero();
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .startsWith("用法：")
                    .contains("显示这段帮助")
                    .doesNotContain("Show this", "Commands:");
        }
    }
}
