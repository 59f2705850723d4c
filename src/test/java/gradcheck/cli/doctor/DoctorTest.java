package gradcheck.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.AppContext;
import gradcheck.app.Bot;
import gradcheck.app.PlatformSettings;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.SendOutcome;
import gradcheck.store.outbox.OutboxCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code doctor} finds, and that each fault comes with its cure. */
class DoctorTest {
    @TempDir
    Path folder;

    private final MockWebServer platform = new MockWebServer();
    private final Map<String, String> variables = new HashMap<>();
    private String agent = "{\"errcode\":0,\"agentid\":1000002,\"close\":0}";
    private String menu = "{\"errcode\":0,\"button\":[]}";
    private String token = "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}";

    @BeforeEach
    void start() throws Exception {
        platform.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String target = request.getTarget();
                String other = target.startsWith("/cgi-bin/menu") ? menu : agent;
                String body = target.startsWith("/cgi-bin/gettoken") ? token : other;
                return new MockResponse.Builder().body(body).build();
            }
        });
        platform.start();
        variables.putAll(PlatformSettings.of("http://127.0.0.1:" + platform.getPort(), folder));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private List<Doctor.Finding> faults() {
        return new Doctor(new Environment(variables), Clock.systemUTC())
                .all().stream().filter(f -> !f.isGood()).toList();
    }

    private String said() {
        return String.join(
                "\n",
                new Doctor(new Environment(variables), Clock.systemUTC())
                        .all().stream().map(Doctor.Finding::words).toList());
    }

    @Test
    void secrets_are_never_shown() {
        assertThat(said()).contains("WECOM_SECRET = ******").doesNotContain("CANARY");
    }

    @Test
    void a_missing_setting_says_how_to_give_it() {
        variables.remove("WECOM_TOKEN");
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains("WECOM_TOKEN_FILE"));
    }

    @ParameterizedTest
    @CsvSource({"60020,可信", "48006,重新启用", "77777,77777"})
    void an_errcode_comes_with_its_cure(int code, String cure) {
        agent = "{\"errcode\":" + code + ",\"errmsg\":\"no\"}";
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains(cure));
    }

    /** Those of the platform's codes that who deploys the bot can do something about. */
    @ParameterizedTest
    @CsvSource({
        "-1,等一会儿",
        "6000,等一会儿",
        "40014,WECOM_SECRET",
        "42001,再运行",
        "41001,代理",
        "45009,一分钟",
        "45033,只有一个",
        "40003,账号",
        "60111,账号",
        "46004,账号",
        "40056,WECOM_AGENT_ID",
        "301002,同一个应用",
        "40058,menu.yml",
        "43012,回调",
        "48002,自建应用",
        "48006,重新启用",
        "50003,启用",
        "50001,可信域名",
        "50002,可见范围",
        "60011,可见范围",
        "60021,可见范围",
        "60020,可信",
        "81013,可见范围",
        "40201,文案",
        "40029,重新点开",
        "77777,77777"
    })
    void every_errcode_a_deployer_meets_has_a_cure_of_its_own(String code, String cure) {
        assertThat(TerminalText.of(Doctor.cure(code), code)).contains(cure);
        assertThat(Doctor.cure(code).equals("cure.other")).isEqualTo(code.equals("77777"));
    }

    @Test
    void an_application_without_its_menu_is_told_how_to_publish_it() {
        menu = "{\"errcode\":46003,\"errmsg\":\"no\"}";
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains("gradcheck menu publish"));
    }

    @Test
    void what_was_refused_when_it_was_sent_is_told_with_its_cure() throws Exception {
        SendOutcome[] outcomes = {
            new SendOutcome.Refused(OutcomeCause.OTHER, "43012", "no"),
            new SendOutcome.Refused(OutcomeCause.OTHER, "40201", "no"),
            new SendOutcome.TryLater(OutcomeCause.WRONG_SETTINGS, "60020", "no", Duration.ofMinutes(15))
        };
        try (AppContext ready = AppContext.open(new Environment(variables))) {
            for (SendOutcome outcome : outcomes) {
                Bot bot = new Bot(
                        ready.settings(),
                        ready.copy(),
                        new Bot.Ground(
                                ready.store(), (to, m, call) -> outcome, Clock.systemUTC(), new SecureRandom(), false));
                OutboxCodec.Label label = OutboxCodec.Label.reply(
                        outcome.toString(), new PersonId("p"), Clock.systemUTC().instant());
                ready.store()
                        .write(t -> t.parcels().queue(label, new Outgoing.Text("x"), label.dueAt()))
                        .join();
                bot.doWhatIsDue();
            }
        }
        assertThat(faults().stream().map(Doctor.Finding::words).filter(w -> w.startsWith("近一天")))
                .hasSize(3)
                .anySatisfy(w -> assertThat(w).contains("43012", "设置API接收"))
                .anySatisfy(w -> assertThat(w).contains("40201", "文案"))
                .anySatisfy(w -> assertThat(w).contains("60020", "企业可信IP"));
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains("暂停发送到"));
    }

    @Test
    void a_key_that_is_half_changed_is_told() throws Exception {
        AppContext.open(new Environment(variables)).close();
        variables.put("GRADCHECK_DATA_KEY_PREVIOUS", variables.get("GRADCHECK_DATA_KEY"));
        variables.put("GRADCHECK_DATA_KEY", Base64.getEncoder().encodeToString(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        }));
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains("gradcheck key rotate"));
        variables.remove("GRADCHECK_DATA_KEY_PREVIOUS");
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains("打不开库里的证件号码"));
    }

    @Test
    void a_wrong_secret_is_told_apart() {
        token = "{\"errcode\":40001,\"errmsg\":\"no\"}";
        assertThat(faults())
                .anySatisfy(f -> assertThat(f.words()).contains("40001").contains("Secret"));
    }

    @Test
    void an_audit_that_was_changed_behind_the_programs_back_is_told() throws Exception {
        try (AppContext ready = AppContext.open(new Environment(variables))) {
            for (String act : List.of("one", "two")) {
                ready.store()
                        .write(t -> {
                            t.audit().add(ready.audited(AppContext.TERMINAL, Clock.systemUTC(), act, "320230100003"));
                            return t;
                        })
                        .join();
            }
        }
        assertThat(said()).contains("查看记录 2 条，一条也没有被改过");
        try (Connection raw = DriverManager.getConnection(variables.get("GRADCHECK_DATABASE"));
                var statement = raw.createStatement()) {
            statement.execute("DROP TRIGGER audit_is_never_changed");
            statement.execute("UPDATE audit SET target = '320230100004' WHERE act = 'two'");
        }
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains("从第 2 条起对不上"));
    }

    @Test
    void a_row_that_belongs_to_nobody_is_told() throws Exception {
        AppContext.open(new Environment(variables)).close();
        assertThat(said()).doesNotContain("找不到它们所属的行");
        try (Connection raw = DriverManager.getConnection(variables.get("GRADCHECK_DATABASE"));
                var statement = raw.createStatement()) {
            statement.execute("INSERT INTO binding VALUES (2027, 'nobody', 'app', 'lisi', 0)");
        }
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains("1 行 binding 找不到"));
    }

    @Test
    void a_damaged_database_names_the_way_back() throws Exception {
        Files.writeString(folder.resolve("d.db"), "no database at all, but long enough to look like something");
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains("gradcheck restore"));
    }
}
