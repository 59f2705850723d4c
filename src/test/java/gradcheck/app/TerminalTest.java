package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.cli.ChatCommand;
import gradcheck.config.Environment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands as processes with an environment of their own, in a terminal whose locale knows no Chinese. */
@Tag("long")
@Timeout(120)
class TerminalTest {
    @TempDir
    Path folder;

    private Map<String, String> variables = Map.of();

    /** What became of a command. */
    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void fill() throws Exception {
        variables = PlatformSettings.of("http://127.0.0.1:9", folder);
        try (AppContext ready = AppContext.open(new Environment(variables))) {
            ChatCommand.loadSample(ready.store(), ready.settings(), Clock.systemUTC());
        }
    }

    private Ended run(String... args) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "gradcheck.cli.Main"));
        line.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(variables);
        builder.redirectOutput(folder.resolve("out").toFile());
        builder.redirectError(folder.resolve("err").toFile());
        int code = builder.start().waitFor();
        return new Ended(code, text("out"), text("err"));
    }

    private String text(String name) throws Exception {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    @Test
    void the_database_itself_is_no_backup_and_stays_where_it_is() throws Exception {
        Ended ended = run("restore", folder.resolve("d.db").toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("就是现在的数据库").doesNotContain("?");
        assertThat(folder.resolve("d.db")).exists();
        assertThat(run("export", "roster", "-o", folder.resolve("r.csv").toString())
                        .out())
                .contains("共 120 行");
    }

    @Test
    void a_backup_into_a_folder_that_is_not_there_says_so() throws Exception {
        Ended ended = run("backup", folder.resolve("none/b.db").toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("文件夹", "不存在");
        assertThat(ended.err().lines()).hasSize(1);
    }

    @Test
    void a_round_for_nobody_is_not_started_and_a_slip_of_the_pen_is_told() throws Exception {
        assertThat(run("round", "start", "未核对").err()).contains("LC_ALL=C.UTF-8");
        variables.put("LC_ALL", "C.UTF-8");
        assertThat(run("round", "start", "未核对", "--college", "物理").code()).isEqualTo(2);
        assertThat(run("round", "start", "未核对", "--student", "999").err()).contains("999");
        assertThat(run("round", "start", "已退回").out()).contains("没有要提醒的人").doesNotContain("编号");
        assertThat(run("round", "list").out()).contains("还没有手动发起过");
    }

    @Test
    void a_list_of_which_no_row_is_taken_has_failed_and_says_why() throws Exception {
        Path list = Files.writeString(folder.resolve("r.csv"), "学号,姓名,学院\n,张三,信息科学与工程学院\n,李四,信息科学与工程学院\n");
        Ended none = run("roster", "import", list.toString());
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.out()).contains("缺学号", "r.csv.errors.xlsx");
        assertThat(none.err()).contains("没有一行能导入");
        Files.writeString(list, "学号,姓名,学院\n,张三,信息科学与工程学院\n320231109999,李四,信息科学与工程学院\n");
        assertThat(run("roster", "import", list.toString()).code()).isZero();
    }

    @Test
    void confirmations_as_xlsx_say_that_they_prove_nothing() throws Exception {
        Ended ended =
                run("export", "confirmations", "-o", folder.resolve("c.xlsx").toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("再导出一份 CSV");
        assertThat(run("export", "confirmations", "-o", folder.toString()).err())
                .contains("是文件夹");
    }

    /** A17. Those that need another season, another key or a platform are tried where they are. */
    @Test
    void whoever_changes_something_stands_in_the_audit() throws Exception {
        variables.put("LC_ALL", "C.UTF-8");
        String sample = "config/sample/";
        for (List<String> command : List.of(
                List.of("staff", "import", sample + "staff.csv"),
                List.of("roster", "import", sample + "roster.csv"),
                List.of("photos", "import", sample + "photos.csv"),
                List.of("remind"),
                List.of("round", "start", "未核对"),
                List.of("round", "pause", "1"),
                List.of("round", "resume", "1"),
                List.of("round", "cancel", "1"),
                List.of("round", "resend", "1"),
                List.of("export", "roster", "-o", folder.resolve("r.csv").toString()))) {
            List<String> words = new ArrayList<>(command);
            if (words.contains("1")) {
                words.set(2, round());
            }
            String name = "op-" + String.join("-", command.subList(0, Math.min(2, command.size())));
            words.addAll(List.of("--as", name));
            Ended ended = run(words.toArray(String[]::new));
            assertThat(ended.code()).as(command + ended.err()).isZero();
            assertThat(actors()).as(String.join(" ", command)).endsWith("terminal:" + name);
        }
    }

    private String round() throws Exception {
        try (AppContext ready = AppContext.open(new Environment(variables))) {
            return ready.store()
                    .read(t -> t.rounds().all(ready.settings().season().year()))
                    .get(0)
                    .id();
        }
    }

    private List<String> actors() throws Exception {
        List<String> actors = new ArrayList<>();
        try (AppContext ready = AppContext.open(new Environment(variables))) {
            ready.store().read(t -> {
                t.audit().each(line -> actors.add(line.actor().value()));
                return t;
            });
        }
        return actors;
    }
}
