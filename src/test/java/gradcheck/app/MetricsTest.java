package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import gradcheck.cli.ChatCommand;
import gradcheck.config.ConfigFaults;
import gradcheck.config.Environment;
import gradcheck.message.Incoming;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.metrics.Metrics;
import gradcheck.outbox.Channel;
import gradcheck.outbox.SendOutcome;
import gradcheck.store.Stores;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.turn.RateLimit;
import gradcheck.web.HealthRoute;
import gradcheck.web.MetricsRoute;
import gradcheck.web.Statuses;
import gradcheck.web.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of the running bot: right numbers, nobody's name, and every number the dashboard and the alerts ask for. */
class MetricsTest {
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(\\{[^}]*})? (-?[0-9.E+-]+|NaN)");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\\bgradcheck_[a-z_]+");
    private static final Pattern ASKED = Pattern.compile("(gradcheck_[a-z_]+)\\{([^}]*)}");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Clock.systemUTC());
    private final Metrics metrics = new Metrics();
    private SendOutcome outcome = new SendOutcome.Sent("1");
    private AppContext ready;
    private Bot bot;
    private MetricsRegistry gauges;
    private Background background;
    private WebServer server;
    private int port;
    private int count;

    @BeforeEach
    void start() throws Exception {
        ready = AppContext.open(new Environment(Map.of(
                "GRADCHECK_DATABASE",
                "jdbc:sqlite:" + folder.resolve("m.db"),
                "GRADCHECK_DATA_KEY",
                Base64.getEncoder().encodeToString(new byte[32]))));
        clock.standAt(Instant.parse("2027-03-15T02:00:00Z"));
        ChatCommand.loadSample(ready.store(), ready.settings(), clock);
        gauges = new MetricsRegistry(metrics);
        Channel channel = gauges.counted((to, message, call) -> outcome);
        bot = new Bot(
                ready.settings(),
                ready.copy(),
                new Bot.Ground(ready.store(), channel, clock, new SecureRandom(), false, RateLimit.FREE));
        background = new Background(bot, gauges::failed);
        new Readings(ready, clock).addTo(metrics, Optional::empty, background::ageSeconds);
        server = new WebServer(
                new WebServer.Address("127.0.0.1", 0),
                List.of(
                        new Statuses(gauges.responses()),
                        new HealthRoute(() -> new HealthRoute.Health(true, Map.of("status", "up")), () -> true),
                        new MetricsRoute(Metrics.CONTENT_TYPE, metrics::text)));
        port = server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        ready.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Every number by its name and labels; a line that is none fails. */
    private Map<String, Double> scraped() throws Exception {
        Map<String, Double> samples = new TreeMap<>();
        get("/metrics").body().lines().filter(l -> !l.startsWith("#")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches() || line.contains("+Inf")).as(line).isTrue();
            int space = line.lastIndexOf(' ');
            samples.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
        });
        return samples;
    }

    private void say(String who, String text) {
        Enrolled student =
                ready.store().read(t -> t.students().byName(2027, who)).get(0);
        say(student.person(), text);
    }

    private void say(PersonId person, String text) {
        count++;
        gauges.timed(bot.turns()::take)
                .apply(new Incoming.Text(person, "m" + count, clock.instant(), text), clock.instant())
                .join();
    }

    private void liveALittle() throws Exception {
        List.of("开始核对", "已阅读", "无误", "我确认", "火星上有什么", "联系老师").forEach(w -> say("李四", w));
        queue("one");
        background.round();
        outcome = new SendOutcome.Refused(OutcomeCause.INVALID, "81013", "nobody");
        queue("two");
        background.round();
        get("/health");
        get("/nothing");
    }

    private void queue(String id) {
        PersonId to = new PersonId("somebody");
        ready.store()
                .write(t -> t.parcels()
                        .queue(
                                gradcheck.store.outbox.OutboxCodec.Label.reply(id, to, clock.instant()),
                                new Outgoing.Text(id),
                                clock.instant()))
                .join();
    }

    @Test
    void what_happened_is_counted() throws Exception {
        liveALittle();
        Map<String, Double> now = scraped();
        assertThat(now.entrySet().stream()
                        .filter(e -> e.getKey().startsWith("gradcheck_turns_total{kind=\"text\""))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
                .isEqualTo(6);
        assertThat(now)
                .containsEntry("gradcheck_turn_seconds_count", 6.0)
                .containsEntry("gradcheck_turn_seconds_bucket{le=\"+Inf\"}", 6.0)
                .containsEntry("gradcheck_sends_total{outcome=\"refused\",code=\"81013\"}", 1.0)
                .containsEntry("gradcheck_http_responses_total{route=\"health\",status=\"200\"}", 1.0)
                .containsEntry("gradcheck_http_responses_total{route=\"other\",status=\"404\"}", 1.0)
                .containsEntry("gradcheck_students", 120.0)
                .containsEntry("gradcheck_confirmed_students", 1.0)
                .containsEntry("gradcheck_database_up", 1.0)
                .containsEntry("gradcheck_outbox_due", 0.0);
        assertThat(now.get("gradcheck_faq_misses")).isPositive();
        assertThat(now.get("gradcheck_budget_left")).isLessThan(now.get("gradcheck_budget_day"));
        assertThat(now.get("gradcheck_database_bytes")).isPositive();
    }

    @Test
    void what_waits_and_what_fails_is_seen() throws Exception {
        outcome = new SendOutcome.TryLater(OutcomeCause.WRONG_SETTINGS, "60020", "no", Duration.ofMinutes(15));
        queue("one");
        clock.standAt(clock.instant().plusSeconds(400));
        Map<String, Double> now = scraped();
        assertThat(now).containsEntry("gradcheck_outbox_due", 1.0).containsEntry("gradcheck_outbox_age_seconds", 400.0);
        ready.close();
        background.round();
        now = scraped();
        assertThat(now).containsEntry("gradcheck_background_failures_total", 1.0);
    }

    @Test
    void a_dead_database_is_told_and_its_numbers_are_none() throws Exception {
        AppContext broken = new AppContext(
                new Environment(Map.of("GRADCHECK_DATABASE", "jdbc:sqlite:" + folder.resolve("m.db"))),
                ready.settings(),
                ready.copy(),
                Stores.open(
                        "jdbc:sqlite:" + folder.resolve("n.db"),
                        new gradcheck.store.crypto.FieldCipher(
                                Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom())),
                new SecureRandom());
        try (var raw = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("n.db"));
                var statement = raw.createStatement()) {
            statement.execute("DROP TABLE outbox");
        }
        Metrics other = new Metrics();
        new Readings(broken, clock).addTo(other, Optional::empty, () -> 0);
        assertThat(other.text()).contains("\ngradcheck_database_up 0\n", "\ngradcheck_outbox_due NaN\n");
        broken.close();
    }

    @Test
    void nobody_is_named() throws Exception {
        liveALittle();
        String text = get("/metrics").body();
        List<String> personal = new ArrayList<>();
        for (Enrolled e : ready.store().<List<Enrolled>>read(t -> t.students().ofCollege(2027, ""))) {
            personal.addAll(List.of(
                    e.student().name(),
                    e.student().number(),
                    e.person().value(),
                    e.student().college()));
        }
        assertThat(personal).isNotEmpty().noneMatch(text::contains);
    }

    @Test
    void the_dashboard_and_the_alerts_ask_only_for_numbers_there_are() throws Exception {
        liveALittle();
        Map<String, Set<String>> labels = new HashMap<>();
        for (String sample : scraped().keySet()) {
            Set<String> of = labels.computeIfAbsent(sample.replaceFirst("\\{.*", ""), n -> new TreeSet<>());
            Matcher label = LABEL.matcher(sample);
            while (label.find()) {
                of.add(label.group(1));
            }
        }
        List<String> asked = new ArrayList<>();
        JsonNode dashboard = new ObjectMapper()
                .readTree(Path.of("config/grafana-dashboard.json").toFile());
        dashboard.get("panels").forEach(p -> p.get("targets")
                .forEach(t -> asked.add(t.get("expr").asText())));
        JsonNode alerts = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("config/alerts.yml").toFile());
        alerts.get("groups").forEach(g -> g.get("rules").forEach(rule -> {
            assertThat(rule.get("annotations").get("action").asText()).isNotBlank();
            asked.add(rule.get("expr").asText());
        }));
        assertThat(asked).hasSizeGreaterThan(30);
        for (String expression : asked) {
            List<MatchResult> names = NAME.matcher(expression).results().toList();
            assertThat(!names.isEmpty() || expression.startsWith("up{"))
                    .as(expression)
                    .isTrue();
            names.forEach(n -> assertThat(labels).as(expression).containsKey(n.group()));
            ASKED.matcher(expression).results().forEach(sample -> {
                for (String part : sample.group(2).split(",\\s*", -1)) {
                    String label = part.replaceFirst("[!=~].*", "");
                    assertThat(labels.get(sample.group(1))).as(expression).contains(label);
                }
            });
        }
    }

    @Test
    void the_port_is_the_loopbacks_and_off_where_none_is_named() throws Exception {
        assertThat(Admin.port(new Environment(Map.of()))).isEmpty();
        assertThatThrownBy(() -> Admin.port(new Environment(Map.of("GRADCHECK_ADMIN_PORT", "99999"))))
                .isInstanceOf(ConfigFaults.class)
                .hasMessageContaining("99999");
        assertThat(Admin.serve(Optional.empty(), metrics)).isEmpty();
    }
}
