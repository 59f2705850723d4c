package gradcheck.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Environment variables; a secret may stand in a file named by {@code NAME_FILE}. */
public record Environment(Map<String, String> variables) {
    private static final String FILE = "_FILE";

    /**
     * The variable, from itself or from its file; empty when it is unset or blank.
     *
     * @throws UncheckedIOException in a sentence, if its file can't be read or holds nothing
     */
    public Optional<String> get(String name) {
        return set(name).or(() -> set(name + FILE).map(file -> content(name, file)));
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    private static String content(String name, String file) {
        try {
            String content =
                    Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
            if (content.isEmpty()) {
                throw new IOException("an empty file");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(TerminalText.of("setting.file", name + FILE, file), e);
        }
    }

    /** The JDBC address of the database. */
    public String database() {
        return get("GRADCHECK_DATABASE").orElse("jdbc:sqlite:data/gradcheck.db");
    }
}
