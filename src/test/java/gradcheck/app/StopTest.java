package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.cli.ChatCommand;
import gradcheck.config.Environment;
import gradcheck.log.Cause;
import gradcheck.message.PersonId;
import gradcheck.store.people.Students.Enrolled;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real process is told to stop while people write and messages go out: it does, soon, and nothing is lost. */
@Tag("long")
@Timeout(120)
class StopTest {
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final int WRITERS = 4;
    private static final int UNDER_LOAD = 60;
    /** What a service manager grants, as the README promises it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Pattern LINE = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\S+( [a-z_]+=(\"[^\"]*\"|[^\\s\"=]+))+", Pattern.UNICODE_CHARACTER_CLASS);

    @TempDir
    Path folder;

    private final MockWebServer platform = new MockWebServer();
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(1_000);
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Map<String, String> variables = new HashMap<>();
    private List<Enrolled> students = List.of();

    private void prepare() throws Exception {
        platform.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getTarget().startsWith("/cgi-bin/gettoken")
                        ? "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}"
                        : "{\"errcode\":0,\"msgid\":\"1\"}";
                return new MockResponse.Builder()
                        .body(body)
                        .headersDelay(200, TimeUnit.MILLISECONDS)
                        .build();
            }
        });
        platform.start();
        variables.put("WECOM_CORP_ID", "wwcorp");
        variables.put("WECOM_AGENT_ID", "1");
        variables.put("WECOM_SECRET", "s");
        variables.put("WECOM_TOKEN", "tok");
        variables.put("WECOM_ENCODING_AES_KEY", KEY);
        variables.put("WECOM_API_URL", "http://127.0.0.1:" + platform.getPort());
        variables.put("GRADCHECK_HOST", "127.0.0.1");
        variables.put("GRADCHECK_PORT", Integer.toString(freePort()));
        variables.put("GRADCHECK_ADMIN_PORT", Integer.toString(freePort()));
        variables.put("GRADCHECK_DATABASE", "jdbc:sqlite:" + folder.resolve("bot.db"));
        variables.put("GRADCHECK_DATA_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        try (AppContext ready = AppContext.open(new Environment(variables))) {
            ChatCommand.loadSample(ready.store(), ready.settings(), Clock.systemUTC());
            students = ready.store().read(t -> t.students().ofCollege(2027, ""));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process started() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "gradcheck.cli.Main",
                "serve");
        builder.environment().putAll(variables);
        builder.redirectError(folder.resolve("log").toFile());
        builder.redirectOutput(folder.resolve("out").toFile());
        Process process = builder.start();
        while (!log().contains("event=ready")) {
            assertThat(process.isAlive()).as(log()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return process;
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
    }

    /** Writes as long as the bot answers; keeps what was answered 200. */
    private void write(int writer) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        for (int i = writer; !isOver.get(); i += WRITERS) {
            long id = ids.incrementAndGet();
            String who = students.get(i % students.size()).person().value();
            try {
                HttpResponse<String> answer =
                        http.send(message(who, id), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (answer.statusCode() == 200) {
                    acknowledged.put(id, who);
                }
            } catch (IOException e) {
                // It is going down: what got no answer the platform sends again.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private HttpRequest message(String who, long id) {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setToken("tok");
        config.setCorpId("wwcorp");
        config.setAesKey(KEY);
        String now = Long.toString(Clock.systemUTC().instant().getEpochSecond());
        String encrypted = new WxCpCryptUtil(config)
                .encrypt(
                        "0123456789abcdef",
                        "<xml><FromUserName>" + who + "</FromUserName><CreateTime>" + now
                                + "</CreateTime><MsgType>text</MsgType><Content>开始核对</Content><MsgId>" + id
                                + "</MsgId></xml>");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + variables.get("GRADCHECK_PORT")
                        + "/wecom/callback?msg_signature=" + SHA1.gen("tok", now, "n", encrypted) + "&timestamp=" + now
                        + "&nonce=n"))
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofString("<xml><Encrypt>" + encrypted + "</Encrypt></xml>"))
                .build();
    }

    private String scrape() throws Exception {
        URI metrics = URI.create("http://127.0.0.1:" + variables.get("GRADCHECK_ADMIN_PORT") + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private int publicStatusOfMetrics() throws Exception {
        URI metrics = URI.create("http://127.0.0.1:" + variables.get("GRADCHECK_PORT") + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private int count(String sql) throws Exception {
        try (var raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bot.db"));
                ResultSet row = raw.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void told_to_stop_under_load_it_stops_in_time_and_loses_nothing() throws Exception {
        prepare();
        Process process = started();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.execute(() -> write(writer));
            }
            while (acknowledged.size() < UNDER_LOAD) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(scrape()).contains("gradcheck_turns_total{kind=\"text\"");
            assertThat(publicStatusOfMetrics()).isEqualTo(404);
            long told = System.nanoTime();
            process.destroy();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            System.out.printf(
                    "stopped after %.2f s, %d answered%n", (System.nanoTime() - told) / 1e9, acknowledged.size());
        } finally {
            isOver.set(true);
            writers.shutdown();
            assertThat(writers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            process.destroyForcibly();
            platform.close();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(UNDER_LOAD);
        try (AppContext ready = AppContext.open(new Environment(variables))) {
            assertThat(acknowledged).allSatisfy((id, who) -> {
                boolean isKnown = ready.store().read(t -> t.inbox().knows(new PersonId(who), "m:" + id));
                assertThat(isKnown).isTrue();
            });
        }
        assertThat(count("SELECT COUNT(*) FROM outbox WHERE state = 'sending'")).isZero();
        assertThat(count("SELECT COUNT(*) FROM batch WHERE state = 'open'")).isZero();
        assertThat(count("SELECT COUNT(*) FROM batch WHERE state = 'settled'")).isPositive();
        assertThat(log()).contains("event=stopped");
        assertThat(log().lines()).allMatch(line -> LINE.matcher(line).matches());
    }

    @Test
    void a_failure_is_told_by_its_kind_and_place_and_never_quotes_what_it_failed_on() {
        var database = new java.sql.SQLException("[SQLITE_FULL] database or disk is full\n\"x\"");
        var failure = new IllegalStateException("arguments:{name:李四}", new RuntimeException("李四", database));
        String told = Cause.of(failure);
        assertThat(told)
                .startsWith("\"IllegalStateException by RuntimeException by SQLException at StopTest.java:")
                .contains("[SQLITE_FULL] database or disk is full")
                .doesNotContain("李四", "\n");
        assertThat("2027-03-15T10:00:00.000Z event=x cause=" + told).matches(LINE);
        assertThat("2027-03-15T10:00:00.000Z event=x why=two words").doesNotMatch(LINE);
    }
}
