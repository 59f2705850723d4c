package gradcheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.app.AppContext;
import gradcheck.app.PlatformSettings;
import gradcheck.cli.doctor.Doctor;
import gradcheck.web.WebServer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sets the bot up hears of every wrong variable at once, by its name and in Chinese. */
class SettingsTest {
    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void right() {
        variables.putAll(PlatformSettings.of("http://127.0.0.1:9", folder));
    }

    private String faults() {
        try {
            Settings.check(new Environment(variables));
            return "";
        } catch (ConfigFaults e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String doctorsFaults() {
        return new Doctor(new Environment(variables), Clock.systemUTC())
                .all().stream()
                        .filter(f -> !f.isGood())
                        .map(Doctor.Finding::words)
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void right_settings_have_no_fault() {
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WECOM_AGENT_ID,CANARY,数字",
        "WECOM_API_URL,https://x/cgi-bin/,没有斜杠",
        "WECOM_ENCODING_AES_KEY,SECRET,43",
        "WECOM_ENCODING_AES_KEY,abcdefghijklmnopqrstuvwxyz0123456789ABCDE!!,43",
        "WECOM_ENCODING_AES_KEY_PREVIOUS,SECRET,43",
        "GRADCHECK_DATA_KEY,SECRET,openssl",
        "GRADCHECK_DATA_KEY_PREVIOUS,SECRET,32 字节",
        "GRADCHECK_PORT,99999,65535",
        "GRADCHECK_PORT,web,65535",
        "GRADCHECK_ADMIN_PORT,-1,65535",
        "GRADCHECK_ADMIN_PORT,8080,同一个端口",
        "GRADCHECK_HOST,192.0.2.1,自己的地址",
        "GRADCHECK_DATABASE,data.db,jdbc:sqlite:",
        "GRADCHECK_DATABASE,jdbc:sqlite:,jdbc:sqlite:",
        "GRADCHECK_DATABASE,jdbc:sqlite::memory:,文件名",
        "GRADCHECK_PUBLIC_URL,your.host,https://",
        "GRADCHECK_REHEARSAL,yes,true",
        "GRADCHECK_SEASON,27,年份",
        "GRADCHECK_ZONE,Beijing,时区"
    })
    void a_wrong_value_is_told_with_its_variable_at_the_start_and_by_doctor(String name, String value, String cure)
            throws Exception {
        variables.put(name, value);
        String atTheStart = faults();
        if (atTheStart.isEmpty()) {
            assertThatThrownBy(() -> Config.read(new Environment(variables))).hasMessageContainingAll(name, cure);
        } else {
            assertThat(atTheStart).contains(name, cure).doesNotContain("SECRET");
            assertThat(atTheStart.lines()).hasSize(1);
        }
        if (!name.equals("GRADCHECK_ADMIN_PORT")) {
            assertThat(doctorsFaults()).contains(name).doesNotContain("=SECRET");
        }
    }

    @Test
    void what_is_missing_and_what_is_wrong_come_together_with_the_configs_faults() throws Exception {
        variables.keySet().removeAll(List.of("WECOM_TOKEN", "GRADCHECK_DATA_KEY"));
        variables.put("GRADCHECK_PORT", "web");
        variables.put("GRADCHECK_CONFIG", folder.resolve("none").toString());
        assertThat(faults().lines())
                .hasSize(4)
                .anyMatch(l -> l.contains("WECOM_TOKEN_FILE"))
                .anyMatch(l -> l.contains("openssl rand -base64 32"))
                .anyMatch(l -> l.contains("GRADCHECK_PORT"))
                .anyMatch(l -> l.contains("GRADCHECK_CONFIG"));
    }

    @Test
    void a_secrets_file_that_is_missing_or_empty_is_told_and_one_with_a_line_end_is_read() throws Exception {
        variables.remove("WECOM_SECRET");
        Path file = folder.resolve("secret");
        variables.put("WECOM_SECRET_FILE", file.toString());
        assertThat(faults()).contains("WECOM_SECRET_FILE", file.toString());
        assertThat(doctorsFaults()).contains("WECOM_SECRET_FILE");
        Files.writeString(file, "\n");
        assertThat(faults()).contains("WECOM_SECRET_FILE", "空的");
        Files.writeString(file, "s\r\n");
        assertThat(faults()).isEmpty();
        assertThat(new Environment(variables).get("WECOM_SECRET")).contains("s");
    }

    @Test
    void a_config_fault_is_not_blamed_on_the_data_key() throws Exception {
        AppContext.open(new Environment(variables)).close();
        variables.put("GRADCHECK_CONFIG", folder.resolve("none").toString());
        assertThat(doctorsFaults()).contains("GRADCHECK_CONFIG", "没有查").doesNotContain("打不开库里的证件号码");
    }

    @Test
    void a_taken_port_is_told_with_its_address() {
        try (WebServer first = new WebServer(new WebServer.Address("127.0.0.1", 0), List.of())) {
            int port = first.start();
            WebServer second = new WebServer(new WebServer.Address("127.0.0.1", port), List.of());
            assertThatThrownBy(second::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("127.0.0.1:" + port);
            assertThat(TerminalText.of("port.taken", "127.0.0.1:" + port)).contains("GRADCHECK_PORT");
        }
    }

    @Test
    void the_loopback_and_every_address_are_this_machines() {
        for (String host : List.of("127.0.0.1", "0.0.0.0", "localhost", "::")) {
            variables.put("GRADCHECK_HOST", host);
            assertThatCode(() -> Settings.check(new Environment(variables)))
                    .as(host)
                    .doesNotThrowAnyException();
        }
    }
}
