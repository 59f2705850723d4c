package gradcheck.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was tuned on: the examples held back a fifth at a time. */
class FoldsTest {
    @Test
    void examples_held_back_are_mostly_found_by_the_others() throws Exception {
        List<String> report = new ArrayList<>();
        List<Marks> folds =
                new Folds(Lexicon.read(Path.of("config/lexicon.yml")), Faq.read(Path.of("config/faq.yml"))).marks();
        for (Marks marks : folds) {
            List.of("first", "direct", "wrong", "command").forEach(figure -> report.add(marks.line(figure)));
            report.addAll(marks.misses());
        }
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/understanding-folds.txt"), report, StandardCharsets.UTF_8);
        assertThat(folds).allSatisfy(marks -> assertThat(marks.rate("first")).isGreaterThan(0.75));
    }
}
