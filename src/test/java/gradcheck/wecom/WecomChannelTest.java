package gradcheck.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.EverythingLogged;
import gradcheck.ListedLog;
import gradcheck.message.Attachment;
import gradcheck.message.Choice;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.Channel;
import gradcheck.outbox.SendOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a call to the platform can end, against a real HTTP server. */
class WecomChannelTest {
    private static final List<PersonId> ONE = List.of(new PersonId("LiSi"));
    private static final Outgoing TEXT = new Outgoing.Text("你好 <b> \"引号\" ]]>");

    private final MockWebServer platform = new MockWebServer();
    private final AtomicInteger tokens = new AtomicInteger();
    private final List<String> bodies = new ArrayList<>();
    private Function<Integer, MockResponse> answer = n -> ok("{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"m1\"}");
    private @Nullable MockResponse token;
    private WecomChannel channel;

    @BeforeEach
    void start() throws Exception {
        AtomicInteger sends = new AtomicInteger();
        platform.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getTarget().startsWith("/cgi-bin/gettoken") && token != null) {
                    return token;
                }
                if (request.getTarget().startsWith("/cgi-bin/gettoken")) {
                    return ok("{\"errcode\":0,\"access_token\":\"tok" + tokens.incrementAndGet()
                            + "\",\"expires_in\":7200}");
                }
                synchronized (bodies) {
                    bodies.add(request.getBody().utf8());
                }
                return answer.apply(sends.incrementAndGet());
            }
        });
        platform.start();
        String url = "http://127.0.0.1:" + platform.getPort();
        channel = new WecomChannel(
                new WecomSettings("wwcorp", 1000002, new Secret("CANARYSECRET"), List.of(), url), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private static MockResponse ok(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    @Test
    void two_calls_that_say_the_same_are_two_and_a_call_made_again_is_the_same() {
        channel.send(ONE, TEXT, "c1");
        channel.send(ONE, TEXT, "c2");
        channel.send(ONE, TEXT, "c1");
        assertThat(bodies.get(1)).isNotEqualTo(bodies.get(0));
        assertThat(bodies.get(2)).isEqualTo(bodies.get(0));
    }

    @Test
    void a_text_is_sent_with_the_platforms_duplicate_check() {
        assertThat(channel.send(ONE, TEXT, "c1")).isEqualTo(new SendOutcome.Sent("m1"));
        assertThat(bodies.get(0))
                .contains("\"touser\":\"lisi\"", "\"agentid\":1000002", "\"enable_duplicate_check\":1")
                .containsPattern("\"duplicate_check_interval\":(13[5-9]|14[0-4])\\d\\d\\b")
                .doesNotContain("\\u", "\"safe\"");
    }

    /** Else the repeat of a call that had arrived after all would be a second message. */
    @Test
    void the_platform_is_asked_to_know_a_call_for_longer_than_it_may_be_made_again() {
        Duration slowest = Duration.ofSeconds(60);
        Set<Integer> windows = IntStream.range(0, 20_000)
                .map(i -> WecomChannel.window("call" + i))
                .boxed()
                .collect(Collectors.toSet());
        assertThat(Collections.min(windows))
                .isGreaterThan((int) Channel.MADE_AGAIN.plus(slowest).toSeconds());
        assertThat(Collections.max(windows))
                .isLessThanOrEqualTo((int) Duration.ofHours(4).toSeconds());
        assertThat(windows).hasSizeGreaterThan(800);
    }

    @Test
    void a_file_is_uploaded_first_and_sent_by_its_media_id() {
        answer = n -> ok(
                n == 1
                        ? "{\"errcode\":0,\"type\":\"file\",\"media_id\":\"mid7\",\"created_at\":\"1\"}"
                        : "{\"errcode\":0,\"msgid\":\"m2\"}");
        Outgoing file = new Outgoing.File(new Attachment("未核对.xlsx", new byte[] {80, 75, 3, 4, 0, 0}));
        assertThat(channel.send(ONE, file, "c1")).isEqualTo(new SendOutcome.Sent("m2"));
        assertThat(bodies.get(0)).contains("name=\"media\"").contains("未核对.xlsx");
        assertThat(bodies.get(1)).contains("\"msgtype\":\"file\"").contains("\"media_id\":\"mid7\"");
    }

    @Test
    void a_cards_answer_names_the_code_by_which_it_is_updated() {
        answer = n -> ok("{\"errcode\":0,\"msgid\":\"m3\",\"response_code\":\"rc1\"}");
        Outgoing card = new Outgoing.Card(
                "t1", "审核", "民族", List.of(new Outgoing.Fact("姓名", "李四")), List.of(new Choice("通过", "通过 1")));
        assertThat(channel.send(ONE, card, "c1")).isEqualTo(new SendOutcome.Sent("m3", "rc1"));
        assertThat(bodies.get(0)).contains("\"keyname\":\"姓名\"").contains("\"key\":\"通过 1\"");
    }

    @Test
    void a_cards_body_stands_beside_the_title_while_it_is_short_and_below_it_when_it_is_long() {
        String longer = "长".repeat(45);
        for (String body : List.of("民族", longer)) {
            channel.send(ONE, new Outgoing.Card("t", "审核", body, List.of(), List.of(new Choice("通过", "通过 1"))), "c1");
        }
        assertThat(bodies.get(0)).contains("\"desc\":\"民族\"").doesNotContain("sub_title_text");
        assertThat(bodies.get(1))
                .contains("\"sub_title_text\":\"" + longer + "\"")
                .doesNotContain("desc");
    }

    /** Whoever could redirect a call could point it at the inside of the university's network. */
    @Test
    void a_redirect_leads_nowhere() {
        answer = n -> new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "http://127.0.0.1:" + platform.getPort() + "/latest/meta-data")
                .build();
        assertThat(channel.send(ONE, TEXT, "c1")).isNotInstanceOf(SendOutcome.Sent.class);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void twenty_threads_fetch_one_token() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Future<SendOutcome>> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add(threads.submit(() -> channel.send(ONE, TEXT, "c1")));
        }
        for (Future<SendOutcome> outcome : sent) {
            assertThat(outcome.get()).isInstanceOf(SendOutcome.Sent.class);
        }
        threads.shutdown();
        assertThat(tokens).hasValue(1);
    }

    @Test
    void an_expired_token_is_renewed_once_and_a_wrong_secret_never() {
        answer = n -> n == 1 ? ok("{\"errcode\":42001,\"errmsg\":\"expired\"}") : ok("{\"errcode\":0}");
        assertThat(channel.send(ONE, TEXT, "c1")).isInstanceOf(SendOutcome.Sent.class);
        assertThat(tokens).hasValue(2);
        answer = n -> ok("{\"errcode\":40001,\"errmsg\":\"bad secret\"}");
        assertThat(channel.send(ONE, TEXT, "c1")).isInstanceOf(SendOutcome.TryLater.class);
        assertThat(tokens).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,TryLater,BUSY",
        "6000,TryLater,BUSY",
        "45033,TryLater,TOO_MANY_AT_ONCE",
        "45009,TryLater,RATE_LIMIT",
        "40001,TryLater,WRONG_SETTINGS",
        "40056,TryLater,WRONG_SETTINGS",
        "48002,TryLater,WRONG_SETTINGS",
        "48006,TryLater,WRONG_SETTINGS",
        "50003,TryLater,WRONG_SETTINGS",
        "60020,TryLater,WRONG_SETTINGS",
        "301002,TryLater,WRONG_SETTINGS",
        "81013,Refused,INVALID",
        "40003,Refused,INVALID",
        "60111,Refused,INVALID",
        "46004,Refused,INVALID",
        "50002,Refused,OUT_OF_SCOPE",
        "60011,Refused,OUT_OF_SCOPE",
        "60021,Refused,OUT_OF_SCOPE",
        "45002,Refused,TOO_LONG",
        "43012,Refused,OTHER"
    })
    void an_errcode_becomes_its_outcome(String code, String kind, OutcomeCause cause) {
        answer = n -> ok("{\"errcode\":" + code + ",\"errmsg\":\"x\"}");
        SendOutcome outcome = channel.send(ONE, TEXT, "c1");
        assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(outcome.platformCode()).isEqualTo(code);
        assertThat(
                        outcome instanceof SendOutcome.TryLater later
                                ? later.cause()
                                : ((SendOutcome.Refused) outcome).cause())
                .isEqualTo(cause);
        assertThat(bodies).hasSize(1);
    }

    /** A12: some box in between answered, and {@code {"hello":1}} counted as sent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hello\":1}",
                "{}",
                "{\"errmsg\":\"ok\",\"msgid\":\"m1\"}",
                "{\"errcode\":\"0\"}",
                "{\"errcode\":null}",
                "{\"errcode\":false}",
                "{\"errcode\":[0]}",
                "{\"errcode\":{\"errcode\":0}}",
                "{\"errcode\":0.5}",
                "{\"errcode\":4294967296}",
                "{\"errcode\":1e99999}",
                "{\"Errcode\":0}",
                "[{\"errcode\":0}]",
                "{\"errcode\":0}<html>",
                "0",
                "null",
                "\"ok\"",
                "success",
                "<html>ok</html>",
                " ",
                ""
            })
    void only_errcode_0_is_sent_and_whatever_else_comes_is_unknown(String body) {
        answer = n -> ok(body);
        assertThat(channel.send(ONE, TEXT, "c1")).isInstanceOf(SendOutcome.Unknown.class);
        Outgoing.CardSettled settled = new Outgoing.CardSettled("code", "已通过");
        assertThat(channel.send(ONE, settled, "c2")).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void errcode_0_with_the_status_of_a_broken_gateway_is_unknown() {
        answer = n -> new MockResponse.Builder()
                .code(502)
                .body("{\"errcode\":0,\"errmsg\":\"ok\"}")
                .build();
        assertThat(channel.send(ONE, TEXT, "c1")).isInstanceOf(SendOutcome.Unknown.class);
    }

    /** A12: an odd entry made a call that was taken look like one without an answer, and it was made four times. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"|\"",
                "7",
                "true",
                "{\"userid\":\"zhangsan\"}",
                "[null, 7, {\"a\":1}, [\"zhangsan\"]]",
                "\"nobody|somebodyelse\"",
                "[\"nobody\"]",
                "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\""
            })
    void what_was_taken_is_sent_whatever_odd_entry_stands_beside_it(String odd) {
        for (String list : List.of("invaliduser", "unlicenseduser", "invalidparty", "invalidtag", "msgid")) {
            answer = n -> ok("{\"errcode\":0,\"" + list + "\":" + odd + ",\"response_code\":\"rc\"}");
            SendOutcome outcome = channel.send(List.of(new PersonId("lisi"), new PersonId("zhangsan")), TEXT, "c1");
            assertThat(outcome).as(list).isInstanceOfSatisfying(SendOutcome.Sent.class, sent -> assertThat(
                            sent.responseCode())
                    .isEqualTo("rc"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"zhangsan\"",
                "\"zhangsan|\"",
                "\"|ZhangSan|nobody\"",
                "[\"zhangsan\", null, 7]",
                "[\"a|zhangsan|\", {}]",
                "\" zhangsan \""
            })
    void who_stands_there_by_name_is_refused_by_name_and_nobody_else(String entry) {
        List<PersonId> people = List.of(new PersonId("lisi"), new PersonId("zhangsan"));
        for (OutcomeCause reason : List.of(OutcomeCause.INVALID, OutcomeCause.UNLICENSED)) {
            String list = reason == OutcomeCause.INVALID ? "invaliduser" : "unlicenseduser";
            answer = n -> ok("{\"errcode\":0,\"" + list + "\":" + entry + "}");
            assertThat(channel.send(people, TEXT, "c1"))
                    .isInstanceOfSatisfying(SendOutcome.PartlyRefused.class, partly -> assertThat(partly.refusals())
                            .containsExactly(new SendOutcome.Refusal(new PersonId("zhangsan"), reason)));
        }
    }

    /** A12: without a token or an upload nothing left; it may be tried for as long as it takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hello\":1}",
                "{\"access_token\":\"t\",\"expires_in\":7200}",
                "{\"errcode\":0}",
                "{\"errcode\":0,\"access_token\":null}",
                "{\"errcode\":0,\"access_token\":{}}",
                "{\"errcode\":0,\"access_token\":\"\"}",
                "{\"errcode\":\"0\",\"access_token\":\"t\"}",
                "{\"errcode\":40013,\"errmsg\":\"invalid corpid\"}",
                "{\"errcode\":99999}",
                "<html>login</html>",
                ""
            })
    void an_odd_answer_to_the_request_for_a_token_leaves_the_message_unsent(String body) {
        token = ok(body);
        assertThat(channel.send(ONE, TEXT, "c1")).isInstanceOf(SendOutcome.TryLater.class);
        assertThat(bodies).isEmpty();
        token = null;
        assertThat(channel.send(ONE, TEXT, "c1")).isInstanceOf(SendOutcome.Sent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "null", "-1", "{}"})
    void a_token_that_does_not_say_how_long_it_lives_is_used(String seconds) {
        token = ok("{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":" + seconds + "}");
        channel.send(ONE, TEXT, "c1");
        token = ok("");
        assertThat(channel.send(ONE, TEXT, "c2")).isInstanceOf(SendOutcome.Sent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hello\":1}",
                "{\"errcode\":0}",
                "{\"errcode\":0,\"media_id\":null}",
                "{\"errcode\":0,\"media_id\":[]}",
                "{\"media_id\":\"m\"}",
                "<html/>",
                ""
            })
    void an_odd_answer_to_an_upload_leaves_the_message_unsent(String body) {
        answer = n -> ok(body);
        Outgoing file = new Outgoing.File(new Attachment("a.xlsx", new byte[] {80, 75, 3, 4, 0, 0}));
        assertThat(channel.send(ONE, file, "c1")).isInstanceOf(SendOutcome.TryLater.class);
        assertThat(bodies).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"<html>502</html>,502", "'',200", "not json,200"})
    void what_is_no_answer_is_unknown(String body, int status) {
        answer = n -> new MockResponse.Builder().code(status).body(body).build();
        assertThat(channel.send(ONE, TEXT, "c1")).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void a_platform_that_is_not_there_means_try_later() {
        platform.close();
        assertThat(channel.send(ONE, TEXT, "c1")).isInstanceOf(SendOutcome.TryLater.class);
    }

    /** A11: by our own clock alone nobody sees that it is wrong. */
    @Test
    void each_answer_shows_how_far_the_platforms_clock_is_ahead_and_that_it_answers() {
        assertThat(channel.ahead()).isEmpty();
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(11));
        answer = n -> new MockResponse.Builder()
                .addHeader("Date", date)
                .body("{\"errcode\":45009,\"errmsg\":\"limit\"}")
                .build();
        channel.send(ONE, TEXT, "c1");
        assertThat(channel.ahead().orElseThrow().getKey()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
        assertThat(channel.isAway()).isFalse();
        answer = n -> ok("<html>no way</html>");
        channel.send(ONE, TEXT, "c2");
        assertThat(channel.isAway()).isTrue();
        answer = n -> ok("{\"errcode\":0}");
        channel.send(ONE, TEXT, "c3");
        assertThat(channel.isAway()).isFalse();
        platform.close();
        channel.send(ONE, TEXT, "c4");
        assertThat(channel.isAway()).isTrue();
    }

    @Test
    void no_secret_and_no_token_is_ever_logged() {
        ListedLog log = new ListedLog();
        log.start();
        EverythingLogged everything = new EverythingLogged(log);
        try {
            channel.send(ONE, TEXT, "c1");
            answer = n -> ok("{\"errcode\":40001,\"errmsg\":\"bad\"}");
            channel.send(ONE, TEXT, "c1");
            answer = n -> new MockResponse.Builder().code(502).body("x").build();
            channel.send(ONE, TEXT, "c1");
        } finally {
            everything.close();
        }
        assertThat(log.list).isNotEmpty();
        assertThat(log.list.toString())
                .doesNotContain("CANARYSECRET")
                .doesNotContain("tok1")
                .doesNotContain("你好");
    }
}
