package gradcheck.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.message.OutcomeCause;
import gradcheck.store.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What people wait for goes out several calls at a time; what nobody waits for, and one person's messages, one by one. */
class AdaptiveConcurrencyTest extends OnAnOutbox {
    private static final SendOutcome SENT = new SendOutcome.Sent("");
    private static final SendOutcome CROWDED =
            new SendOutcome.TryLater(OutcomeCause.TOO_MANY_AT_ONCE, "45033", "busy", Duration.ofSeconds(10));

    /** Fills one lane, two, three and four. */
    private static final int PEOPLE = 12;

    private final AtomicInteger underWay = new AtomicInteger();

    private void queueReplies(int people) {
        for (int i = 0; i < people; i++) {
            queue(row("r" + i, "p" + i, "第" + i, Outbox.REPLY));
        }
    }

    /** Answers when so many calls are under way; alone none of them would ever be answered. */
    private static SendOutcome together(CyclicBarrier all, SendOutcome outcome) {
        try {
            all.await(20, TimeUnit.SECONDS);
            return outcome;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            return new SendOutcome.Refused(OutcomeCause.OTHER, "0", "it was alone: " + e);
        }
    }

    private static SendOutcome after(CountDownLatch other, SendOutcome outcome) {
        try {
            return other.await(20, TimeUnit.SECONDS)
                    ? outcome
                    : new SendOutcome.Refused(OutcomeCause.OTHER, "0", "the other one never came");
        } catch (InterruptedException e) {
            return new SendOutcome.Refused(OutcomeCause.OTHER, "0", "it was alone: " + e);
        }
    }

