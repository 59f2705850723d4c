package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import gradcheck.config.ConfigFaults;
import gradcheck.config.TerminalText;
import gradcheck.message.Incoming;
import gradcheck.store.engine.DatabaseFault;
import gradcheck.store.outbox.Outbox;
import gradcheck.turn.Answer;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is locked, damaged or gone: said with its cure, nothing half taken, and over when its cause is. */
class StorageFaultsTest {
    private static final int HEADER = 100;

    @TempDir
    Path folder;

    private TroubledBot troubled;
    private TestBot bot;

    @BeforeEach
    void start() throws Exception {
        troubled = new TroubledBot(folder);
        bot = troubled.bot();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private void refuses(DatabaseFault trouble) {
        Incoming.Text message = troubled.message();
        assertThatThrownBy(() -> bot.take(message)).isInstanceOf(CompletionException.class);
        assertThat(troubled.health(false))
                .contains(entry("database", trouble.word()))
                .containsKey("cure");
    }

    private void goesOn() {
        Incoming.Text message = troubled.message();
        assertThat(bot.take(message)).isInstanceOf(Answer.Says.class);
        assertThat(troubled.isTaken(message.key())).isTrue();
        assertThat(troubled.health(true)).contains(entry("database", "up")).doesNotContainKey("cure");
    }

    private Connection raw() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
    }

    /** Whoever was answered 503 was told that nothing is stored; the work must not be done behind their back. */
    @Test
    void while_it_is_locked_nothing_is_taken_that_nobody_waits_for_any_more() throws Exception {
        Incoming.Text early = troubled.message();
        Incoming.Text late = troubled.message();
        try (Connection other = raw();
                var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            CompletableFuture<Boolean> first =
                    bot.store().write(tables -> tables.inbox().take(early.key(), troubled.li(), bot.now()));
            CompletableFuture<Boolean> second = bot.store()
                    .write(tables -> tables.inbox().take(late.key(), troubled.li(), bot.now()))
                    .orTimeout(100, TimeUnit.MILLISECONDS);
            assertThatThrownBy(second::join).hasRootCauseInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThatThrownBy(first::join).rootCause().hasMessageContaining("SQLITE_BUSY");
            assertThat(troubled.health(false)).contains(entry("database", "locked"));
        }
        goesOn();
        assertThat(troubled.isTaken(early.key())).isFalse();
        assertThat(troubled.isTaken(late.key())).isFalse();
    }

    @Test
    void a_file_that_was_moved_away_takes_no_more_and_none_is_made_in_its_place() throws Exception {
        goesOn();
        Path file = folder.resolve("test.db");
        Files.move(file, folder.resolve("elsewhere.db"));
        refuses(DatabaseFault.GONE);
        assertThat(file).doesNotExist();
        Files.move(folder.resolve("elsewhere.db"), file);
        goesOn();
    }

    @Test
    void a_header_that_is_overwritten_stops_everything_until_it_is_put_right() throws Exception {
        goesOn();
        byte[] header = overwriteHeader(new byte[HEADER]);
        troubled.health(false);
        refuses(DatabaseFault.DAMAGED);
        overwriteHeader(header);
        goesOn();
    }

    /** A page deep in the file: whoever reads it finds it, and from then on nobody writes until it is whole. */
    @Test
    void a_damaged_page_stops_all_writing_until_the_file_is_whole() throws Exception {
        goesOn();
        checkpoint();
        Path file = folder.resolve("test.db");
        byte[] whole = Files.readAllBytes(file);
        byte[] broken = whole.clone();
        java.util.Arrays.fill(broken, 4096 * 4, broken.length, (byte) 0x5A);
        write(file, broken);
        assertThatThrownBy(() -> bot.store().read(tables -> tables.students().ofCollege(2027, "")));
        refuses(DatabaseFault.DAMAGED);
        write(file, whole);
        goesOn();
    }

    @Test
    void a_database_that_is_damaged_is_not_opened_and_the_way_back_is_said() throws Exception {
        bot.close();
        overwriteHeader(new byte[HEADER]);
        assertThatThrownBy(() -> AppContext.open(troubled.environment()))
                .isInstanceOf(ConfigFaults.class)
                .hasMessageContaining(TerminalText.of("database.damaged", troubled.address()));
    }

    @Test
    void every_trouble_has_its_sentence() {
        for (DatabaseFault trouble : DatabaseFault.values()) {
            assertThat(TerminalText.of("database." + trouble.word(), "x.db")).contains("x.db");
        }
    }

    /** What the work itself breaks is no trouble of the database, and an error doesn't end the writer. */
    @Test
    void work_that_fails_is_no_trouble() {
        CompletableFuture<Object> bad = bot.store().write(tables -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(bad::join).hasCauseInstanceOf(StackOverflowError.class);
        goesOn();
    }

    @Test
    void the_senders_round_heals_too() throws Exception {
        Path file = folder.resolve("test.db");
        bot.store()
                .write(tables -> tables.outbox()
                        .queue(
                                new Outbox.New(
                                        "x", troubled.li(), "text", "有一件事", Outbox.REPLY, bot.now(), Optional.empty()),
                                bot.now()))
                .join();
        Files.move(file, folder.resolve("elsewhere.db"));
        assertThatThrownBy(bot::doWhatIsDue);
        assertThat(bot.sent()).isEmpty();
        Files.move(folder.resolve("elsewhere.db"), file);
        bot.doWhatIsDue();
        assertThat(bot.sent()).extracting(TestBot.Sent::text).containsExactly("有一件事");
    }

    /** A start after a kill: what the killed one left of the native library is wiped, once, by the one that serves. */
    @Test
    void a_crash_loop_leaves_one_native_library() throws Exception {
        Path left = folder.resolve("test.db.native");
        Files.createDirectories(left);
        Files.write(left.resolve("sqlite-3-old-libsqlitejdbc.so"), new byte[10]);
        gradcheck.store.engine.NativeLibrary.unpackBeside("jdbc:sqlite:" + folder.resolve("test.db"));
        assertThat(left.resolve("sqlite-3-old-libsqlitejdbc.so")).doesNotExist();
        System.clearProperty("org.sqlite.tmpdir");
    }

    private void checkpoint() throws Exception {
        try (Connection other = raw();
                var statement = other.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** With an empty log, so that the header is read from the file itself; what stood there. */
    private byte[] overwriteHeader(byte[] with) throws Exception {
        Path file = folder.resolve("test.db");
        if (with[0] == 0) {
            checkpoint();
        }
        byte[] before = new byte[HEADER];
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.readFully(before);
            raw.seek(0);
            raw.write(with);
        }
        return before;
    }

    /** In place: the file stays the same one. */
    private static void write(Path file, byte[] content) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content), 0);
        }
    }
}
