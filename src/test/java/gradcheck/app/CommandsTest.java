package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(complaint(2, "photos", "import", "a", "b")).contains("b");
        assertThat(complaint(2, "verify", "x.xlsx")).contains("CSV");
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
