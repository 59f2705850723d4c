package gradcheck.torture;

import gradcheck.app.FurnishedSeason;
import gradcheck.app.RecordedBot;
import gradcheck.message.PersonId;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.Tables;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.torture.Recording.Act;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Cuts the power at random instants of a recorded run of the bot, opens what is left, and counts what is missing. */
final class PowerCut {
    private static final List<String> FILES = List.of(RecordedBot.DATABASE, RecordedBot.DATABASE + "-wal");
    private static final int PATIENCE_SECONDS = 120;

    private final Path folder;
    private final Path shim;

    /** @param shim the compiled {@code powercut.c} */
    PowerCut(Path folder, Path shim) {
        this.folder = folder;
        this.shim = shim;
    }

    /**
     * What came of the cuts.
     *
     * @param cutsThatLost an answered message
     * @param worst so many answered messages were gone after one cut
     * @param damaged files that failed a check, or a chain that was broken
     */
    record Toll(String mode, int cuts, int turns, int cutsThatLost, int worst, int damaged) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d / %d | %d | %d |",
                    mode,
                    turns,
                    cuts,
                    cutsThatLost,
                    cuts,
                    worst,
                    damaged);
        }

        static String head() {
            return "| synchronous | turns | cuts | cuts that lost an answered turn | most turns lost | damaged |\n"
                    + "|---|---|---|---|---|---|";
        }
    }

    /** The C compiler makes the shim; false where there is none. */
    static boolean compile(Path shim) throws InterruptedException {
        try {
            return new ProcessBuilder(
                                    "cc",
                                    "-shared",
                                    "-fPIC",
                                    "-O1",
                                    "-o",
                                    shim.toString(),
                                    "src/test/c/powercut.c",
                                    "-ldl",
                                    "-lpthread")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Records a run in this mode and cuts its power so many times. */
    Toll run(String mode, int students, int cuts, long seed) throws Exception {
        Path home = Files.createDirectories(folder.resolve(mode)).toRealPath();
        Path log = folder.resolve(mode + ".log").toAbsolutePath();
        record(home, log, mode, students);
        Recording recording = Recording.read(log);
        Files.delete(log);
        return cut(mode, recording, cuts, new SplittableRandom(seed));
    }

    private void record(Path home, Path log, String mode, int students) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                RecordedBot.class.getName(),
                home.toString(),
                mode,
                Integer.toString(students));
        builder.environment().put("LD_PRELOAD", shim.toString());
        builder.environment().put("POWERCUT_FOLDER", home.toString());
        builder.environment().put("POWERCUT_LOG", log.toString());
        Path said = folder.resolve(mode + ".out");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the recorded bot failed: " + Files.readString(said));
        }
    }

    private Toll cut(String mode, Recording recording, int cuts, SplittableRandom random) throws Exception {
        int first = recording.firstOf(RecordedBot.ACKS);
        List<Integer> at = random.ints(cuts, first, recording.acts().size())
                .sorted()
                .boxed()
                .toList();
        Disk disk = new Disk();
        int done = 0;
        int lost = 0;
        int worst = 0;
        int damaged = 0;
        for (int instant : at) {
            for (Act act : recording.acts().subList(done, instant)) {
                disk.happen(act);
            }
            done = instant;
            int missing = missing(disk, random);
            damaged += missing < 0 ? 1 : 0;
            lost += missing > 0 ? 1 : 0;
            worst = Math.max(worst, missing);
        }
        recording.acts().subList(done, recording.acts().size()).forEach(disk::happen);
        int turns = acks(disk).size();
        return new Toll(mode, cuts, turns, lost, worst, damaged);
    }

    /** How many answered messages are missing or have another answer; negative: what is left is damaged. */
    private int missing(Disk disk, SplittableRandom random) throws Exception {
        Path left = Files.createDirectories(folder.resolve("left"));
        for (String file : FILES) {
            Files.write(left.resolve(file), disk.afterCut(file, random));
        }
        Files.deleteIfExists(left.resolve(RecordedBot.DATABASE + "-shm"));
        Path database = left.resolve(RecordedBot.DATABASE);
        List<String> acks = acks(disk);
        int missing;
        try (Store store =
                Stores.open("jdbc:sqlite:" + database, new FieldCipher(FurnishedSeason.KEY, new SecureRandom()))) {
            missing = store.read(tables -> missing(tables, acks));
        } catch (RuntimeException e) {
            return -1;
        }
        return isSound(database) ? missing : -1;
    }

    private static List<String> acks(Disk disk) {
        return new String(disk.seenFromOutside(RecordedBot.ACKS), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static int missing(Tables tables, List<String> acks) {
        int missing = 0;
        for (String ack : acks) {
            String[] parts = ack.split("\t", -1);
            boolean there = tables.inbox()
                    .answerTo(new PersonId(parts[0].substring(2, parts[0].indexOf('-'))), parts[0])
                    .filter(answer -> Integer.toString(answer.hashCode()).equals(parts[1]))
                    .isPresent();
            missing += there ? 0 : 1;
        }
        return missing;
    }

    private static boolean isSound(Path database) throws SQLException {
        try (Ledgers ledgers = new Ledgers(database)) {
            return ledgers.faults().isEmpty();
        }
    }
}
