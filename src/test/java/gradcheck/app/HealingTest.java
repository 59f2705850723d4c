package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import gradcheck.message.PersonId;
import gradcheck.store.outbox.Outbox;
import gradcheck.web.HealthRoute;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trouble that is over is over for everybody, also when nobody writes; what is no trouble of ours closes no door (A11). */
class HealingTest {
    private static final long HEALED_BY_NANOS = Duration.ofSeconds(10).toNanos();

    @TempDir
    Path folder;

    private TroubledBot troubled;
    private TestBot bot;

    @BeforeEach
    void start() throws Exception {
        troubled = new TroubledBot(folder);
        bot = troubled.bot();
        bot.take(troubled.message());
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    /** Nobody writes meanwhile; a load balancer asks. */
    private void healsByItself() throws InterruptedException {
        long start = System.nanoTime();
        while (!isUp() && System.nanoTime() - start < 2 * HEALED_BY_NANOS) {
            Thread.sleep(100);
        }
        assertThat(System.nanoTime() - start).isLessThan(HEALED_BY_NANOS);
        troubled.health(true);
    }

    private boolean isUp() {
        return new HealthCheck(bot.store(), HealthCheck.Outside.UNSEEN, Clock.systemUTC())
                .get()
                .up();
    }

    private void isRefused(String word) {
        try {
            bot.take(troubled.message());
        } catch (RuntimeException e) {
            assertThat(troubled.health(false)).contains(entry("database", word));
            return;
        }
        assertThat(word).as("a message was taken").isEmpty();
    }

    @Test
    void a_lock_that_is_gone_heals_by_itself() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            isRefused("locked");
        }
        healsByItself();
    }

    @Test
    void a_file_that_is_back_heals_by_itself() throws Exception {
        Files.move(folder.resolve("test.db"), folder.resolve("elsewhere.db"));
        isRefused("gone");
        Files.move(folder.resolve("elsewhere.db"), folder.resolve("test.db"));
        healsByItself();
    }

    @Test
    void a_header_that_is_put_right_heals_by_itself() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                var statement = other.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        byte[] header = new byte[100];
        try (RandomAccessFile raw =
                new RandomAccessFile(folder.resolve("test.db").toFile(), "rw")) {
            raw.readFully(header);
            raw.seek(0);
            raw.write(new byte[100]);
            assertThat(isUp()).isFalse();
            isRefused("damaged");
            raw.seek(0);
            raw.write(header);
        }
        healsByItself();
    }

    private HealthRoute.Health health(HealthCheck.Outside outside) {
        return new HealthCheck(bot.store(), outside, Clock.systemUTC()).get();
    }

    @Test
    void that_the_platform_is_away_is_said_and_closes_no_door() {
        assertThat(health(HealthCheck.Outside.UNSEEN).details()).contains(entry("platform", "up"));
        HealthRoute.Health away = health(new HealthCheck.Outside(Optional::empty, () -> true, Optional::empty));
        assertThat(away.up()).isTrue();
        assertThat(away.details()).contains(entry("status", "up"), entry("platform", "away"));
        Instant early = Clock.systemUTC().instant().minus(Duration.ofHours(1));
        bot.store()
                .write(tables -> tables.outbox()
                        .queue(
                                new Outbox.New(
                                        "x", new PersonId("p"), "text", "话", Outbox.REPLY, early, Optional.empty()),
                                early))
                .join();
        HealthRoute.Health waiting = health(HealthCheck.Outside.UNSEEN);
        assertThat(waiting.up()).as("what comes in is taken and kept").isTrue();
        assertThat(waiting.details()).contains(entry("platform", "away")).containsKey("outbox_age_seconds");
    }

    @Test
    void a_clock_by_which_every_message_is_refused_is_said_with_its_cure() {
        HealthRoute.Health off = health(
                new HealthCheck.Outside(Optional::empty, () -> false, () -> Optional.of(Duration.ofMinutes(11))));
        assertThat(off.up()).isFalse();
        assertThat(off.details())
                .contains(entry("clock", "off"), entry("clock_behind_seconds", 660L))
                .containsKey("cure");
    }

    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");

    private static ClockWatch watch(Optional<Duration> platformAhead, Duration ago) {
        return new ClockWatch(
                Clock.fixed(NOW, java.time.ZoneOffset.UTC),
                () -> platformAhead.map(ahead -> Map.entry(ahead, NOW.minus(ago))));
    }

    @Test
    void the_platforms_own_clock_shows_that_ours_is_off() {
        assertThat(watch(Optional.of(Duration.ofMinutes(11)), Duration.ofMinutes(1))
                        .off())
                .contains(Duration.ofMinutes(11));
        assertThat(watch(Optional.of(Duration.ofMinutes(-11)), Duration.ofMinutes(1))
                        .off())
                .contains(Duration.ofMinutes(-11));
        assertThat(watch(Optional.of(Duration.ofMinutes(9)), Duration.ofMinutes(1))
                        .off())
                .as("messages are taken still")
                .isEmpty();
        assertThat(watch(Optional.of(Duration.ofMinutes(11)), Duration.ofHours(3))
                        .off())
                .as("long ago")
                .isEmpty();
        assertThat(watch(Optional.of(Duration.ofMinutes(11)), Duration.ofHours(-1))
                        .off())
                .as("the clock was set back meanwhile")
                .isEmpty();
    }

    @Test
    void messages_that_are_all_stale_show_it_too_unless_the_platforms_clock_says_otherwise() {
        ClockWatch watch = watch(Optional.empty(), Duration.ZERO);
        for (int i = 0; i < 2; i++) {
            watch.signed(NOW.plus(Duration.ofMinutes(11)), true);
            assertThat(watch.off()).as("one may be played again").isEmpty();
        }
        watch.signed(NOW.plus(Duration.ofMinutes(11)), true);
        assertThat(watch.off()).contains(Duration.ofMinutes(11));
        watch.signed(NOW, false);
        assertThat(watch.off()).as("a true one was let in").isEmpty();
        ClockWatch told = watch(Optional.of(Duration.ofSeconds(1)), Duration.ofMinutes(1));
        for (int i = 0; i < 9; i++) {
            told.signed(NOW.minus(Duration.ofDays(1)), true);
        }
        assertThat(told.off()).as("somebody plays old ones again").isEmpty();
    }
}
