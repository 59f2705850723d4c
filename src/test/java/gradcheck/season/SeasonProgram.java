package gradcheck.season;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@code scripts/season}: lives through springs, one a seed, and ends with 1 at the first broken promise. */
public final class SeasonProgram {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String NAME = "gradcheck-season";

    private SeasonProgram() {}

    /** @param args students, number of seeds, first seed */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int students = Integer.parseInt(args[0]);
        int seeds = Integer.parseInt(args[1]);
        long first = Long.parseLong(args[2]);
        long started = System.nanoTime();
        int broken = 0;
        for (long seed = first; seed < first + seeds; seed++) {
            Result result = run(seed, students, Length.WHOLE, Build.REAL);
            if (!result.violations().isEmpty() || seeds <= 5) {
                out.println(result.page());
            } else {
                out.println(result.page()
                        .lines()
                        .limit(2)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(""));
            }
            broken += result.violations().isEmpty() ? 0 : 1;
        }
        out.printf(
                "%d of %d springs kept every promise, %.1f s in all%n",
                seeds - broken, seeds, (System.nanoTime() - started) / 1e9);
        System.exit(broken == 0 ? 0 : 1);
    }

    /** What came of a spring. */
    record Result(String page, List<Violation> violations) {}

    static Result run(long seed, int students, Length length, Build build) throws Exception {
        Path folder = scratch();
        try {
            long started = System.nanoTime();
            Spring spring = new Spring(seed, students, length, build, folder);
            spring.live();
            Checker checker = new Checker(spring);
            Findings findings = checker.check();
            String page = Report.page(spring, findings, Duration.ofNanos(System.nanoTime() - started));
            spring.store().close();
            return new Result(page, findings.violations);
        } finally {
            delete(folder);
        }
    }

    /** In memory where there is room: what a power cut would lose is measured elsewhere. */
    private static Path scratch() throws IOException {
        return Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, NAME) : Files.createTempDirectory(NAME);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
