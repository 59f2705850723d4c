package gradcheck.chats;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code .chat} file, played whole; {@code -Dchats=write} writes down what the bot says now instead. */
class ChatsTest {
    private static final Path CHATS = Path.of("src/test/resources/chats");

    static Stream<Path> chats() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(CHATS)) {
            files = all.filter(f -> f.toString().endsWith(".chat")).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream();
    }

    /** {@code 设置 registration_system: required} changes a line of the config for this chat. */
    private static Map<String, String> settings(String chat) {
        return chat.lines()
                .filter(l -> l.startsWith("设置 "))
                .map(l -> l.substring(3).split(":", 2))
                .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> parts[1].strip()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chats")
    void a_chat_goes_as_it_is_written(Path file, @TempDir Path folder) throws Exception {
        String written = Files.readString(file, StandardCharsets.UTF_8);
        try (TestBot bot = new TestBot(folder, settings(written))) {
            String played = new ChatFile(bot).play(written.lines().toList());
            if ("write".equals(System.getProperty("chats"))) {
                Files.writeString(file, played, StandardCharsets.UTF_8);
            } else {
                assertThat(played).isEqualTo(written);
            }
        }
    }
}
