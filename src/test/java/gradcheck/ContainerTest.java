package gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The recipe of the image, read without an engine: what it copies is there, and what it must never do it doesn't. */
class ContainerTest {
    private static final Pattern SECRET = Pattern.compile("(SECRET|TOKEN|KEY|PASSWORD)\\w*=\\S");
    private static final Pattern DIRECTORY = Pattern.compile("<directory>(\\w+)");

    /** The statements, continued lines joined, comments left out. */
    private static List<String> statements() throws Exception {
        String text = Files.readString(Path.of("Dockerfile"))
                .replaceAll("(?m)^#.*\\n", "")
                .replaceAll("\\\\\\n", " ");
        return text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    private static List<String> lastStage() throws Exception {
        List<String> last = new ArrayList<>();
        for (String statement : statements()) {
            if (statement.startsWith("FROM ")) {
                last.clear();
            }
            last.add(statement);
        }
        return last;
    }

    private static String last(String word) throws Exception {
        return lastStage().stream()
                .filter(s -> s.startsWith(word + " "))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Test
    void every_base_is_pinned_and_nothing_comes_from_an_address() throws Exception {
        assertThat(statements())
                .filteredOn(s -> s.startsWith("FROM "))
                .hasSize(3)
                .allSatisfy(s -> assertThat(s).matches("FROM [a-z./-]+:\\d\\S*( AS \\w+)?"));
        assertThat(statements()).noneMatch(s -> s.startsWith("ADD ") || s.contains("curl") || s.contains("wget"));
        assertThat(statements()).noneMatch(s -> SECRET.matcher(s).find());
    }

    @Test
    void what_it_copies_is_in_the_repository() throws Exception {
        for (String statement : statements()) {
            if (statement.startsWith("COPY ") && !statement.contains("--from")) {
                String from = statement.split("\\s+", -1)[1];
                assertThat(Path.of(from)).exists();
            }
        }
    }

    /** A build without config/ has no words to learn from, and its doctor nothing to compare with. */
    @Test
    void the_build_has_every_folder_that_the_build_reads() throws Exception {
        List<String> copied = statements().stream()
                .takeWhile(s -> !s.startsWith("RUN "))
                .filter(s -> s.startsWith("COPY "))
                .map(s -> s.split("\\s+", -1)[1])
                .toList();
        List<String> read = DIRECTORY
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(read).contains("src", "config");
        assertThat(copied).containsAll(read);
    }

    @Test
    void it_runs_as_nobody_with_a_bound_on_memory_and_dies_when_it_has_none() throws Exception {
        assertThat(last("USER")).matches("USER [1-9]\\d{3,}");
        List<String> stage = lastStage();
        assertThat(stage.indexOf(last("USER"))).isLessThan(stage.indexOf(last("ENTRYPOINT")));
        assertThat(stage.stream()
                        .filter(s -> s.startsWith("RUN "))
                        .reduce((a, b) -> b)
                        .orElseThrow())
                .as("root's last work is before the change of user")
                .satisfies(s -> assertThat(stage.indexOf(s)).isLessThan(stage.indexOf(last("USER"))));
        assertThat(last("ENTRYPOINT"))
                .startsWith("ENTRYPOINT [")
                .contains("\"-Xmx", "ExitOnOutOfMemoryError", "-Djava.io.tmpdir=/app/data", "SharedArchiveFile");
        assertThat(last("VOLUME")).isEqualTo("VOLUME /app/data");
        assertThat(last("HEALTHCHECK")).contains("/live");
    }
}
