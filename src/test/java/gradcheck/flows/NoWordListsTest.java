package gradcheck.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Flows hold structure and what comes next. How people say an answer stands in {@code config/words.yml}, what it is called in
 * the copy file; what is left of Chinese here is stored in these very words, is a value of the domain, or reads a number or a
 * name that was typed.
 */
class NoWordListsTest {
    private static final Path FLOWS = Path.of("src/main/java/gradcheck/flows");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern CHINESE = Pattern.compile("\"[^\"\\n]*\\p{IsHan}[^\"\\n]*\"");

    private static final Map<String, Long> STAY = new TreeMap<>(Map.of(
            // What the story of a key field is stored and exported as (R34), and what was said of the committee (R11).
            "KeyQuestions.java", 5L,
            "PartyQuestion.java", 2L,
            // The reason that stands in the next version.
            "ReopeningQuestion.java", 3L,
            "RecordNames.java", 1L,
            // Values of the domain.
            "ValueQuestion.java", 6L,
            // What is typed around a number, a name or a password.
            "Binding.java", 2L,
            "NumberWanted.java", 2L,
            "PhotoSecrets.java", 1L));

    /** The grammar of corrections, which is still Java. */
    private static final Set<String> GRAMMAR = Set.of("ChangeRequests.java", "FieldMentions.java");

    @Test
    void what_people_say_stands_in_the_config() throws IOException {
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FLOWS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                long count = chinese(file);
                if (count > 0 && !GRAMMAR.contains(file.getFileName().toString())) {
                    found.put(file.getFileName().toString(), count);
                }
            }
        }
        assertThat(found).isEqualTo(STAY);
    }

    private static long chinese(Path file) throws IOException {
        String code =
                COMMENT.matcher(Files.readString(file, StandardCharsets.UTF_8)).replaceAll("");
        return CHINESE.matcher(code).results().count();
    }
}
