package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradcheck.config.ConfigFaults;
import gradcheck.config.TerminalText;
import gradcheck.message.Incoming;
import gradcheck.outbox.SendOutcome;
import gradcheck.store.engine.Backups;
import gradcheck.store.outbox.Outbox;
import gradcheck.turn.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk of eight megabytes that is full or read-only; needs the right to mount one, and is left out without. */
class SmallDiskTest {
    private static final int ENOUGH = 2000;

    @TempDir
    Path parent;

    private Path disk;
    private TroubledBot troubled;
    private TestBot bot;

    @BeforeEach
    void start() throws Exception {
        disk = Files.createDirectories(parent.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
        assumeTrue(mounted, "left out: mounting a small disk needs root");
        troubled = new TroubledBot(disk);
        bot = troubled.bot();
    }

    @AfterEach
    void stop() throws Exception {
        if (bot != null) {
            bot.close();
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(disk.resolve("ballast"))) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.size(disk.resolve("ballast"))).isPositive();
        }
    }

    private void free() throws IOException {
        Files.delete(disk.resolve("ballast"));
    }

    /** What still fits into the log is taken; how many messages until one was refused. */
    private String takeUntilRefused() {
        for (int i = 0; i < ENOUGH; i++) {
            Incoming.Text message = troubled.message();
            try {
                bot.take(message);
            } catch (CompletionException e) {
                return message.key();
            }
        }
        throw new AssertionError("the disk never filled");
    }

    @Test
    void a_full_disk_refuses_keeps_what_it_took_and_goes_on_when_there_is_room() throws Exception {
        fill();
        String refused = takeUntilRefused();
        assertThat(troubled.health(false)).contains(entry("database", "full")).containsKey("cure");
        for (int i = 1; i < troubled.messages(); i++) {
            String key = "m:" + i;
            boolean known = bot.store().read(tables -> tables.inbox().knows(troubled.li(), key));
            assertThat(known).as(key).isTrue();
        }
        assertThat(bot.store().<Boolean>read(tables -> tables.inbox().knows(troubled.li(), refused)))
                .isFalse();
        free();
        assertThat(bot.take(troubled.message(refused))).isInstanceOf(Answer.Says.class);
        assertThat(troubled.health(true)).contains(entry("database", "up"));
        bot.close();
        Backups.check(disk.resolve("test.db"));
        bot.restart();
    }

    /** Work that changes nothing succeeds on a full disk too, and must not end the alarm. */
    @Test
    void only_a_page_that_was_written_ends_the_alarm() throws Exception {
        fill();
        takeUntilRefused();
        assertThatThrownBy(() -> bot.store()
                .write(tables -> tables.inbox().knows(troubled.li(), "x"))
                .join());
        assertThat(troubled.health(false)).contains(entry("database", "full"));
        free();
    }

    /** The platform took the message, but the disk did not take the news: repeated identically, which it drops. */
    @Test
    void a_call_whose_outcome_could_not_be_written_is_repeated_as_it_was_and_settled() throws Exception {
        queue("x", "有一件事");
        bot.whenSending(() -> {
            fill();
            return takeUntilRefused();
        });
        assertThatThrownBy(bot::doWhatIsDue);
        assertThat(texts()).containsExactly("有一件事");
        bot.whenSending(() -> troubled.li());
        assertThatThrownBy(bot::doWhatIsDue);
        free();
        bot.doWhatIsDue();
        assertThat(texts()).containsExactly("有一件事");
        bot.at(bot.now().plus(Duration.ofMinutes(2)));
        assertThat(texts()).containsExactly("有一件事", "有一件事");
        Outbox.Row row = bot.store().read(tables -> tables.outbox().byId("x")).orElseThrow();
        assertThat(row.result().detail()).isEqualTo("sent");
    }

    @Test
    void reminders_are_queued_once_there_is_room() throws Exception {
        fill();
        takeUntilRefused();
        assertThatThrownBy(() -> bot.at(bot.now().plus(Duration.ofDays(2))));
        assertThat(bot.sent()).isEmpty();
        free();
        bot.at(bot.now().plus(Duration.ofDays(2)));
        assertThat(bot.sent()).isNotEmpty();
    }

    private List<String> texts() {
        return bot.sent().stream().map(TestBot.Sent::text).toList();
    }

    private void queue(String id, String text) {
        bot.channelAnswers(new SendOutcome.Sent(""));
        bot.store()
                .write(tables -> tables.outbox()
                        .queue(
                                new Outbox.New(
                                        id, troubled.li(), "text", text, Outbox.REPLY, bot.now(), Optional.empty()),
                                bot.now()))
                .join();
    }

    @Test
    void a_read_only_disk_is_said_at_the_start_with_its_cure() throws Exception {
        bot.close();
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
        assertThatThrownBy(() -> AppContext.open(troubled.environment()))
                .isInstanceOf(ConfigFaults.class)
                .hasMessageContaining(TerminalText.of("database.read_only", troubled.address()));
        assertThat(run("mount", "-o", "remount,rw", disk.toString())).isTrue();
        bot.restart();
    }
}
