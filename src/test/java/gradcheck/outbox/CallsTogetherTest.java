package gradcheck.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.store.outbox.Outbox;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Calls that are kept in one write, made, and settled in one write; and what is left of them when it ends in between. */
class CallsTogetherTest extends OnAnOutbox {
    private static final SendOutcome SENT = new SendOutcome.Sent("");
    private static final SendOutcome LIMIT =
            new SendOutcome.TryLater(OutcomeCause.RATE_LIMIT, "45009", "rate limit", Duration.ofSeconds(60));

    private void queueReplies(int people) {
        for (int i = 0; i < people; i++) {
            queue(row("r" + i, "p" + i, "第" + i, Outbox.REPLY));
        }
    }

    private long count(String what) {
        return read(tables -> tables.handle()
                .createQuery("SELECT COUNT(*) FROM " + what)
                .mapTo(Long.class)
                .one());
    }

    private long open() {
        return count("batch WHERE state = 'open'");
    }

    private int counted() {
        return read(tables -> tables.allowance().used(LocalDate.of(2027, 4, 20)));
    }

    @Test
    void all_stand_on_disk_as_open_from_before_the_first_until_after_the_last() {
        queueReplies(5);
        List<Long> underWay = new ArrayList<>();
        platform = call -> {
            underWay.add(open());
            assertThat(count("outbox WHERE state = 'sending'")).isEqualTo(5);
            return SENT;
        };
        assertThat(sender().sendDue()).isEqualTo(5);
        assertThat(underWay).containsExactly(5L, 5L, 5L, 5L, 5L);
        assertThat(open()).isZero();
        assertThat(count("outbox WHERE state = 'settled' AND attempts = 1")).isEqualTo(5);
        assertThat(counted()).isEqualTo(5);
    }

    /** Nobody knows which of them were made: each is made again, as it was, and none by another call. */
    @Test
    void a_process_that_dies_leaves_all_of_them_open_and_the_next_one_makes_each_of_them_the_same_again() {
        queueReplies(4);
        queue(row("s", "p0", "第二句", Outbox.REPLY));
        platform = call -> {
            throw new IllegalStateException("killed");
        };
        Sender dying = sender();
        assertThatThrownBy(dying::sendDue).hasMessageContaining("killed");
        assertThat(open()).isEqualTo(4);
        platform = call -> SENT;
        sender().takeOver();
        sendAll();
        assertThat(calls).extracting(Call::text).containsExactly("第0", "第0", "第1", "第2", "第3", "第二句");
        assertThat(count("batch WHERE tries = 2 AND is_doubtful = 1 AND state = 'settled'"))
                .isEqualTo(4);
        assertThat(counted()).as("each counts once").isEqualTo(5);
    }

    @Test
    void what_a_dead_process_left_open_for_too_long_is_unknown_all_of_it() {
        queueReplies(3);
        platform = call -> {
            throw new IllegalStateException("killed");
        };
        Sender dying = sender();
        assertThatThrownBy(dying::sendDue).hasMessageContaining("killed");
        now = now.plus(Duration.ofHours(4));
        platform = call -> SENT;
        sender().takeOver();
        sendAll();
        assertThat(calls).hasSize(1);
        assertThat(List.of(outcome("p0"), outcome("p1"), outcome("p2")))
                .containsOnly("settled unknown: no answer came, it may have arrived");
    }

    @Test
    void what_a_limit_stops_is_as_if_it_had_never_been_kept() {
        queueReplies(4);
        platform = call -> call.text().equals("第1") ? LIMIT : SENT;
        assertThat(sender().sendDue()).isEqualTo(2);
        assertThat(calls).extracting(Call::text).containsExactly("第0", "第1");
        assertThat(outcome("p0")).isEqualTo("settled sent");
        assertThat(count("outbox WHERE state = 'new' AND batch = '' AND attempts = 0"))
                .isEqualTo(2);
        assertThat(count("batch")).as("of what was made alone").isEqualTo(2);
        assertThat(counted()).isEqualTo(1);
        now = now.plusSeconds(60);
        platform = call -> SENT;
        sendAll();
        assertThat(calls).extracting(Call::text).containsExactly("第0", "第1", "第2", "第3", "第1");
    }

