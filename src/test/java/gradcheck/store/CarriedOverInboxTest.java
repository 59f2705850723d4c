package gradcheck.store;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.PersonId;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.Connections;
import gradcheck.store.engine.Migrations;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A1: what 1.0.0 took and answered is known to this program, and only as its sender's. */
class CarriedOverInboxTest {
    private static final int SCHEMA_OF_1_0_0 = 12;
    private static final PersonId LI = new PersonId("li");
    private static final PersonId MALLORY = new PersonId("mallory");

    @TempDir
    Path folder;

    private Store upgraded() throws Exception {
        String address = "jdbc:sqlite:" + folder.resolve("u.db");
        Migrations.bringUpTo(SCHEMA_OF_1_0_0, new Connections(address));
        try (Connection raw = DriverManager.getConnection(address);
                var statement = raw.createStatement()) {
            statement.execute("INSERT INTO inbox VALUES ('m:1', 'li', 5, 'for li'), ('m:2', 'li', 6, NULL),"
                    + " ('e:li|5|enter_agent|||', 'li', 7, 'hello')");
        }
        return Stores.open(
                address, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
    }

    @Test
    void a_redelivery_over_the_upgrade_gets_the_stored_answer() throws Exception {
        try (Store store = upgraded()) {
            for (String key : new String[] {"m:1", "m:2", "e:li|5|enter_agent|||"}) {
                boolean isNew =
                        store.write(t -> t.inbox().take(key, LI, Instant.EPOCH)).join();
                assertThat(isNew).as(key).isFalse();
            }
            assertThat(store.<Optional<String>>read(t -> t.inbox().answerTo(LI, "m:1")))
                    .contains("for li");
            assertThat(store.<Optional<String>>read(t -> t.inbox().answerTo(LI, "m:2")))
                    .isEmpty();
            assertThat(store.<Optional<String>>read(t -> t.inbox().answerTo(LI, "e:li|5|enter_agent|||")))
                    .contains("hello");
        }
    }

    @Test
    void nobody_else_gets_it() throws Exception {
        try (Store store = upgraded()) {
            assertThat(store.<Optional<String>>read(t -> t.inbox().answerTo(MALLORY, "m:1")))
                    .isEmpty();
            boolean isNew = store.write(t -> t.inbox().take("m:1", MALLORY, Instant.EPOCH))
                    .join();
            assertThat(isNew).isTrue();
        }
    }

    /** 1.0.0 kept an event that has a MsgId as if it were a message. */
    @Test
    void an_event_with_an_id_is_known_over_the_upgrade_but_a_new_message_with_that_id_is_no_event() throws Exception {
        try (Store store = upgraded()) {
            boolean isNew =
                    store.write(t -> t.inbox().take("e:m:1", LI, Instant.EPOCH)).join();
            assertThat(isNew).isFalse();
            assertThat(store.<Optional<String>>read(t -> t.inbox().answerTo(LI, "e:m:1")))
                    .contains("for li");
            boolean first =
                    store.write(t -> t.inbox().take("m:9", LI, Instant.EPOCH)).join();
            boolean event =
                    store.write(t -> t.inbox().take("e:m:9", LI, Instant.EPOCH)).join();
            assertThat(first && event).isTrue();
        }
    }
}
