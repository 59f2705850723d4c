package gradcheck.app;

import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that talk to a bot of their own, most of them as 李四, who has written nothing yet. */
abstract class OnABot {
    @TempDir
    Path folder;

    TestBot bot;
    PersonId student;
    private int count;

    @BeforeEach
    void start() throws Exception {
        bot = new TestBot(folder);
        student = bot.named("李四").orElseThrow();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    /** The key of a message that is like no other. */
    String nextKey() {
        count++;
        return "n" + count;
    }

    Answer take(PersonId who, String text) {
        return bot.take(new Incoming.Text(who, nextKey(), bot.now(), text));
    }

    /** What is answered at once. */
    String say(PersonId who, String text) {
        return take(who, text) instanceof Answer.Says says ? says.text() : "";
    }

    String say(String text) {
        return say(student, text);
    }
}
