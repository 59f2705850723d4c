package gradcheck.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the figures on the part of the phrasings that nothing is tuned on, and writes down every miss. */
class EvaluationTest {
    private static final Path REPORT = Path.of("target/understanding-report.txt");
    private static final List<String> FIGURES =
            List.of("first", "direct", "wrong", "command", "leak", "kind", "despair", "probe", "false alarm");

    private final Lexicon lexicon = Lexicon.read(Path.of("config/lexicon.yml"));
    private final Understanding understanding = Understanding.read(Path.of("config"));

    EvaluationTest() throws Exception {}

    @Test
    void the_figures_hold_on_what_was_only_measured() throws Exception {
        List<String> report = new ArrayList<>();
        Marks tuned = marks("tune.txt", report);
        Marks measured = marks("measure.txt", report);
        report.add(cost());
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, report, StandardCharsets.UTF_8);
        assertThat(tuned.rate("despair")).isEqualTo(1);
        assertThat(measured.rate("first")).isGreaterThanOrEqualTo(0.95);
        assertThat(measured.rate("wrong")).isLessThanOrEqualTo(0.01);
        assertThat(measured.rate("leak")).isLessThanOrEqualTo(0.02);
        assertThat(measured.rate("command")).isGreaterThanOrEqualTo(0.99);
        assertThat(measured.rate("despair")).isEqualTo(1);
    }

    private Marks marks(String file, List<String> report) throws Exception {
        List<Phrasing> written = Phrasing.read(file);
        for (List<Phrasing> part : List.of(written, Phrasing.withVariants(written, lexicon.traditional()))) {
            Marks marks = new Marks(understanding, part);
            report.add(file + (part.size() == written.size() ? ", as written: " : ", with variants: ") + part.size());
            FIGURES.forEach(figure -> report.add("  " + marks.line(figure)));
            if (!System.getProperty("quiet", "").contains(file)) {
                report.addAll(marks.misses());
            }
        }
        return new Marks(understanding, Phrasing.withVariants(written, lexicon.traditional()));
    }

    private String cost() throws Exception {
        List<Phrasing> all = Phrasing.read("measure.txt");
        all.forEach(p -> understanding.of(p.text()));
        long start = System.nanoTime();
        all.forEach(p -> understanding.of(p.text()));
        double millis = (System.nanoTime() - start) / 1e6 / all.size();
        assertThat(millis).isLessThan(5);
        return String.format("%.2f ms a message", millis);
    }
}
