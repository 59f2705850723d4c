package gradcheck.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Environment variables; a secret may stand in a file named by {@code NAME_FILE}. */
record Environment(Map<String, String> variables) {

    /** The variable, from itself or from its file; empty when it is unset or blank. */
    Optional<String> get(String name) {
        return set(name).or(() -> set(name + "_FILE").map(Environment::content));
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
