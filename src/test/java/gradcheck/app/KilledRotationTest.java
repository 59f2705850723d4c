package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.cli.KeyCommand;
import gradcheck.cli.console.Operator;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Attachment;
import gradcheck.message.PersonId;
import gradcheck.store.Store;
import gradcheck.store.crypto.KeyChange;
import gradcheck.store.crypto.WrongDataKey;
import gradcheck.store.people.Students.Enrolled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command changes the data key and is killed with -9 wherever it stands; the next run does the rest. */
@Tag("long")
class KilledRotationTest {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    /** Seven steps of the change. */
    private static final int STUDENTS = 1400;

    private static final int KILLS = 3;
    /** Measured: the change takes 360 ms here. */
    private static final Duration SPAN = Duration.ofMillis(400);

    private static final long SEED = 20270315;
    private static final byte[] FILE = new byte[60_000];

    @TempDir
    Path folder;

    private ChangingKeys keys;

    private static String number(int i) {
        return "62999920050412" + (1000 + i);
    }

    @BeforeEach
    void fill() throws Exception {
        keys = new ChangingKeys(folder.resolve("d.db"));
        try (AppContext ready = AppContext.open(keys.with(1, 0))) {
            ready.store()
                    .write(t -> {
                        for (int i = 0; i < STUDENTS; i++) {
                            Map<String, String> values = Map.of("XM", "李四", "FY", "文学院", "SFZH", number(i));
                            Student student = new Student("" + i, values, WebPhoto.UNKNOWN, false);
                            t.students().put(2027, new PersonId("p" + i), student, NOW);
                        }
                        t.attachments().put("file", new Attachment("a.csv", FILE), NOW);
                        return t;
                    })
                    .join();
        }
        Files.copy(folder.resolve("d.db"), folder.resolve("before.db"));
    }

    private void startAnew() throws IOException {
        Files.copy(folder.resolve("before.db"), folder.resolve("d.db"), StandardCopyOption.REPLACE_EXISTING);
        for (String beside : List.of("-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("d.db" + beside));
        }
    }

    private Process rotating() throws IOException {
        keys.with(2, 1);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "gradcheck.cli.Main",
                "key",
                "rotate");
        builder.environment().putAll(keys.variables());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }

    /** How the keys stand, from the file alone: one print, or two while the key is being changed. */
    private int prints() throws Exception {
        try (Connection raw = DriverManager.getConnection(keys.database());
                ResultSet row = raw.createStatement().executeQuery("SELECT value FROM mark WHERE name = 'data-key'")) {
            row.next();
            return row.getString(1).split(",", -1).length;
        }
    }

    private void awaitTheFirstStep(Process process) throws Exception {
        while (prints() < 2) {
            assertThat(process.isAlive()).as(said()).isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void assertWhole(Store store) {
        List<Enrolled> all = store.read(t -> t.students().ofCollege(2027, ""));
        assertThat(all).hasSize(STUDENTS).allSatisfy(e -> assertThat(e.student().value("SFZH"))
                .isEqualTo(number(Integer.parseInt(e.student().number()))));
        assertThat(store.read(t -> t.attachments().get("file")).orElseThrow().content())
                .isEqualTo(FILE);
    }

    private void refuses(int lonely) {
        assertThatThrownBy(() -> AppContext.open(keys.with(lonely, 0))).isInstanceOf(WrongDataKey.class);
    }

    @Test
    void wherever_it_is_killed_everything_can_be_read_and_the_next_run_ends_it() throws Exception {
        long start = System.nanoTime();
        SplittableRandom random = new SplittableRandom(SEED);
        int halfDone = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            startAnew();
            Process process = rotating();
            awaitTheFirstStep(process);
            // The first right at the beginning, the others anywhere up to the end.
            TimeUnit.NANOSECONDS.sleep(kill == 0 ? 0 : random.nextLong(SPAN.toNanos()));
            process.destroyForcibly().waitFor();
            halfDone += prints() - 1;
            if (prints() == 2) {
                refuses(1);
                refuses(2);
                try (AppContext ready = AppContext.open(keys.with(2, 1))) {
                    assertWhole(ready.store());
                }
            }
            endedByTheNextRun();
        }
        assertThat(halfDone).isPositive();
        System.out.printf(
                "seed=%d kills=%d in the middle=%d, %d s%n",
                SEED, KILLS, halfDone, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
    }

    private void endedByTheNextRun() throws Exception {
        KeyCommand.Rotate.rotate(keys.with(2, 1), false, new Operator());
        refuses(1);
        try (AppContext ready = AppContext.open(keys.with(2, 0))) {
            assertWhole(ready.store());
            List<String> acts = new ArrayList<>();
            ready.store().<Boolean>read(t -> {
                t.audit().each(line -> acts.add(line.act()));
                return true;
            });
            assertThat(acts).containsExactly("key rotate");
        }
    }

    /** Killed after the last value and before the file was written anew: what was deleted still stands in free pages. */
    @Test
    void the_next_run_also_clears_what_the_old_key_had_sealed() throws Exception {
        byte[] old = sealedFile();
        try (AppContext ready = AppContext.open(keys.with(2, 1))) {
            ready.store()
                    .write(t -> {
                        t.attachments().delete("file");
                        return t;
                    })
                    .join();
            assertThat(new KeyChange(ready.store()).carryOut(c -> {}, t -> {})).isZero();
        }
        assertThat(prints()).isEqualTo(1);
        assertThat(holds(old)).isTrue();
        KeyCommand.Rotate.rotate(keys.with(2, 1), false, new Operator());
        assertThat(holds(old)).isFalse();
        KeyCommand.Rotate.rotate(keys.with(2, 0), false, new Operator());
    }

    private byte[] sealedFile() throws Exception {
        try (Connection raw = DriverManager.getConnection(keys.database());
                ResultSet row = raw.createStatement().executeQuery("SELECT content FROM attachment")) {
            row.next();
            return row.getBytes(1);
        }
    }

    /** A piece from its middle, as it would stand in a page of its own. */
    private boolean holds(byte[] sealed) throws IOException {
        String piece = new String(Arrays.copyOfRange(sealed, 30_000, 30_040), StandardCharsets.ISO_8859_1);
        return new String(Files.readAllBytes(folder.resolve("d.db")), StandardCharsets.ISO_8859_1).contains(piece);
    }
}