    /** So many calls at a time, neither fewer, for then none would be answered, nor more. */
    private void round(Sender sender, int width, SendOutcome outcome) {
        CyclicBarrier all = new CyclicBarrier(width);
        AtomicInteger most = new AtomicInteger();
        platform = call -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            SendOutcome answer = together(all, outcome);
            underWay.decrementAndGet();
            return answer;
        };
        int first = calls.size();
        for (int i = first; i < first + PEOPLE; i++) {
            queue(row("r" + i, "p" + i, "第" + i, Outbox.REPLY));
        }
        sender.sendDue();
        assertThat(calls).hasSize(first + PEOPLE);
        assertThat(most.get()).as("calls at a time").isEqualTo(width);
        assertThat(outcome("p" + first)).doesNotContain("alone");
    }

    @Test
    void several_people_are_answered_at_a_time() {
        atOnce = 4;
        queueReplies(4);
        CyclicBarrier all = new CyclicBarrier(4);
        platform = call -> together(all, SENT);
        assertThat(sender().sendDue()).isEqualTo(4);
        assertThat(List.of(outcome("p0"), outcome("p1"), outcome("p2"), outcome("p3")))
                .containsOnly("settled sent");
    }

    @Test
    void one_persons_messages_stay_in_their_order() {
        atOnce = 4;
        for (int i = 0; i < 8; i++) {
            queue(row("r" + i, "p", "第" + i, Outbox.REPLY));
        }
        platform = call -> {
            assertThat(underWay.incrementAndGet()).isOne();
            underWay.decrementAndGet();
            return SENT;
        };
        sendAll();
        assertThat(calls).extracting(Call::text).containsExactly("第0", "第1", "第2", "第3", "第4", "第5", "第6", "第7");
    }

    @Test
    void a_round_goes_one_call_after_the_other() {
        atOnce = 4;
        for (int i = 0; i < 4; i++) {
            queue(row("b" + i, "p" + i, "第" + i, Outbox.BULK));
        }
        platform = call -> {
            assertThat(underWay.incrementAndGet()).isOne();
            underWay.decrementAndGet();
            return SENT;
        };
        sendAll();
        assertThat(calls).hasSize(4);
        assertThat(outcome("p3")).isEqualTo("settled sent");
    }

    @Test
    void too_many_at_a_time_become_half_as_many_and_then_slowly_more() {
        atOnce = 4;
        Sender sender = sender();
        round(sender, 4, SENT);
        round(sender, 4, CROWDED);
        round(sender, 2, CROWDED);
        round(sender, 1, CROWDED);
        round(sender, 1, SENT);
        round(sender, 2, SENT);
        round(sender, 3, SENT);
        round(sender, 4, SENT);
        round(sender, 4, SENT);
    }

    @Test
    void a_limit_that_several_calls_hit_together_is_one_limit() {
        atOnce = 4;
        queueReplies(4);
        CyclicBarrier all = new CyclicBarrier(4);
        platform = call -> together(
                all, new SendOutcome.TryLater(OutcomeCause.RATE_LIMIT, "45009", "rate limit", Duration.ofSeconds(60)));
        sender().sendDue();
        Instant until = read(tables -> tables.allowance().pause().orElseThrow().until());
        assertThat(until).isEqualTo(NOW.plusSeconds(60));
        platform = call -> SENT;
        now = until;
        sendAll();
        assertThat(outcome("p3")).isEqualTo("settled sent");
    }

    /** Else the minute would come again and again where the hour's limit was hit. */
    @Test
    void a_call_that_was_under_way_when_the_limit_was_hit_does_not_say_that_it_is_over() {
        SendOutcome limit =
                new SendOutcome.TryLater(OutcomeCause.RATE_LIMIT, "45009", "rate limit", Duration.ofSeconds(60));
        atOnce = 2;
        queueReplies(2);
        CountDownLatch limited = new CountDownLatch(1);
        platform = call -> {
            if (call.text().equals("第1")) {
                return after(limited, SENT);
            }
            limited.countDown();
            return limit;
        };
        sender().sendDue();
        platform = call -> limit;
        now = NOW.plusSeconds(60);
        sender().sendDue();
        Instant until = read(tables -> tables.allowance().pause().orElseThrow().until());
        assertThat(until).isEqualTo(now.plusSeconds(3600));
    }

    @Test
    void a_limit_that_a_reply_hits_between_the_calls_of_a_round_holds_the_round_back() {
        queue(row("b0", "p0", "第0", Outbox.BULK));
        queue(row("b1", "p1", "第1", Outbox.BULK));
        platform = call -> {
            if (call.text().equals("答")) {
                return new SendOutcome.TryLater(OutcomeCause.RATE_LIMIT, "45009", "rate limit", Duration.ofSeconds(60));
            }
            queue(row("r", "q", "答", Outbox.REPLY));
            return SENT;
        };
        sender().sendDue();
        assertThat(calls).extracting(Call::text).containsExactly("第0", "答");
        assertThat(outcome("p1")).startsWith("new");
    }

    @Test
    void a_failure_in_one_lane_is_told_when_the_others_have_done_theirs() {
        atOnce = 2;
        queueReplies(5);
        platform = call -> {
            if (call.text().equals("第0")) {
                throw new IllegalStateException("broken");
            }
            return SENT;
        };
        Sender sender = sender();
        assertThatThrownBy(sender::sendDue).isInstanceOf(CompletionException.class);
        for (int i = 1; i < 5; i++) {
            assertThat(outcome("p" + i)).isEqualTo("settled sent");
        }
        assertThat(outcome("p0")).startsWith("sending");
    }

    /** At half past everybody's programs send; who has just written is answered all the same. */
    @Test
    void who_waits_for_an_answer_does_not_wait_for_a_quieter_minute() {
        now = Instant.parse("2027-04-20T01:30:10Z");
        queue(row("a", "p", "同样的话", Outbox.REPLY));
        queue(row("b", "q", "同样的话", Outbox.REPLY));
        sendAll();
        assertThat(calls).hasSize(1);
        assertThat(outcome("q")).isEqualTo("settled sent");
    }
}
