package gradcheck.flows;

import gradcheck.app.TestSettings;
import gradcheck.conversation.Answers;
import gradcheck.language.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Answers as people give them, kept as data: the question, what was said, and which answer it is. */
public final class AnswerTable {
    /** What is no answer, and so is asked back. */
    private static final String NONE = "-";

    private AnswerTable() {}

    /** The lines of one flow. */
    public static Stream<Arguments> lines(String flow) throws Exception {
        return Files.readAllLines(Path.of("src/test/resources/language/answers.csv"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(flow + "."))
                .map(line -> line.split("\\|", 3))
                .map(parts -> Arguments.of(
                        parts[0].strip().substring(flow.length() + 1), parts[1].strip(), parts[2].strip()));
    }

    /** Which answer the question hears. */
    public static <C> String heard(ChoiceQuestion<C> question, String said, C about) throws Exception {
        Said heard = TestSettings.language().hear(said);
        return question.choice(heard, about, Answers.NONE).orElse(NONE);
    }
}
