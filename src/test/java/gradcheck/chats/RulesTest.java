package gradcheck.chats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the manual stands in the table, with a chat in which the bot carries it out. */
class RulesTest {
    private static final Path CHATS = Path.of("src/test/resources/chats");

    /** One line of the table. */
    record Rule(String number, String inOneLine, String chat, String words) {}

    static Stream<Rule> rules() throws IOException {
        return Files.readAllLines(CHATS.resolve("rules.csv"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Rule(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip()));
    }

    @Test
    void every_rule_has_its_line_once_and_in_order() throws IOException {
        List<String> all = IntStream.rangeClosed(1, 54)
                .mapToObj(i -> String.format("R%02d", i))
                .toList();
        assertThat(rules().map(Rule::number)).containsExactlyElementsOf(all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_bot_says_so_in_its_chat(Rule rule) throws IOException {
        assertThat(rule.inOneLine()).isNotBlank();
        assertThat(rule.words()).isNotBlank();
        String said = String.join(
                "\n",
                Files.readAllLines(CHATS.resolve(rule.chat()), StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("  "))
                        .toList());
        assertThat(said).contains(rule.words());
    }
}
