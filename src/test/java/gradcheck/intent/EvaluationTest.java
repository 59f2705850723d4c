package gradcheck.intent;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.intent.learn.TrainingExamples;
import gradcheck.intent.text.IntentLexicon;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the figures on the part of the phrasings that nothing is tuned on, and writes down every miss. */
class EvaluationTest {
    private static final Path REPORT = Path.of("target/intent-report.txt");
    private static final List<String> FIGURES =
            List.of("first", "direct", "wrong", "command", "leak", "kind", "despair", "probe", "false alarm");

    private final IntentLexicon lexicon = IntentLexicon.read(Path.of("config/lexicon.yml"));
    private final IntentRecognizer intents = IntentRecognizer.read(Path.of("config"), Optional.empty());

    EvaluationTest() throws Exception {}

    @Test
    void the_figures_hold_on_what_was_only_measured() throws Exception {
        List<String> report = new ArrayList<>();
        write("sayings.txt, the fifth that was held back", held().marks(), report);
        Marks measured = marks("measure.txt", report);
        report.add(cost());
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, report, StandardCharsets.UTF_8);
        assertThat(measured.rate("first")).isGreaterThanOrEqualTo(0.95);
        assertThat(measured.rate("wrong")).isLessThanOrEqualTo(0.01);
        assertThat(measured.rate("leak")).isLessThanOrEqualTo(0.02);
        assertThat(measured.rate("command")).isGreaterThanOrEqualTo(0.99);
        assertThat(measured.rate("despair")).isEqualTo(1.0);
        assertThat(measured.rate("false alarm")).isZero();
    }

    @Test
    void nothing_that_is_measured_was_learnt() throws Exception {
        Set<String> learnt = new HashSet<>();
        Faq.read(Path.of("config/faq.yml")).entries().forEach(entry -> learnt.addAll(entry.asks()));
        lexicon.commands().forEach((word, wording) -> {
            learnt.addAll(wording.whole());
            learnt.addAll(wording.examples());
        });
        TrainingExamples.read(Path.of("config/sayings.txt")).all().forEach(saying -> learnt.add(saying.text()));
        Set<String> known = learnt.stream().map(EvaluationTest::bare).collect(Collectors.toSet());
        assertThat(Phrasing.read("measure.txt"))
                .extracting(phrasing -> bare(phrasing.text()))
                .doesNotContainAnyElementsOf(known);
    }

    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private Folds held() throws Exception {
        TrainingExamples sayings = TrainingExamples.read(Path.of("config/sayings.txt"));
        return new Folds(lexicon, Faq.read(Path.of("config/faq.yml")), sayings, 0);
    }

    /** As they are written, and with slips and other wordings; the latter holds more, so it is what counts. */
    private Marks marks(String file, List<String> report) throws Exception {
        List<Phrasing> written = Phrasing.read(file);
        List<Phrasing> all = Phrasing.withVariants(written);
        Marks counted = new Marks(intents, all);
        write(file + ", as written: " + written.size(), new Marks(intents, written), report);
        write(file + ", with variants: " + all.size(), counted, report);
        return counted;
    }

    private static void write(String title, Marks marks, List<String> report) {
        report.add(title);
        FIGURES.forEach(figure -> report.add("  " + marks.line(figure)));
        report.addAll(marks.misses());
    }

    private String cost() throws Exception {
        List<Phrasing> all = Phrasing.read("measure.txt");
        all.forEach(p -> intents.of(p.text()));
        long start = System.nanoTime();
        all.forEach(p -> intents.of(p.text()));
        double millis = (System.nanoTime() - start) / 1e6 / all.size();
        long before = used();
        IntentRecognizer another = IntentRecognizer.read(Path.of("config"), Optional.empty());
        // It learns when it is first asked.
        assertThat(another.of("学信网密码忘了")).isInstanceOf(Intent.Answer.class);
        long bytes = used() - before;
        assertThat(another.of("学信网密码忘了")).isInstanceOf(Intent.Answer.class);
        assertThat(millis).isLessThan(5);
        assertThat(bytes).isLessThan(60_000_000);
        return String.format("%.2f ms a message, %.1f MB", millis, bytes / 1e6);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
