package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.config.Environment;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.SendOutcome;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.turn.RateLimit;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was queued by a turn goes out at a nudge; the rounds that come by themselves are not begun here. */
class BackgroundTest {
    @TempDir
    Path folder;

    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

    private static void queue(AppContext ready, String id) {
        Instant now = Instant.now();
        ready.store()
                .write(tables -> {
                    OutboxCodec.Label label = OutboxCodec.Label.reply(id, new PersonId("p"), now);
                    tables.parcels().queue(label, new Outgoing.Text(id), now);
                    return id;
                })
                .join();
    }

    @Test
    void a_nudge_sends_what_waits_to_its_end_and_the_next_one_what_came_after() throws Exception {
        Map<String, String> variables = Map.of(
                "GRADCHECK_DATABASE",
                "jdbc:sqlite:" + folder.resolve("b.db"),
                "GRADCHECK_DATA_KEY",
                Base64.getEncoder().encodeToString(new byte[32]));
        try (AppContext ready = AppContext.open(new Environment(variables))) {
            Bot.Ground ground = new Bot.Ground(
                    ready.store(),
                    (to, message, call) -> {
                        sent.add(((Outgoing.Text) message).text());
                        return new SendOutcome.Sent("");
                    },
                    Clock.systemUTC(),
                    new SecureRandom(),
                    false,
                    RateLimit.FREE);
            try (Background background = new Background(new Bot(ready.settings(), ready.copy(), ground), () -> {})) {
                queue(ready, "one");
                queue(ready, "two");
                background.nudge();
                assertThat(sent.poll(20, TimeUnit.SECONDS)).isEqualTo("one");
                assertThat(sent.poll(20, TimeUnit.SECONDS)).isEqualTo("two");
                queue(ready, "three");
                background.nudge();
                assertThat(sent.poll(20, TimeUnit.SECONDS)).isEqualTo("three");
            }
        }
    }
}
