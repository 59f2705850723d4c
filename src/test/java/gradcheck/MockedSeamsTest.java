package gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mockito stands at the seams to what is not ours; a test that mocks our own classes tests the mock. */
class MockedSeamsTest {
    private static final Path TESTS = Path.of("src/test/java");

    /** What the platform answers through. */
    private static final Set<String> SEAMS = Set.of("Channel", "Directory");

    /** {@code Directory platform = mock()} and {@code mock(Directory.class)}. */
    private static final Pattern MOCKED = Pattern.compile(
            "\\b([A-Z]\\w*)(?:<[^>=;]*>)? \\w+ = (?:Mockito\\.)?(?:mock|spy)\\(|(?:mock|spy|mockStatic|mockConstruction)\\(([A-Z]\\w*)\\.class");

    private static final Pattern IMPORTS = Pattern.compile("(?m)^import .*org\\.mockito");

    @Test
    void none_of_our_own_classes_is_mocked() throws IOException {
        Set<String> ours = names(Path.of("src/main/java"));
        List<String> seams = new ArrayList<>();
        for (Path test : sources(TESTS)) {
            String code = Files.readString(test, StandardCharsets.UTF_8);
            if (IMPORTS.matcher(code).find()) {
                MOCKED.matcher(code).results().map(MockedSeamsTest::type).forEach(seams::add);
                assertThat(code).as(test.toString()).doesNotContain("@Mock", "@Spy");
            }
        }
        assertThat(seams).contains("Directory");
        seams.removeAll(SEAMS);
        assertThat(seams).doesNotContainAnyElementsOf(ours);
    }

    private static String type(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static Set<String> names(Path root) throws IOException {
        return sources(root).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
