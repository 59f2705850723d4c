package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.cli.ChatCommand;
import gradcheck.cli.RosterCommand;
import gradcheck.config.Environment;
import gradcheck.desk.file.Pages;
import gradcheck.message.Attachment;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A college that nobody knows is asked about before it goes in: mostly it is a row whose cells slipped (A6). */
class NewCollegesTest {
    private static final String TITLES = "学号,姓名,证件号码,学院,专业\n";
    private static final String RIGHT = "0001,李四,629999200504120032,物理学院,物理学\n";
    private static final String SLIPPED = "0002,王五,物理学院,物理学,\n";

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Map<String, String> variables = Map.of();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        variables = PlatformSettings.of("http://127.0.0.1:9", folder);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
    }

    private int imports(String rows, String... options) throws Exception {
        Path list = Files.writeString(folder.resolve("r.csv"), TITLES + rows);
        RosterCommand.Import command = new RosterCommand.Import();
        String[] args = java.util.Arrays.copyOf(options, options.length + 1);
        args[options.length] = list.toString();
        new CommandLine(command).parseArgs(args);
        return command.run(new Environment(variables));
    }

    private List<String> colleges() throws Exception {
        try (AppContext ready = AppContext.look(new Environment(variables))) {
            return ready.store().read(t -> t.students().colleges(2027));
        }
    }

    @Test
    void the_terminal_asks_by_name_and_takes_nothing_until_somebody_vouches() throws Exception {
        assertThatThrownBy(() -> imports(RIGHT))
                .isInstanceOfSatisfying(
                        Failure.class, e -> assertThat(e.exitCode()).isEqualTo(1))
                .hasMessageContaining("1 个学院没听说过")
                .hasMessageContaining("物理学院（1 行）")
                .hasMessageContaining("--new-college \"物理学院\"");
        assertThat(colleges()).isEmpty();
        assertThat(imports(RIGHT, "--new-college", "物理学院")).isZero();
        assertThat(colleges()).containsExactly("物理学院");
        assertThat(imports(RIGHT)).isZero();
    }

    @Test
    void a_row_whose_cells_slipped_is_asked_about_beside_a_college_that_is_known() throws Exception {
        imports(RIGHT, "--new-college", "物理学院");
        assertThatThrownBy(() -> imports(RIGHT + SLIPPED))
                .hasMessageContaining("1 个学院没听说过：物理学（1 行）")
                .hasMessageNotContaining("物理学院（");
        assertThat(colleges()).containsExactly("物理学院");
    }

    @Test
    void several_are_vouched_for_at_once_as_the_question_writes_them() throws Exception {
        String two = RIGHT + "0003,赵六,,化学院,化学\n";
        assertThatThrownBy(() -> imports(two)).hasMessageContaining("--new-college \"化学院,物理学院\"");
        assertThatThrownBy(() -> imports(two, "--new-college", "物理学院"))
                .hasMessageContaining("--new-college \"物理学院,化学院\"");
        assertThat(imports(two, "--new-college", "化学院,物理学院")).isZero();
        assertThat(colleges()).containsExactlyInAnyOrder("化学院", "物理学院");
    }

    @Test
    void to_vouch_for_what_is_not_in_the_list_is_a_slip_of_the_pen() {
        assertThatThrownBy(() -> imports(RIGHT, "--new-college", "物理院"))
                .isInstanceOfSatisfying(
                        Failure.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessageContaining("物理院")
                .hasMessageContaining("物理学院");
    }

    @Test
    void a_trial_run_says_what_would_be_and_asks_as_well() throws Exception {
        assertThatThrownBy(() -> imports(RIGHT, "--dry-run")).hasMessageContaining("物理学院");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("新增 1");
        assertThat(colleges()).isEmpty();
    }

    @Test
    void who_stands_in_the_staff_list_is_known_in_the_first_import() throws Exception {
        try (AppContext ready = AppContext.open(new Environment(variables))) {
            ChatCommand.loadSample(ready.store(), ready.settings(), java.time.Clock.systemUTC());
        }
        assertThat(imports("0001,李四,,文学院,汉语言\n")).isZero();
    }

    @Test
    void a_certificate_number_never_becomes_a_college_nor_stands_in_the_statistics() throws Exception {
        imports(RIGHT, "--new-college", "物理学院");
        String number = "629999200504120059";
        assertThatThrownBy(() -> imports("0004,周七,居民身份证," + number + ",物理学院\n"))
                .hasMessageNotContaining(number)
                .hasMessageContaining("没有一行能导入");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("可能错了格").doesNotContain(number);
        assertThat(colleges()).containsExactly("物理学院");
    }

    @Test
    void the_page_asks_the_office_and_its_button_says_what_is_agreed_to(@TempDir Path other) throws Exception {
        Optional<String> session = Optional.of("session");
        try (TestBot bot = new TestBot(other, Map.of(), Map.of("GRADCHECK_PUBLIC_URL", "https://g.example.edu.cn"))) {
            PersonId office = bot.named("李老师").orElseThrow();
            Answer answer = bot.take(new Incoming.Text(office, "m1", bot.now(), "导入"));
            String link = ((Answer.Says) answer).text();
            String token = link.substring(link.indexOf("/p/") + 3).strip();
            bot.pages().open(token, "session");
            byte[] list = (TITLES + RIGHT).getBytes(StandardCharsets.UTF_8);
            Pages.Shown shown = bot.pages().upload(token, session, new Attachment("r.csv", list));
            assertThat(shown.text()).contains("1 个学院没听说过", "物理学院（1 行）");
            assertThat(shown.button()).isEqualTo("是新学院，确认导入");
            bot.pages().confirm(token, session);
            assertThat(bot.store().<List<String>>read(t -> t.students().colleges(2027)))
                    .contains("物理学院");
        }
    }
}
