package gradcheck.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.AppContext;
import gradcheck.app.PlatformSettings;
import gradcheck.app.TestBot;
import gradcheck.app.TestSettings;
import gradcheck.cli.ChatCommand;
import gradcheck.config.Config;
import gradcheck.config.Environment;
import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No invented contact reaches a student, and {@code doctor} names what is missing or an example (A13). */
class ContactsExaminationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-15T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Map<String, String> variables() {
        return PlatformSettings.of("http://127.0.0.1:9", folder);
    }

    private String faults(Map<String, String> variables) {
        return String.join(
                "\n",
                new Doctor(new Environment(variables), CLOCK)
                        .all().stream()
                                .filter(f -> !f.isGood())
                                .map(Doctor.Finding::words)
                                .toList());
    }

    private void put(List<Member> staff) throws Exception {
        try (AppContext ready = AppContext.open(new Environment(variables()))) {
            ChatCommand.loadSample(ready.store(), ready.settings(), CLOCK);
            ready.store()
                    .write(t -> {
                        t.staff().replaceAll(staff);
                        return staff;
                    })
                    .join();
        }
    }

    private static Member secretary(String college, String phone, String mail) {
        return new Member(new PersonId("jm-" + college), Role.SECRETARY, college, "马老师", mail, phone);
    }

    @Test
    void the_shipped_config_names_nobody_of_a_college() throws Exception {
        Season season = Config.read(new Environment(Map.of())).season();
        assertThat(season.colleges()).isEmpty();
        try (Stream<Path> files = Files.list(Path.of("config"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yml")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("0000001", "example.");
            }
        }
        assertThat(TestSettings.season().colleges()).containsKey("信息科学与工程学院");
    }

    @Test
    void example_numbers_and_mails_are_named_with_their_place() throws Exception {
        put(List.of(
                secretary("文学院", "0931-0000003", "ma@lzu.edu.cn"),
                secretary("化学化工学院", "0931-8912345", "hua@example.edu.cn")));
        assertThat(faults(variables())).contains("staff import 马老师 里还是示例", "0931-0000003", "hua@example.edu.cn");
        put(List.of(secretary("文学院", "0931-8915600", "ma@lzu.edu.cn")));
        assertThat(faults(variables())).doesNotContain("示例");
    }

    @Test
    void examples_in_the_config_are_named_too() throws Exception {
        put(List.of());
        Map<String, String> changed = variables();
        Path config = TestBot.copied(folder, Map.of());
        Files.writeString(
                config.resolve("colleges.yml"), "文学院: {secretary: 王老师 0931-0000001}\n理学院: {secretary: 李老师 8912031}\n");
        changed.put("GRADCHECK_CONFIG", config.toString());
        assertThat(faults(changed)).contains("colleges.yml 文学院 里还是示例").contains("colleges.yml 里的 理学院 不在今年的名单里");
    }

    @Test
    void a_college_of_the_roster_without_anybody_to_ask_is_named() throws Exception {
        put(List.of(secretary("文学院", "0931-8915600", "ma@lzu.edu.cn")));
        assertThat(faults(variables())).contains("有 2 个学院没有教秘：信息科学与工程学院、化学化工学院", "聂睿老师");
    }

    @Test
    void a_missing_retention_date_is_named() throws Exception {
        put(List.of());
        assertThat(faults(variables())).contains("retention.season_until 没有写");
        Map<String, String> changed = variables();
        Path config = TestBot.copied(folder, Map.of());
        Path main = config.resolve("gradcheck.yml");
        Files.writeString(main, Files.readString(main).replace("season_until: \"\"", "season_until: 2028-12-31"));
        changed.put("GRADCHECK_CONFIG", config.toString());
        assertThat(faults(changed)).doesNotContain("retention.season_until");
    }
}
