package gradcheck.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import gradcheck.message.Attachment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the platform is asked, for how long, and what is told of it when it goes wrong. */
class ApiTest {
    private static final int THREADS = 20;

    private final MockWebServer platform = new MockWebServer();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private Function<Integer, MockResponse> token = n -> says(given("TOKENCANARY" + n));
    private Function<RecordedRequest, MockResponse> answer = call -> says("{\"errcode\":0}");
    private Api api;

    @BeforeEach
    void start() throws Exception {
        platform.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean isToken = request.getTarget().startsWith("/cgi-bin/gettoken");
                (isToken ? tokens : calls).add(request.getTarget());
                return isToken ? token.apply(tokens.size()) : answer.apply(request);
            }
        });
        platform.start();
        api = api(Duration.ofSeconds(60));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private Api api(Duration limit) {
        String url = "http://127.0.0.1:" + platform.getPort();
        return new Api(
                new WecomSettings("ww", 7, new Secret("SECRETCANARY"), List.of(), url), Clock.systemUTC(), limit);
    }

    private static String given(String token) {
        return "{\"errcode\":0,\"access_token\":\"" + token + "\",\"expires_in\":7200}";
    }

    private static MockResponse says(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    /** Answers when everybody else waits for the one who asked. */
    private MockResponse whenAllWait(String body) {
        while (threads.stream()
                        .filter(thread -> thread.getState() == Thread.State.BLOCKED)
                        .count()
                < THREADS - 1) {
            Thread.onSpinWait();
        }
        return says(body);
    }

    /** Everybody at once; what each of them got, or what was thrown at them. */
    private List<Object> together(Callable<Object> asked) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task);
            threads.add(thread);
            return thread;
        });
        List<Future<Object>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(pool.submit(() -> {
                List<Object> got = new ArrayList<>();
                Throwable thrown = catchThrowable(() -> got.add(asked.call()));
                return thrown == null ? got.get(0) : thrown;
            }));
        }
        List<Object> results = new ArrayList<>();
        for (Future<Object> one : running) {
            results.add(one.get());
        }
        pool.shutdown();
        return results;
    }

    @Test
    void twenty_threads_that_find_their_token_ended_fetch_one_new_one() throws Exception {
        answer = call -> says(call.getTarget().endsWith("CANARY1") ? "{\"errcode\":42001}" : "{\"errcode\":0}");
        token = n -> n <= 2 ? whenAllWait(given("TOKENCANARY" + n)) : says(given("TOKENCANARY" + n));
        assertThat(together(() -> api.ask("/x", Map.of()))).doesNotHaveAnyElementsOfTypes(Throwable.class);
        assertThat(tokens).hasSize(2);
    }

    /** A wrong secret that is repeated gets the address blocked. */
    @Test
    void a_wrong_secret_is_shown_once_for_all_who_wait() throws Exception {
        String refused = "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}";
        token = n -> n == 1 ? whenAllWait(refused) : says(refused);
        assertThat(together(() -> api.ask("/x", Map.of()))).hasOnlyElementsOfType(NoToken.class);
        assertThat(tokens).hasSize(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void a_platform_that_gives_no_token_is_waited_for_once_and_asked_again_by_the_next() throws Exception {
        token = n -> n == 1 ? whenAllWait("<html>") : says(given("T"));
        assertThat(together(() -> api.ask("/x", Map.of()))).hasOnlyElementsOfType(NotSent.class);
        assertThat(tokens).hasSize(1);
        assertThat(api.ask("/x", Map.of()).get("errcode").getAsInt()).isZero();
        assertThat(tokens).hasSize(2);
    }

    /** It is valid for as long as the platform takes it, whatever was said of it before. */
    @Test
    void a_token_serves_until_the_platform_says_that_it_ended() throws Exception {
        token = n -> says("{\"errcode\":0,\"access_token\":\"T" + n + "\",\"expires_in\":1}");
        api.ask("/x", Map.of());
        api.ask("/x", Map.of());
        assertThat(tokens).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {40014, 42001})
    void a_token_that_is_refused_again_is_not_asked_for_a_third_time(int errcode) {
        answer = call -> says("{\"errcode\":" + errcode + "}");
        assertThatThrownBy(() -> api.call("/x", "{}")).isInstanceOf(ApiException.class);
        assertThat(tokens).hasSize(2);
        assertThat(calls).containsExactly("/x?access_token=TOKENCANARY1", "/x?access_token=TOKENCANARY2");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 40001, 41001, 45009, 60020})
    void no_other_refusal_is_repeated_or_costs_a_token(int errcode) {
        answer = call -> says("{\"errcode\":" + errcode + "}");
        assertThatThrownBy(() -> api.call("/x", "{}")).isInstanceOf(ApiException.class);
        assertThat(tokens).hasSize(1);
        assertThat(calls).hasSize(1);
    }

    /** It may have arrived. */
    @Test
    void a_call_whose_line_breaks_is_not_made_again() throws Exception {
        api.call("/x", "{}");
        answer = call -> new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
        assertThatThrownBy(() -> api.call("/x", "{}")).isInstanceOf(RuntimeException.class);
        assertThat(calls).hasSize(2);
    }

    /** Each byte of it comes in time. */
    @Test
    void an_answer_that_trickles_in_is_given_up() {
        api = api(Duration.ofMillis(700));
        answer = call -> new MockResponse.Builder()
                .body("{\"errcode\":0}" + " ".repeat(200))
                .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build();
        long before = System.nanoTime();
        assertThatThrownBy(() -> api.call("/x", "{}")).isInstanceOf(RuntimeException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void an_upload_names_its_kind_and_its_token() throws Exception {
        answer = call -> says("{\"errcode\":0,\"media_id\":\"mid\"}");
        assertThat(api.upload("file", new Attachment("a.xlsx", new byte[] {80, 75, 3, 4, 0, 0})))
                .isEqualTo("mid");
        assertThat(calls).containsExactly("/cgi-bin/media/upload?type=file&access_token=TOKENCANARY1");
    }

    @Test
    void whatever_is_thrown_tells_no_secret_and_no_token() {
        List<Runnable> faults = List.of(
                () -> answer = call -> says("{\"errcode\":48002,\"errmsg\":\"of TOKENCANARY1\"}"),
                () -> answer = call -> says("TOKENCANARY1"),
                () -> answer = call -> new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build(),
                () -> token = n -> says("{\"errcode\":40001,\"errmsg\":\"of SECRETCANARY\"}"),
                () -> token = n -> says("{\"errcode\":0,\"access_token\":{\"TOKENCANARY1\":1}}"),
                platform::close);
        for (Runnable fault : faults) {
            api = api(Duration.ofSeconds(10));
            fault.run();
            Throwable thrown = catchThrowable(() -> api.call("/x", "{}"));
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains("gradcheck.wecom.Api.").doesNotContain("CANARY");
        }
    }
}
