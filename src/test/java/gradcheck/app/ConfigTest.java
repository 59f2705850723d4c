package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.message.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped config holds together, and a broken one says all that is wrong at once. */
class ConfigTest {
    @Test
    void every_sentence_is_there_is_used_and_gets_its_values() throws Exception {
        assertThat(gradcheck.copy.Copy.read(Path.of("config/copy.zh.yml")).faults(Phrases.all()))
                .isEmpty();
    }

    @Test
    void a_missing_an_unused_and_a_misfitting_sentence_are_found(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("c.yml"), "a: hi {who}\nb: unused\n");
        assertThat(gradcheck.copy.Copy.read(file).faults(java.util.List.of(Phrase.of("a", "name"), Phrase.of("c"))))
                .hasSize(3);
    }

    @Test
    void every_holder_of_phrases_is_gathered() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            long holders = files.filter(f -> f.toString().endsWith("Phrases.java"))
                    .filter(f -> !f.endsWith("app/Phrases.java"))
                    .count();
            assertThat(Phrases.HOLDERS).hasSize((int) holders);
        }
    }

    @Test
    void all_faults_are_told_together(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("gradcheck.yml"), "season: soon\noffice: {name: x}\n");
        Environment environment = new Environment(Map.of("GRADCHECK_CONFIG", folder.toString()));
        assertThatThrownBy(() -> Config.read(environment))
                .isInstanceOf(Faults.class)
                .hasMessageContaining("fields.yml")
                .hasMessageContaining("office.phone")
                .hasMessageContaining("reminders.yml");
    }
}
