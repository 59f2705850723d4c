package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradcheck.EverythingLogged;
import gradcheck.ListedLog;
import gradcheck.message.Incoming;
import gradcheck.turn.Answer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of a real disk that can't be written any more while the bot runs: refused before anything is taken, said with its
 * cure, and over when they can; needs root and a loop device, and is left out without.
 *
 * <p>A disk that fails altogether is not tried: SQLite shares memory with its other connections through a file, and where
 * that can't be written the system ends the whole process (SIGBUS).
 */
class RottenDiskTest {
    private static final long SIZE = 16L * 1024 * 1024;

    @TempDir
    Path parent;

    private final ListedLog log = new ListedLog();
    private Optional<EverythingLogged> everything = Optional.empty();
    private Path disk;
    private Path image;
    private TroubledBot troubled;
    private TestBot bot;

    @BeforeEach
    void start() throws Exception {
        disk = Files.createDirectories(parent.resolve("disk"));
        image = parent.resolve("image");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(SIZE);
        }
        assumeTrue(said("mkfs.ext4", "-q", image.toString()).isPresent() && mount(), "left out: no disk of its own");
        troubled = new TroubledBot(disk);
        bot = troubled.bot();
        log.start();
        everything = Optional.of(new EverythingLogged(log));
    }

    @AfterEach
    void stop() throws Exception {
        everything.ifPresent(EverythingLogged::close);
        if (bot != null) {
            makeUnchangeable(false);
            bot.close();
            assertThat(said("umount", disk.toString())).isPresent();
        }
    }

    private boolean mount() throws Exception {
        return said("mount", "-o", "loop,errors=remount-ro", image.toString(), disk.toString())
                .isPresent();
    }

    /** What a command prints; empty when it fails. */
    private static Optional<String> said(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void takes() {
        Incoming.Text message = troubled.message();
        assertThat(bot.take(message)).isInstanceOf(Answer.Says.class);
        assertThat(troubled.health(true)).contains(entry("database", "up"));
    }

    private void refuses() {
        for (int i = 0; i < 3; i++) {
            Incoming.Text message = troubled.message();
            assertThatThrownBy(() -> bot.take(message)).isInstanceOf(CompletionException.class);
            assertThat(troubled.health(false))
                    .contains(entry("database", "read_only"))
                    .containsKey("cure");
        }
        assertThat(log.list.toString()).contains("event=database_read_only cure=make_the_file_its_folder");
    }

    /**
     * Not the file that is shared as memory: once the system has written its pages back, to write to them again ends the
     * process.
     */
    private void makeUnchangeable(boolean is) throws Exception {
        for (String part : new String[] {"", "-wal"}) {
            String file = disk.resolve("test.db" + part).toString();
            assertThat(said("chattr", is ? "+i" : "-i", file)).isPresent();
        }
    }

    @Test
    void files_that_nobody_may_write_any_more_are_refused_and_the_bot_goes_on_when_they_may_be_written()
            throws Exception {
        takes();
        makeUnchangeable(true);
        refuses();
        makeUnchangeable(false);
        takes();
        assertThat(log.list.toString()).contains("event=database_well_again was=read_only");
        for (int i = 1; i <= troubled.messages(); i++) {
            assertThat(troubled.isTaken("m:" + i)).as("message " + i).isEqualTo(i == 1 || i == troubled.messages());
        }
    }
}
