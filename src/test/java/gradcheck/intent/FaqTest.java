package gradcheck.intent;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.intent.learn.TrainingExamples;
import gradcheck.intent.text.IntentLexicon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped FAQ covers the manual and what students ask, and holds together with the lexicon. */
class FaqTest {
    private static final int RULES = 54;
    /** A phone shows that much without scrolling; a longer answer is not read. */
    private static final int LONGEST = 120;

    private final IntentRecognizer intents = IntentRecognizer.read(Path.of("config"), Optional.empty());
    private final List<FaqEntry> entries = intents.faq().entries();

    FaqTest() throws Exception {}

    @Test
    void nothing_is_wrong_with_the_shipped_files() {
        assertThat(intents.faults()).isEmpty();
    }

    @Test
    void every_rule_of_the_manual_has_an_entry() {
        Set<String> covered =
                entries.stream().flatMap(entry -> entry.facts().stream()).collect(Collectors.toSet());
        List<String> rules =
                IntStream.rangeClosed(1, RULES).mapToObj("R%02d"::formatted).toList();
        assertThat(covered).containsAll(rules);
    }

    @Test
    void every_topic_is_answered() throws Exception {
        Marks marks = new Marks(intents, Phrasing.read("topics.txt"));
        assertThat(marks.misses()).isEmpty();
    }

    @Test
    void answers_are_short() {
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.answer().length()).isLessThanOrEqualTo(LONGEST));
    }

    @Test
    void the_faults_of_a_file_are_told() throws Exception {
        FaqEntry broken = new FaqEntry("broken", List.of(), List.of("x"), "{nobody}", null, null, null, null);
        IntentLexicon lexicon = IntentLexicon.read(Path.of("config/lexicon.yml"));
        List<String> faults = new IntentRecognizer(
                        lexicon, new Faq(List.of(broken, broken)), new TrainingExamples(List.of()))
                .faults();
        assertThat(String.join("\n", faults)).contains("two of this id", "{nobody}", "next or person", "facts");
    }

    @Test
    void a_file_of_the_first_version_is_still_read(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("faq.yml");
        Files.writeString(
                file,
                """
                - id: old
                  facts: [R01]
                  asks: [怎么弄]
                  needs: [[怎么], [哪里]]
                  unless: [照片]
                  answer: 这样弄。
                  next: 开始核对
                """);
        assertThat(Faq.read(file).named("old")).isPresent();
    }
}
