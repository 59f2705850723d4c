package gradcheck.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import gradcheck.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A message that was taken is there for whoever looks within its transaction, though its row comes with its answer. */
class InboxTest extends OnAFreshStore {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    private static final PersonId ZHANG = new PersonId("zhang");
    private static final PersonId LI = new PersonId("li");

    private static boolean take(Tables t, String key, Instant at) {
        return t.inbox().take(key, ZHANG, at);
    }

    private List<String> rows() {
        return read(t -> t.handle()
                .createQuery("SELECT message_key || ' ' || COALESCE(answer, 'none') || ' ' || paced FROM inbox"
                        + " ORDER BY received_at, message_key")
                .mapTo(String.class)
                .list());
    }

    @Test
    void key_and_answer_are_one_row_and_a_message_without_an_answer_has_one_too() {
        write(t -> {
            take(t, "a", NOW);
            t.inbox().answer(ZHANG, "a", "好");
            return take(t, "b", NOW);
        });
        assertThat(rows()).containsExactly("a 好 1", "b none 1");
    }

    @Test
    void what_was_taken_is_not_taken_again_in_the_same_transaction_or_a_later_one() {
        write(t -> {
            assertThat(take(t, "a", NOW)).isTrue();
            assertThat(take(t, "a", NOW)).isFalse();
            assertThat(t.inbox().take("a", LI, NOW)).as("somebody else's").isTrue();
            return true;
        });
        assertThat(this.<Boolean>write(t -> take(t, "a", NOW))).isFalse();
        assertThat(rows()).hasSize(2);
    }

    @Test
    void a_transaction_that_fails_has_taken_nothing() {
        store().write(t -> {
                    take(t, "a", NOW);
                    throw new IllegalStateException("broken");
                })
                .exceptionally(e -> null)
                .join();
        assertThat(rows()).isEmpty();
        assertThat(this.<Boolean>write(t -> take(t, "a", NOW))).isTrue();
    }

    /** Each looks while the row is still to come. */
    @Test
    void whatever_counts_messages_counts_the_one_that_was_just_taken() {
        sees(t -> t.inbox().knows(ZHANG, "a"), true);
        sees(t -> t.inbox().heardOf(List.of(ZHANG)), Set.of(ZHANG));
        sees(t -> t.inbox().lastHeard().get(ZHANG), NOW);
        sees(t -> t.inbox().answersTo(ZHANG), 0);
        sees(t -> t.inbox().answerTo(ZHANG, "a"), Optional.empty());
        sees(t -> t.inbox().takenSince(ZHANG, NOW.minusSeconds(3600)), List.of(NOW));
        sees(t -> t.inbox().takenSince(ZHANG, NOW.minusSeconds(60)), List.of(NOW));
    }

    private <T> void sees(Function<Tables, T> look, T seen) {
        store().write(t -> {
                    take(t, "a", NOW);
                    assertThat(look.apply(t)).isEqualTo(seen);
                    t.inbox().answer(ZHANG, "a", "好");
                    assertThat(t.inbox().answerTo(ZHANG, "a")).contains("好");
                    throw new IllegalStateException("taken back");
                })
                .handle((nothing, failure) -> {
                    assertThat(failure).hasMessage("taken back");
                    return true;
                })
                .join();
    }

    @Test
    void what_is_no_word_or_tap_is_left_out_of_the_pace_and_what_came_before_is_not() {
        Consumer<String> says = key -> write(t -> take(t, key, NOW.plusSeconds(key.charAt(0) - 'a')));
        List.of("a", "b", "c").forEach(says);
        List<Instant> counted = write(t -> {
            take(t, "d", NOW.plusSeconds(130));
            return t.inbox().takenSince(ZHANG, NOW.plusSeconds(130).minus(Duration.ofMinutes(2)));
        });
        assertThat(counted).as("the first two minutes are over").containsExactly(NOW.plusSeconds(130));
        List<Instant> entered = write(t -> {
            take(t, "e", NOW.plusSeconds(131));
            t.inbox().leaveOutOfPace(ZHANG, "e");
            return t.inbox().takenSince(ZHANG, NOW.plusSeconds(11));
        });
        assertThat(entered).containsExactly(NOW.plusSeconds(130));
        assertThat(rows()).contains("e none 0");
        List<Instant> all = read(t -> t.inbox().takenSince(ZHANG, NOW));
        assertThat(all).containsExactly(NOW, NOW.plusSeconds(1), NOW.plusSeconds(2), NOW.plusSeconds(130));
    }
}
