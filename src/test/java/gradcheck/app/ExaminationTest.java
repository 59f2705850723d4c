package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
class ExaminationTest {
    @TempDir
    Path folder;

    private final MockWebServer platform = new MockWebServer();
    private final Map<String, String> variables = new HashMap<>();
    private String agent = "{\"errcode\":0,\"agentid\":1000002,\"close\":0}";
    private String token = "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}";

    @BeforeEach
    void start() throws Exception {
        platform.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getTarget().startsWith("/cgi-bin/gettoken") ? token : agent;
                return new MockResponse.Builder().body(body).build();
            }
        });
        platform.start();
        variables.putAll(Map.of(
                "WECOM_CORP_ID", "ww1",
                "WECOM_AGENT_ID", "1000002",
                "WECOM_SECRET", "CANARY",
                "WECOM_TOKEN", "t",
                "WECOM_ENCODING_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
                "WECOM_API_URL", "http://127.0.0.1:" + platform.getPort(),
                "GRADCHECK_DATABASE", "jdbc:sqlite:" + folder.resolve("d.db"),
                "GRADCHECK_DATA_KEY", Base64.getEncoder().encodeToString(new byte[32])));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private List<Examination.Finding> faults() {
        return new Examination(new Environment(variables), Clock.systemUTC())
                .all().stream().filter(f -> !f.isGood()).toList();
    }

    private String said() {
        return String.join(
                "\n",
                new Examination(new Environment(variables), Clock.systemUTC())
                        .all().stream().map(Examination.Finding::words).toList());
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
    @CsvSource({"60020,可信", "301002,同一个应用", "48006,重新启用", "77777,77777"})
    void an_errcode_comes_with_its_cure(int code, String cure) {
        agent = "{\"errcode\":" + code + ",\"errmsg\":\"no\"}";
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains(cure));
    }

    @Test
    void a_wrong_secret_is_told_apart() {
        token = "{\"errcode\":40001,\"errmsg\":\"no\"}";
        assertThat(faults())
                .anySatisfy(f -> assertThat(f.words()).contains("40001").contains("Secret"));
    }

    @Test
    void a_damaged_database_names_the_way_back() throws Exception {
        Files.writeString(folder.resolve("d.db"), "no database at all, but long enough to look like something");
        assertThat(faults()).anySatisfy(f -> assertThat(f.words()).contains("gradcheck restore"));
    }
}
