package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import gradcheck.EverythingLogged;
import gradcheck.domain.value.CertificateNumber;
import gradcheck.domain.value.CertificateType;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.store.engine.Backups;
import gradcheck.turn.Answer;
import gradcheck.web.Uploading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * What the bot leaves on the disk after everything that touches certificate numbers: the roster's upload, a confirmation, a
 * correction, a binding, numbers typed into the chat. The raw files are searched, in every encoding they could be in.
 */
class AtRestTest {
    private static final String STUDENT = "320230188001";
    private static final String OTHER = "320230188002";
    /** In the roster; both end with X, so that no hash or id holds their last signs by chance. */
    private static final String IN_ROSTER = endingWithX("62999920050417");

    private static final String OF_OTHER = endingWithX("62999920040228");
    private static final String CORRECTED = endingWithX("62999920030606");
    private static final String TYPED = endingWithX("62999920020909");
    private static final String REFUSED = endingWithX("62999920010203");
    private static final String PHONE = "13981234567";
    private static final String PASSWORD = "Xk9#canary7";
    private static final List<String> CANARIES = List.of(
            IN_ROSTER, OF_OTHER, CORRECTED, TYPED, REFUSED, PHONE, PASSWORD, OF_OTHER.substring(12), "62999920010203");
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @TempDir
    Path folder;

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final FileAppender<ILoggingEvent> log = new FileAppender<>();
    private EverythingLogged everything;
    private TestBot bot;
    private int count;

    private static String endingWithX(String first) {
        return IntStream.range(100, 1000)
                .mapToObj(i -> first + i + "X")
                .filter(n -> CertificateNumber.checks(CertificateType.RESIDENT, n))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void start() throws Exception {
        PatternLayoutEncoder layout = new PatternLayoutEncoder();
        layout.setContext(context);
        layout.setPattern("%level %logger %msg%n%ex");
        layout.start();
        log.setContext(context);
        log.setFile(folder.resolve("bot.log").toString());
        log.setEncoder(layout);
        log.start();
        everything = new EverythingLogged(log);
        bot = new TestBot(folder, Map.of(), Map.of("GRADCHECK_PUBLIC_URL", "http://127.0.0.1:1"));
    }

    @AfterEach
    void stop() {
        everything.close();
        log.stop();
        bot.close();
    }

    private String say(String account, String text) {
        count++;
        Answer answer = bot.take(new Incoming.Text(new PersonId(account), "n" + count, bot.now(), text));
        bot.doWhatIsDue();
        return answer instanceof Answer.Says says ? says.text() : "";
    }

    private void live() throws Exception {
        String secretary = bot.named("王老师").orElseThrow().value();
        String link = say(bot.named("李老师").orElseThrow().value(), "导入");
        String roster = "学号,姓名,学院,班级,证件类型,证件号码,企业微信账号\n" + STUDENT + ",陈晨,信息科学与工程学院,计算2301班,居民身份证," + IN_ROSTER + ",\n"
                + OTHER + ",林林,信息科学与工程学院,计算2301班,居民身份证," + OF_OTHER + ",\n"
                + "320230188003,,信息科学与工程学院,计算2301班,居民身份证," + REFUSED + ",\n";
        assertThat(Uploading.upload(
                        bot.pages(), link.substring(link.indexOf("/p/")).strip(), roster))
                .contains("新增 2 人");
        bot.doWhatIsDue();
        for (String text : List.of(
                "开始核对",
                "我的身份证号是" + TYPED,
                "已阅读",
                "密码是" + PASSWORD,
                "我电话" + PHONE,
                "证件号码",
                CORRECTED,
                "1",
                "1",
                TYPED,
                "我确认",
                "我的回执",
                "我的数据",
                "证件号码改为" + TYPED)) {
            say(STUDENT, text);
        }
        boolean corrected = bot.store().read(t -> t.corrections().of(bot.season(), STUDENT).stream()
                .anyMatch(c -> c.after().equals(CORRECTED)));
        assertThat(corrected)
                .as("the number that was asked for is kept, sealed")
                .isTrue();
        for (String text : List.of(OTHER, "林林", "00000X", OTHER, "林林", OF_OTHER.substring(12))) {
            say("linlin-wx", text);
        }
        say(secretary, "绑定 " + OTHER);
        for (String text : List.of("开始核对", "已阅读", "无误", "我确认")) {
            say("linlin-wx", text);
        }
        boolean bound = bot.store().read(t -> t.students()
                .byPerson(bot.season(), new PersonId("linlin-wx"))
                .isPresent());
        assertThat(bound).isTrue();
        for (String text : List.of("查 陈晨", "待审核", "报送", "导出 更正", "导出 名单", "查 " + TYPED, "通过 1")) {
            say(secretary, text);
        }
    }

    @Test
    void no_file_holds_a_number_a_phone_or_a_password() throws Exception {
        live();
        Backups.copy("jdbc:sqlite:" + folder.resolve("test.db"), folder.resolve("backup.db"), java.time.Instant.EPOCH);
        List<Path> files = files();
        assertThat(files)
                .extracting(p -> p.getFileName().toString())
                .contains("test.db", "test.db-wal", "backup.db", "bot.log");
        for (String name : List.of("test.db-wal", "backup.db")) {
            assertThat(holders(List.of(folder.resolve(name)), STUDENT))
                    .as("the search finds what is there")
                    .isNotEmpty();
        }
        assertThat(Files.size(folder.resolve("bot.log")))
                .as("the log was written")
                .isPositive();
        for (String canary : CANARIES) {
            assertThat(holders(files, canary)).as(canary).isEmpty();
        }
        bot.close();
        for (String canary : CANARIES) {
            assertThat(holders(files(), canary)).as("%s after the end", canary).isEmpty();
        }
    }

    @Test
    void the_search_would_find_it_in_any_encoding() throws Exception {
        for (Charset encoding : ENCODINGS) {
            Path file = folder.resolve("leak-" + encoding);
            Files.write(file, ("…" + TYPED + "…").getBytes(encoding));
            assertThat(holders(List.of(file), TYPED)).as("%s", encoding).containsExactly(file);
        }
    }

    /** Everything in the bot's folder, and what was left in the folder for temporary files. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(p -> !p.startsWith(folder.resolve("config")))
                    .forEach(files::add);
        }
        long start = Files.getLastModifiedTime(folder).toMillis() - 600_000;
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            all.filter(p -> isNew(p, start)).forEach(files::add);
        }
        return files;
    }

    private static boolean isNew(Path file, long since) {
        try {
            return Files.isRegularFile(file)
                    && Files.isReadable(file)
                    && Files.size(file) < 8_000_000
                    && Files.getLastModifiedTime(file).toMillis() > since
                    && file.getFileName().toString().matches("(?i).*(multipart|jetty|sqlite|etilqs|javalin).*");
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> holders(List<Path> files, String canary) throws IOException {
        List<Path> holders = new ArrayList<>();
        for (Path file : files) {
            String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            boolean holds = ENCODINGS.stream()
                    .map(e -> new String(canary.getBytes(e), StandardCharsets.ISO_8859_1))
                    .anyMatch(raw::contains);
            if (holds) {
                holders.add(file);
            }
        }
        return holders;
    }
}
