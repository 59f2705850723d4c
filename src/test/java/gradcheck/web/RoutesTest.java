package gradcheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gradcheck.app.TestBot;
import gradcheck.message.Incoming;
import gradcheck.turn.Answer;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import gradcheck.wecom.door.Door;
import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every route there is, and what somebody gets from it who has no signature, no page and no business. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    /** A new route stands here first, with what a stranger may see of it. */
    private static final Map<String, Integer> A_STRANGER_GETS = Map.of(
            "GET /wecom/callback", 403,
            "POST /wecom/callback", 403,
            "GET /health", 200,
            "GET /ready", 200,
            "GET /live", 200,
            "GET /p/{token}", 200,
            "POST /p/{token}", 200,
            // These three in a rehearsal only, on a machine with a make-believe platform (interface.md §2).
            "GET /inspect/people", 200,
            "GET /inspect/person/{userid}", 200,
            "POST /inspect/clock", 400);

    private final List<Incoming> taken = new ArrayList<>();
    private final List<Consumer<RoutesConfig>> all = new ArrayList<>();
    private TestBot bot;
    private WebServer server;
    private int port;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        bot = new TestBot(folder, Map.of(), Map.of("GRADCHECK_PUBLIC_URL", "http://127.0.0.1:1"));
        WecomSettings settings = new WecomSettings(
                "wwcorp",
                1,
                new Secret("s"),
                List.of(new WecomSettings.Lock(
                        new Secret("tok"), new Secret("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"))),
                "http://x");
        all.add(new CallbackRoute(new Door(settings, Clock.systemUTC(), new SecureRandom()), (incoming, at) -> {
            taken.add(incoming);
            return CompletableFuture.completedFuture(new Answer.Silence());
        }));
        all.add(new HealthRoute(() -> new HealthRoute.Health(true, Map.of("status", "up")), () -> true));
        all.add(new PageRoutes(bot.pages(), Optional.empty(), "http://127.0.0.1:1", new SecureRandom()));
        all.add(new InspectRoutes(bot.store(), bot.season(), at -> {}));
        all.add(new Statuses((route, status) -> {}));
        server = new WebServer(new WebServer.Address("127.0.0.1", 0), all);
        port = server.start();
    }

    @AfterAll
    void stop() {
        server.close();
        bot.close();
    }

    @Test
    void every_route_has_a_rule() {
        assertThat(server.routes()).containsExactlyInAnyOrderElementsOf(A_STRANGER_GETS.keySet());
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("gradcheck.web")
                                .stream()
                                .filter(c -> c.isAssignableTo(Consumer.class))
                                // On the loopback's own port; that the public one has none of it is MetricsTest's.
                                .filter(c -> !c.isEquivalentTo(MetricsRoute.class))
                                .map(c -> c.getName()))
                .as("whatever adds routes is tried here")
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(r -> r.getClass().getName()).toList());
    }

    @Test
    void a_stranger_gets_nothing_from_any_of_them() throws Exception {
        for (Map.Entry<String, Integer> rule : A_STRANGER_GETS.entrySet()) {
            String[] route = rule.getKey().split(" ", -1);
            String path = route[1].replace("{token}", "guessed").replace("{userid}", "nobody");
            String query = path.startsWith("/wecom") ? "?msg_signature=0&timestamp=1&nonce=n&echostr=AAAA" : "";
            String body = "<xml><Encrypt>AAAA</Encrypt></xml>";
            String answer = RawRequest.send(
                    port,
                    route[0] + " " + path + query + " HTTP/1.1\r\nHost: bot\r\nConnection: close\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body);
            assertThat(RawRequest.status(answer)).as(rule.getKey()).isEqualTo(rule.getValue());
            if (!path.startsWith("/inspect")) {
                assertThat(answer).doesNotContain("张三", "320230", "type=\"file\"");
            }
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void no_address_near_a_page_opens_it() throws Exception {
        Answer answer = bot.take(new Incoming.Text(bot.named("王老师").orElseThrow(), "p", bot.now(), "导入"));
        String text = ((Answer.Says) answer).text();
        String token = text.substring(text.indexOf("/p/") + 3).strip();
        assertThat(get(token)).contains("打开");
        for (int i = 0; i < 200; i++) {
            int at = i % token.length();
            char other = ALPHABET.charAt((ALPHABET.indexOf(token.charAt(at)) + 1 + i / token.length()) % 64);
            String guess = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(get(guess)).as(guess).contains("已经失效");
        }
        for (String guess : List.of(token.substring(1), token + "A", token.toLowerCase(Locale.ROOT), "%25", "*")) {
            assertThat(get(guess)).as(guess).contains("已经失效");
        }
    }

    private String get(String token) throws Exception {
        return RawRequest.send(port, "GET /p/" + token + " HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n");
    }
}