    @Test
    void a_limit_stops_calls_that_are_made_again_too_and_they_stay_the_calls_they_are() {
        queueReplies(3);
        platform = call -> new SendOutcome.Unknown("timeout");
        sender().sendDue();
        now = now.plusSeconds(10);
        platform = call -> LIMIT;
        sender().sendDue();
        assertThat(calls).hasSize(4);
        assertThat(open()).isEqualTo(3);
        now = now.plusSeconds(60);
        platform = call -> SENT;
        sendAll();
        assertThat(calls).extracting(Call::text).containsExactly("第0", "第1", "第2", "第0", "第0", "第1", "第2");
        assertThat(count("batch WHERE state = 'settled'")).isEqualTo(3);
    }

    /** While it is decided what the messages say, somebody takes one of them back. */
    @Test
    void what_is_taken_back_before_its_call_is_kept_is_not_sent() {
        queueReplies(2);
        queue(row("same", "p9", "第1", Outbox.REPLY));
        sender(rows -> {
                    write(tables -> tables.outbox().cancel("r0", OutcomeCause.CANCELLED, now)
                            && tables.outbox().cancel("same", OutcomeCause.CANCELLED, now));
                    return rows.stream()
                            .collect(Collectors.toMap(
                                    Outbox.Row::id, row -> new Prepared.Ready(new Outgoing.Text(row.body()))));
                })
                .sendDue();
        assertThat(calls).singleElement().satisfies(call -> assertThat(call.people())
                .extracting(p -> p.value())
                .containsExactly("p1"));
        assertThat(outcome("p0")).isEqualTo("settled dropped: cancelled");
        assertThat(outcome("p9")).isEqualTo("settled dropped: cancelled");
        assertThat(count("batch")).isOne();
        assertThat(counted()).isOne();
    }

    @Test
    void what_is_taken_back_stays_so_whatever_was_decided_of_it() {
        queueReplies(2);
        sender(rows -> {
                    write(tables -> tables.outbox().cancel("r0", OutcomeCause.CANCELLED, now)
                            && tables.outbox().cancel("r1", OutcomeCause.CANCELLED, now));
                    return Map.of("r0", new Prepared.Later(now.plusSeconds(60), OutcomeCause.QUIET_HOURS));
                })
                .sendDue();
        assertThat(outcome("p0")).isEqualTo("settled dropped: cancelled");
        assertThat(outcome("p1")).isEqualTo("settled dropped: cancelled");
    }

    /** A process that dies leaves a part of a long round in doubt, not all of it. */
    @Test
    void of_a_round_some_calls_are_kept_at_a_time() {
        for (int i = 0; i < 50; i++) {
            queue(row("b" + i, "p" + i, "第" + i, Outbox.BULK));
        }
        List<Long> underWay = new ArrayList<>();
        platform = call -> {
            underWay.add(open());
            return SENT;
        };
        assertThat(sender().sendDue()).isEqualTo(50);
        assertThat(underWay).hasSize(50).allMatch(open -> open > 0 && open <= 20);
        assertThat(open()).isZero();
    }

    @Test
    void a_limit_that_a_round_hits_lets_no_reply_out_either() {
        for (int i = 0; i < 3; i++) {
            queue(row("b" + i, "p" + i, "第" + i, Outbox.BULK));
        }
        platform = call -> {
            queue(row("r" + calls.size(), "q", "答", Outbox.REPLY));
            return LIMIT;
        };
        sender().sendDue();
        assertThat(calls).hasSize(1);
        assertThat(count("outbox WHERE state = 'new'")).isEqualTo(4);
    }
}
