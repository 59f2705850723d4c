package gradcheck.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.app.TestSettings;
import gradcheck.message.PersonId;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.store.crypto.FieldCipher;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration's work on the data is done in pieces, each once, whatever ends the process in between. */
class DataStepsTest {
    private static final int ROWS = 7;
    private static final int PIECE = 2;

    @TempDir
    Path folder;

    private final List<String> done = new ArrayList<>();
    private int until = Integer.MAX_VALUE;

    private Store open() {
        FieldCipher seal = new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom());
        return Store.open(
                new Connections("jdbc:sqlite:" + folder.resolve("d.db")),
                seal,
                TestSettings.season(),
                List.of(new DataSteps.Step("first", this::piece), new DataSteps.Step("second", this::piece)));
    }

    /** Two messages at a time, in the order of their keys; what is done to them is rolled back with the piece. */
    private Optional<String> piece(String cursor, Tables tables) {
        List<String> next = tables.handle()
                .createQuery(
                        "SELECT message_key FROM inbox WHERE message_key > :cursor ORDER BY message_key LIMIT " + PIECE)
                .bind("cursor", cursor)
                .mapTo(String.class)
                .list();
        next.forEach(key -> tables.handle()
                .createUpdate("UPDATE inbox SET answer = COALESCE(answer, '') || '+' WHERE message_key = :key")
                .bind("key", key)
                .execute());
        if (done.size() >= until) {
            throw new IllegalStateException("killed");
        }
        done.addAll(next);
        return next.isEmpty() ? Optional.empty() : Optional.of(next.get(next.size() - 1));
    }

    private List<String> answers() {
        try (Store store = open()) {
            return store.read(t -> t.handle()
                    .createQuery("SELECT answer FROM inbox ORDER BY message_key")
                    .mapTo(String.class)
                    .list());
        }
    }

    private void fill() {
        try (Store store = open()) {
            store.write(t -> {
                        for (int i = 0; i < ROWS; i++) {
                            t.inbox().take("k" + i, new PersonId("p"), Instant.EPOCH);
                        }
                        t.handle().execute("DELETE FROM mark");
                        return t;
                    })
                    .join();
        }
    }

    @Test
    void a_step_that_was_stopped_in_the_middle_goes_on_where_its_last_piece_ended() {
        fill();
        for (int stop : new int[] {0, 2, 6, 9}) {
            until = stop;
            assertThatThrownBy(this::open).hasMessageContaining("killed");
            assertThat(done).hasSizeLessThanOrEqualTo(Math.max(stop, ROWS + 2));
        }
        until = Integer.MAX_VALUE;
        assertThat(answers()).hasSize(ROWS).containsOnly("++");
        assertThat(done).hasSize(2 * ROWS);
    }

    @Test
    void what_is_done_is_not_done_again() {
        fill();
        assertThat(answers()).containsOnly("++");
        assertThat(answers()).containsOnly("++");
        assertThat(done).hasSize(2 * ROWS);
    }
}
