package gradcheck.domain;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.value.Exposed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A7: sixty ways of writing a secret into a chat are stopped, sixty harmless sentences go through. */
class SecretsTest {
    private static final Student STUDENT = new Student("320230100001", Map.of("XM", "李四"), WebPhoto.UNKNOWN, false);

    /** A line break is written \n, other characters that a file can't show as they are in Java. */
    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/secrets", file), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .map(line -> line.replace("\\n", "\n")
                            .replace("\\u200B", "\u200B")
                            .replace("\\t", "\t"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<String> secrets() {
        return lines("secret.txt").stream();
    }

    static Stream<String> harmless() {
        return lines("harmless.txt").stream();
    }

    private static boolean isStopped(String text) {
        return Exposed.in(text, Optional.of(STUDENT))
                .filter(e -> e.kind() == Exposed.Kind.SECRET)
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void a_secret_is_stopped(String text) {
        assertThat(isStopped(text)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void talk_of_passwords_goes_through(String text) {
        assertThat(isStopped(text)).isFalse();
    }

    @Test
    void there_are_sixty_of_each() {
        assertThat(secrets().distinct()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(harmless().distinct()).hasSizeGreaterThanOrEqualTo(60);
    }
}
