package gradcheck.chats;

import gradcheck.app.TestBot;
import java.nio.file.Path;
import java.util.List;

/** A chat that was written down elsewhere, played as the files are. */
public final class PlayedChat {
    private PlayedChat() {}

    /** The chat as it really went, on a fresh bot in that folder. */
    public static String play(String chat, Path folder) throws Exception {
        List<String> lines = chat.lines().toList();
        try (TestBot bot = new TestBot(folder)) {
            return new ChatFile(bot).play(lines);
        }
    }
}
