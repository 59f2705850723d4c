package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.EverythingLogged;
import gradcheck.ListedLog;
import gradcheck.domain.value.CertificateNumber;
import gradcheck.domain.value.CertificateType;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What should not have been typed stands nowhere afterwards: no table, no file, no log at its finest, no answer. */
class DiscretionTest {
    private static final String RESIDENT = valid("62999920030909741");
    private static final String OTHER = valid("62999920021111862");
    /** Numbers that nobody can take for anything else. */
    private static final List<String> PLAIN = List.of(RESIDENT, OTHER, "K734918(6)", "M87346512", "E73491826");
    /** What only its surroundings give away; and last six signs, which a newcomer is asked for. */
    private static final List<String> PERHAPS = List.of("73491826", "Xk9#canary7", "7K3Q9X", "740927");

    private static final List<String> CANARIES =
            Stream.concat(PLAIN.stream(), PERHAPS.stream()).toList();

    @TempDir
    Path folder;

    private final ListedLog logs = new ListedLog();
    private final List<String> answers = new ArrayList<>();
    private EverythingLogged everything;
    private TestBot bot;
    private int count;

    private static String valid(String first) {
        return Stream.of("0123456789X".split(""))
                .map(first::concat)
                .filter(n -> CertificateNumber.checks(CertificateType.RESIDENT, n))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void start() throws Exception {
        logs.start();
        everything = new EverythingLogged(logs);
        bot = new TestBot(folder);
    }

    @AfterEach
    void stop() {
        bot.close();
        everything.close();
    }

    private String say(String name, String text) {
        PersonId person = bot.named(name).orElseGet(() -> new PersonId(name));
        count++;
        Answer answer = bot.take(new Incoming.Text(person, "n" + count, bot.now(), text));
        bot.doWhatIsDue();
        String said = answer instanceof Answer.Says says ? says.text() : "";
        answers.add(said);
        return said;
    }

    private void sayAll(String name) {
        for (String canary : CANARIES) {
            say(name, "我的证件号是" + canary + "，密码是" + canary);
        }
        for (String canary : PLAIN) {
            say(name, canary);
            say(name, "查 " + canary);
        }
    }

    @Test
    void a_number_typed_anywhere_stands_nowhere() throws Exception {
        sayAll("nobody-wx");
        for (String step : List.of("320230100003", "张三", "7K3Q9X", "320230100003", "张三", "740927")) {
            say("nobody-wx", step);
            say("nobody-wx", RESIDENT);
        }
        sayAll("王老师");
        for (String step : List.of(
                "进度",
                "开始核对",
                "已阅读",
                "专业改为法学",
                "图像校对",
                "1",
                "1",
                "开始核对",
                "证件号码",
                OTHER,
                "1",
                "1",
                "联系老师",
                "我确认",
                "删除我的聊天记录",
                "2",
                "我的数据")) {
            if (!step.equals(OTHER)) {
                say("王五", RESIDENT + "x".repeat(2001));
                say("王五", "我是" + RESIDENT + "对吗");
            }
            say("王五", step);
        }
        assertThat(bot.store().read(t -> t.corrections().of(bot.season(), "320230100002")).stream()
                        .map(c -> c.after()))
                .as("the one that was asked for is kept, sealed")
                .contains(OTHER);
        assertNowhere();
    }

    private void assertNowhere() throws Exception {
        bot.close();
        List<String> places = new ArrayList<>(answers);
        logs.list.forEach(e -> places.add(e.getFormattedMessage() + e.getThrowableProxy()));
        assertThat(logs.list).as("the log was listened to").isNotEmpty();
        bot.sent().forEach(s -> places.add(s.text()));
        bot.cards().forEach(s -> places.add(s.text()));
        places.addAll(rows());
        for (String canary : CANARIES) {
            assertThat(places).noneMatch(place -> place.contains(canary));
            assertThat(files()).noneMatch(file -> file.contains(canary));
        }
    }

    private List<String> rows() throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                var statement = raw.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            rows.add(String.valueOf(row.getString(i)));
                        }
                    }
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(1000);
        return rows;
    }

    private List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
