package gradcheck.torture;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.FurnishedSeason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bot as a process of its own, killed under load a few times; and that the check would notice what it is for. */
@Tag("long")
class TortureTest {
    private static final long SEED = 20_270_401;
    private static final String UNLOCK =
            "DROP TRIGGER confirmation_is_never_deleted; DROP TRIGGER confirmation_is_never_changed;";

    @TempDir
    static Path folder;

    @TempDir
    Path copies;

    private static Torture.Result result;

    @BeforeAll
    static void torture() throws Exception {
        Place place = place(folder, "gradcheck.cli.Main");
        result = new Torture(place, 150, SEED).run(3);
        System.out.println(result.page());
    }

    private static Place place(Path folder, String program) throws IOException {
        return new Place(
                folder, freePort(), freePort(), List.of("-cp", System.getProperty("java.class.path"), program));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_bot_that_is_killed_under_load_keeps_every_promise() throws Exception {
        assertThat(result.violations()).isEmpty();
        assertThat(result.events()).anyMatch(e -> e.is(Event.Kind.ARRIVED));
        try (Ledgers ledgers = new Ledgers(folder.resolve("bot.db"))) {
            assertThat(ledgers.rows("SELECT * FROM confirmation")).isNotEmpty();
            assertThat(ledgers.rows("SELECT * FROM outbox WHERE kind = 'reminder' AND outcome = 'sent'"))
                    .isNotEmpty();
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("I1", "DELETE FROM inbox WHERE answer IS NOT NULL AND rowid % 7 = 3"),
                Arguments.of("I1", UNLOCK + "DELETE FROM confirmation"),
                Arguments.of(
                        "I2",
                        "UPDATE inbox SET answer = answer || '！' WHERE rowid = (SELECT MIN(rowid) FROM inbox"
                                + " WHERE answer IS NOT NULL)"),
                Arguments.of(
                        "I3",
                        UNLOCK + "INSERT INTO confirmation SELECT season, college, link + 1000, receipt || '9',"
                                + " number, version + 7, result, confirmed_at, late, content_hash, commitment, hash, 'x'"
                                + " FROM confirmation LIMIT 1"),
                Arguments.of("I4", "DELETE FROM outbox WHERE kind = 'card' AND outcome = 'sent'"),
                Arguments.of(
                        "I6",
                        "INSERT INTO outbox (id, person, kind, body, urgency, due_at, queued_at, state,"
                                + " attempts, lease_until, occasion, settled_at, outcome, round, batch) SELECT id || 'x', person,"
                                + " kind, body, urgency, due_at, queued_at, state, attempts, lease_until, occasion || 'x',"
                                + " settled_at, outcome, round, batch FROM outbox WHERE kind = 'reminder' AND outcome = 'sent'"
                                + " LIMIT 1"),
                Arguments.of("I7", UNLOCK + "UPDATE confirmation SET content_hash = commitment WHERE link = 1"),
                Arguments.of(
                        "I7", "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'outbox_waiting'"),
                Arguments.of("I7: references: ", "DELETE FROM student WHERE rowid % 2 = 1"),
                Arguments.of("I7: references: ", "UPDATE outbox SET batch = 'none' WHERE batch <> ''"),
                Arguments.of(
                        "I7: foreign_key_check: ",
                        "PRAGMA foreign_keys = OFF; CREATE TABLE child (name TEXT REFERENCES mark (name));"
                                + " INSERT INTO child VALUES ('nobody')"),
                Arguments.of(
                        "I7: audit ",
                        "INSERT INTO audit SELECT COALESCE(MAX(link), 0) + 2, 'id', 0, 'a', 'b', 'c', 'd', '', '', ''"
                                + " FROM audit"),
                Arguments.of("I8", "UPDATE outbox SET state = 'sending' WHERE rowid = (SELECT MIN(rowid) FROM outbox)"),
                Arguments.of("I8", "UPDATE batch SET state = 'open' WHERE rowid = (SELECT MIN(rowid) FROM batch)"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void the_check_finds_a_database_that_was_spoilt(String promise, String damage) throws Exception {
        Path copy = Files.copy(folder.resolve("bot.db"), copies.resolve("bot.db"));
        try (Ledgers ledgers = new Ledgers(copy)) {
            for (String statement : damage.split(";", -1)) {
                ledgers.change(statement);
            }
        }
        assertThat(broken(copy, result.events())).anyMatch(line -> line.startsWith(promise));
    }

    @Test
    void the_check_finds_a_page_that_was_overwritten() throws Exception {
        Path copy = Files.copy(folder.resolve("bot.db"), copies.resolve("bot.db"));
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            for (long page = 40; page < 60; page++) {
                file.seek(page * 4096);
                file.write(new byte[4096]);
            }
        }
        assertThat(broken(copy, result.events())).anyMatch(line -> line.startsWith("I7: integrity_check"));
    }

    private static List<String> broken(Path database, List<Event> events) throws SQLException {
        try (Ledgers ledgers = new Ledgers(database)) {
            return new Promises(ledgers, events).broken();
        }
    }

    static Stream<Arguments> lies() {
        UnaryOperator<List<Event>> otherReply = events -> {
            Event taken = first(events, Event.Kind.TAKEN);
            return and(events, with(taken, "reply", "别的话"));
        };
        UnaryOperator<List<Event>> twice = events -> and(events, first(events, Event.Kind.ARRIVED));
        UnaryOperator<List<Event>> never =
                events -> events.stream().filter(e -> !e.is(Event.Kind.ARRIVED)).toList();
        return Stream.of(
                Arguments.of("I2", otherReply),
                Arguments.of("I4", twice),
                Arguments.of("I4", never),
                Arguments.of("I5", (UnaryOperator<List<Event>>) TortureTest::backwards));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void the_check_finds_what_others_saw_otherwise(String promise, UnaryOperator<List<Event>> lie) throws Exception {
        assertThat(broken(folder.resolve("bot.db"), lie.apply(result.events())))
                .anyMatch(line -> line.startsWith(promise));
    }

    private static Event first(List<Event> events, Event.Kind kind) {
        return events.stream()
                .filter(e -> e.is(kind) && !e.get("shown").equals("false"))
                .findFirst()
                .orElseThrow();
    }

    private static Event with(Event event, String name, String value) {
        Map<String, String> about = new HashMap<>(event.about());
        about.put(name, value);
        return new Event(event.place(), event.kind(), about);
    }

    private static List<Event> and(List<Event> events, Event more) {
        List<Event> all = new ArrayList<>(events);
        all.add(more);
        return all;
    }

    /** As if the platform had got everything in the opposite order. */
    private static List<Event> backwards(List<Event> events) {
        List<Event> all = new ArrayList<>();
        for (Event event : events) {
            all.add(
                    event.is(Event.Kind.ARRIVED)
                            ? new Event(events.size() - event.place(), event.kind(), event.about())
                            : event);
        }
        Collections.reverse(all);
        return all;
    }

    @Test
    void the_check_finds_a_bot_that_answers_before_the_commit() throws Exception {
        Place place = place(copies, "gradcheck.app.HastyBot");
        FurnishedSeason.at(place.database(), 150);
        try (EventLog log = new EventLog(place.events());
                RoughPlatform platform = new RoughPlatform(place.platformPort(), log, SEED);
                Victim victim = new Victim(place, log)) {
            victim.launch();
            victim.awaitReady();
            Crowd crowd = new Crowd(new Mouth(place.botPort(), log), platform, 150, 12, SEED);
            TimeUnit.MILLISECONDS.sleep(1500);
            victim.kill();
            crowd.end();
        }
        assertThat(broken(place.database(), EventLog.read(place.events())))
                .anyMatch(line -> line.startsWith("I1") && line.contains("was answered 200 and is not there"));
    }
}
