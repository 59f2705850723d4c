package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.config.Environment;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

/** A bot whose database is given trouble while 李四 writes to it, and how it says it is. */
final class TroubledBot {
    private final Path file;
    private final TestBot bot;
    private final PersonId li;
    private int messages;

    TroubledBot(Path folder) throws Exception {
        file = folder.resolve("test.db");
        bot = new TestBot(folder);
        li = bot.named("李四").orElseThrow();
    }

    TestBot bot() {
        return bot;
    }

    PersonId li() {
        return li;
    }

    Incoming.Text message() {
        messages++;
        return message("m:" + messages);
    }

    Incoming.Text message(String key) {
        return new Incoming.Text(li, key, bot.now(), "进度");
    }

    /** How many messages were made. */
    int messages() {
        return messages;
    }

    boolean isTaken(String key) {
        return bot.store().read(tables -> tables.inbox().knows(li, key));
    }

    Map<String, Object> health(boolean up) {
        var health = new HealthCheck(bot.store(), HealthCheck.Outside.UNSEEN, Clock.systemUTC()).get();
        assertThat(health.up()).isEqualTo(up);
        return health.details();
    }

    String address() {
        return "jdbc:sqlite:" + file;
    }

    /** The settings of a process that would open the same database. */
    Environment environment() {
        return new Environment(Map.of(
                "GRADCHECK_DATABASE",
                address(),
                "GRADCHECK_DATA_KEY",
                Base64.getEncoder().encodeToString(new byte[32])));
    }
}
