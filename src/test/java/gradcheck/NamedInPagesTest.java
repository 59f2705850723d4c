package gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages for people name is there: a file or a class that was moved is named anew in the same commit. */
class NamedInPagesTest {
    private static final Pattern NAMED = Pattern.compile("`([^`\\n]+)`");
    /** Below a folder of the repository; what the build makes, and patterns of names, aside. */
    private static final Pattern PATH = Pattern.compile("(?:src|config|scripts|\\.ci)/[\\w./-]+");

    private static final Pattern CLASS = Pattern.compile("([a-z]\\w*(?:\\.[a-z]\\w*)*)\\.([A-Z]\\w*)(?:\\.\\w+)?");
    private static final Pattern VERSIONED = Pattern.compile("gradcheck-\\d[\\d.]*\\.jar");
    private static final List<String> SOURCES =
            List.of("src/main/java/gradcheck", "src/test/java/gradcheck", "src/simulator/java/gradcheck");

    @Test
    void every_path_and_class_that_a_page_names_is_there() throws IOException {
        List<String> gone = new ArrayList<>();
        int named = 0;
        for (Path page : pages()) {
            List<String> names = NAMED.matcher(Files.readString(page, StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name ->
                            PATH.matcher(name).matches() || CLASS.matcher(name).matches())
                    .toList();
            named += names.size();
            names.stream().filter(name -> !isThere(name)).forEach(name -> gone.add(page + ": " + name));
        }
        assertThat(named).isGreaterThan(80);
        assertThat(gone).isEmpty();
    }

    /** A version in a command is wrong from the next one on. */
    @Test
    void no_page_names_the_jar_of_one_version() throws IOException {
        for (Path page : pages()) {
            assertThat(VERSIONED
                            .matcher(Files.readString(page, StandardCharsets.UTF_8))
                            .results()
                            .map(MatchResult::group))
                    .as(page.toString())
                    .isEmpty();
        }
    }

    private static boolean isThere(String name) {
        var found = CLASS.matcher(name);
        if (PATH.matcher(name).matches() || !found.matches()) {
            return Files.exists(Path.of(name));
        }
        String file =
                found.group(1).replaceFirst("^gradcheck\\.", "").replace('.', '/') + "/" + found.group(2) + ".java";
        return SOURCES.stream().anyMatch(root -> Files.exists(Path.of(root, file)));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("src/main/doc"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), pages)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }
}
