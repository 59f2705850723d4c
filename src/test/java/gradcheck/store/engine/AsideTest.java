package gradcheck.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.message.OutcomeKind;
import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.Queueing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What takes long is read beside the writer, and what is queued for thousands is queued in pieces (A16). */
class AsideTest extends OnAFreshStore {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");

    private static final PersonId SOMEBODY = new PersonId("p");

    private static boolean take(Tables tables, String key) {
        return tables.inbox().take(key, SOMEBODY, NOW);
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void while_one_reads_long_all_others_write() {
        CountDownLatch read = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        CompletableFuture<Boolean> slow = store().write(tables -> {
            begun.incrementAndGet();
            take(tables, "slow");
            boolean known = tables.aside("key", beside -> wait(read));
            return known && take(tables, "slow, too");
        });
        for (int i = 0; i < 100; i++) {
            String key = "quick" + i;
            assertThat(this.<Boolean>write(tables -> take(tables, key))).isTrue();
        }
        assertThat(slow).isNotDone();
        assertThat(this.<Boolean>read(tables -> tables.inbox().knows(SOMEBODY, "slow")))
                .as("nothing of what is to begin anew stays")
                .isFalse();
        read.countDown();
        assertThat(slow.join()).isTrue();
        assertThat(begun).hasValue(2);
        assertThat(this.<Boolean>read(tables ->
                        tables.inbox().knows(SOMEBODY, "slow") && tables.inbox().knows(SOMEBODY, "slow, too")))
                .isTrue();
    }

    @Test
    void what_fails_beside_the_writer_fails_for_whom_it_was_read() {
        CompletableFuture<Object> failing = store().write(tables -> tables.aside("key", beside -> {
            throw new IllegalStateException("no such thing");
        }));
        assertThatThrownBy(failing::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(this.<Boolean>write(tables -> take(tables, "next"))).isTrue();
    }

    @Test
    void a_read_reads_it_itself() {
        assertThat(this.<Integer>read(tables -> tables.aside("key", beside -> 7)))
                .isEqualTo(7);
    }

    @Test
    void what_takes_long_to_write_is_seen_in_the_longest_hold() {
        assertThat(store().longestHoldSeconds()).isLessThan(0.2);
        write(tables -> {
            long end = System.nanoTime() + 250_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return true;
        });
        assertThat(store().longestHoldSeconds()).isGreaterThanOrEqualTo(0.25);
    }

    private static List<Queueing.Line> lines(int people) {
        return java.util.stream.IntStream.range(0, people)
                .mapToObj(i -> new Queueing.Line(new PersonId("p" + i), NOW, "n" + i, i % 2 == 0 ? "" : "own"))
                .toList();
    }

    private List<Outbox.Row> queuedFor(String person) {
        return read(tables -> tables.outbox().of(new PersonId(person), 10));
    }

    private boolean queueNext() {
        AtomicInteger ids = new AtomicInteger((int) (System.nanoTime() % 1_000_000) * 1000);
        return this.<Boolean>write(tables -> tables.queueing().queueNext(() -> "i" + ids.incrementAndGet(), NOW));
    }

    @Test
    void a_piece_after_the_other_is_queued_and_none_twice() {
        Queueing.Whole whole = new Queueing.Whole("w", "text", "all");
        write(tables -> {
            tables.queueing().add(whole, Queueing.pieces(lines(250)));
            return true;
        });
        assertThat(queuedFor("p0")).isEmpty();
        assertThat(queueNext()).isTrue();
        assertThat(queuedFor("p0")).singleElement().satisfies(row -> {
            assertThat(row.body()).isEqualTo("all");
            assertThat(row.round()).isEqualTo("w");
        });
        assertThat(queuedFor("p1")).extracting(Outbox.Row::body).containsExactly("own");
        assertThat(queuedFor("p100")).isEmpty();
        assertThat(this.<Integer>read(tables -> tables.queueing().waiting("w"))).isEqualTo(150);
        while (queueNext()) {
            // To the end.
        }
        assertThat(queuedFor("p249")).hasSize(1);
        Map<OutcomeKind, Integer> outcomes = read(tables -> tables.rounds().outcomes("w"));
        assertThat(outcomes).containsExactly(Map.entry(OutcomeKind.NONE, 250));
        assertThat(this.<Boolean>read(tables -> tables.queueing().isAny())).isFalse();
    }

    @Test
    void what_is_dropped_in_between_is_not_queued_any_more() {
        write(tables -> {
            tables.queueing().add(new Queueing.Whole("w", "text", "all"), Queueing.pieces(lines(250)));
            return true;
        });
        queueNext();
        assertThat(this.<Integer>write(tables -> tables.queueing().drop("w"))).isEqualTo(150);
        assertThat(queueNext()).isFalse();
        assertThat(queuedFor("p249")).isEmpty();
    }
}
