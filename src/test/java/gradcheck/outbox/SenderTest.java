package gradcheck.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.domain.QuietHours;
import gradcheck.message.OutcomeCause;
import gradcheck.message.PersonId;
import gradcheck.store.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending on a real outbox; only the way out is made up. */
class SenderTest extends OnAnOutbox {
    @Test
    void a_call_without_an_answer_is_made_again_behind_the_quiet_if_the_platform_still_knows_it_then() {
        quiet = QuietHours.between(LocalTime.of(9, 11), LocalTime.of(11, 0));
        queue(1);
        platform = call -> new SendOutcome.Unknown("no answer");
        sendAll();
        platform = call -> new SendOutcome.Sent("");
        now = Instant.parse("2027-04-20T01:12:00Z");
        queue(row("late", "p9", "也是通知", Outbox.BULK));
        queue(row("reply", "p8", "回答", Outbox.REPLY));
        sendAll();
        assertThat(calls).as("the reply alone").hasSize(2);
        now = Instant.parse("2027-04-20T03:00:00Z");
        sendAll();
        assertThat(calls).hasSize(4);
        assertThat(outcome("p0")).isEqualTo("settled sent");
    }

    @Test
    void a_call_that_the_platform_would_forget_in_the_night_is_made_again_at_once() {
        quiet = QuietHours.between(LocalTime.of(9, 11), LocalTime.of(20, 0));
        queue(1);
        platform = call -> new SendOutcome.Unknown("no answer");
        sendAll();
        platform = call -> new SendOutcome.Sent("");
        now = Instant.parse("2027-04-20T01:12:00Z");
        sendAll();
        assertThat(outcome("p0")).isEqualTo("settled sent");
    }

    @Test
    void ten_thousand_equal_texts_are_ten_calls() {
        queue(10_000);
        sendAll();
        assertThat(calls).hasSize(10);
        assertThat(outcome("p9999")).isEqualTo("settled sent");
    }

    @Test
    void who_is_refused_by_name_is_remembered_as_unreachable_until_a_message_arrives() {
        queue(3);
        platform = call -> new SendOutcome.PartlyRefused(
                "",
                List.of(
                        new SendOutcome.Refusal(new PersonId("p1"), OutcomeCause.INVALID),
                        new SendOutcome.Refusal(new PersonId("p2"), OutcomeCause.UNLICENSED)));
        sendAll();
        assertThat(outcome("p0")).isEqualTo("settled sent");
        assertThat(outcome("p1")).isEqualTo("settled refused: not reachable (invalid)");
        assertThat(outcome("p2")).isEqualTo("settled refused: not reachable (unlicensed)");
        Map<PersonId, String> refused = store().read(t -> t.unreachable().all());
        assertThat(refused).isEqualTo(Map.of(new PersonId("p1"), "INVALID", new PersonId("p2"), "UNLICENSED"));
        platform = call -> new SendOutcome.Sent("");
        queue(row("again", "p1", "hi", Outbox.BULK));
        sendAll();
        refused = store().read(t -> t.unreachable().all());
        assertThat(refused).containsOnlyKeys(new PersonId("p2"));
    }

    @Test
    void what_no_longer_holds_is_dropped_unsent_and_what_holds_later_waits() {
        queue(2);
        Instant later = now.plusSeconds(3600);
        sender(rows -> Map.of(
                        "id0", new Prepared.Dropped(OutcomeCause.DONE),
                        "id1", new Prepared.Later(later, OutcomeCause.QUIET_HOURS)))
                .sendDue();
        assertThat(calls).isEmpty();
        assertThat(outcome("p0")).isEqualTo("settled dropped: done");
        assertThat(outcome("p1")).isEqualTo("new put off: quiet hours");
        now = later;
        sendAll();
        assertThat(calls).hasSize(1);
    }

    @Test
    void a_call_without_an_answer_is_repeated_byte_by_byte_and_by_no_other_call() {
        queue(3);
        platform = call -> new SendOutcome.Unknown("timeout");
        sendAll();
        queue(row("new", "p9", "同样的话", Outbox.BULK));
        platform = call -> new SendOutcome.Sent("");
        sendAll();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1).people()).containsExactly(new PersonId("p9"));
        now = now.plusSeconds(11);
        sendAll();
        assertThat(calls).hasSize(3);
        assertThat(calls.get(2)).isEqualTo(calls.get(0));
        assertThat(outcome("p2")).isEqualTo("settled sent");
    }

    @Test
    void a_call_without_an_answer_is_repeated_also_where_replies_never_end() {
        queue(row("doubtful", "p", "收到了吗", Outbox.REPLY));
        platform = call -> new SendOutcome.Unknown("timeout");
        sender().sendDue();
        now = now.plusSeconds(11);
        queue(row("first", "q", "还有一条", Outbox.REPLY));
        platform = call -> {
            queue(row("after" + calls.size(), "q" + calls.size(), "还有一条", Outbox.REPLY));
            return new SendOutcome.Sent("");
        };
        Sender busy = sender();
        for (int i = 0; i < 12; i++) {
            assertThat(busy.sendDue()).isPositive();
        }
        assertThat(calls).filteredOn(call -> call.text().equals("收到了吗")).hasSize(2);
        assertThat(outcome("p")).isEqualTo("settled sent");
    }

    @Test
    void what_stays_unanswered_is_left_unknown_before_the_platform_forgets_it() {
        queue(1);
        platform = call -> new SendOutcome.Unknown("timeout");
        for (int i = 0; i < 400; i++) {
            sendAll();
            now = now.plusSeconds(60);
        }
        assertThat(outcome("p0")).startsWith("settled unknown:");
        assertThat(calls.size()).isBetween(10, 20);
        assertThat(now).isAfter(NOW.plus(Duration.ofHours(6)));
    }

    /** Counted in the time that really went by, however far the clock was set back after the first call. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 6, 15, 60})
    void no_call_is_made_again_later_than_the_channel_promises(int minutesBack) {
        queue(1);
        List<Duration> made = new ArrayList<>();
        Instant[] really = {now};
        platform = call -> {
            made.add(Duration.between(NOW, really[0]));
            return new SendOutcome.Unknown("timeout");
        };
        sendAll();
        for (int second = 60; second < 6 * 3600; second += 60) {
            really[0] = NOW.plusSeconds(second);
            now = really[0].minus(Duration.ofMinutes(minutesBack));
            sendAll();
        }
        assertThat(made).allSatisfy(after -> assertThat(after).isLessThanOrEqualTo(Channel.MADE_AGAIN));
        if (minutesBack == 0) {
            assertThat(made).hasSizeGreaterThan(10);
            assertThat(made.get(made.size() - 1)).isGreaterThan(Duration.ofHours(3));
        }
    }

    @Test
    void an_answer_that_comes_late_in_the_platforms_window_is_still_taken() {
        queue(1);
        platform = call -> new SendOutcome.Unknown("timeout");
        for (int i = 0; i < 200; i++) {
            sendAll();
            now = now.plusSeconds(60);
        }
        platform = call -> new SendOutcome.Sent("");
        now = now.plus(Duration.ofMinutes(17));
        sendAll();
        assertThat(outcome("p0")).isEqualTo("settled sent");
    }

    @Test
    void a_repeated_call_counts_once_in_the_budget() {
        budget = 4;
        queue(3);
        platform = call -> new SendOutcome.Unknown("timeout");
        sendAll();
        now = now.plusSeconds(11);
        platform = call -> new SendOutcome.Sent("");
        sendAll();
        queue(row("one", "q1", "另一句", Outbox.BULK));
        sendAll();
        assertThat(outcome("q1")).isEqualTo("settled sent");
    }

    @Test
    void a_call_to_many_waits_for_a_minute_in_which_not_everybody_sends() {
        now = Instant.parse("2027-04-20T01:29:45Z");
        queue(3);
        queue(row("one", "q1", "只给一个人", Outbox.BULK));
        sendAll();
        assertThat(calls).hasSize(1);
        now = Instant.parse("2027-04-20T01:30:59Z");
        sendAll();
        assertThat(calls).hasSize(1);
        now = Instant.parse("2027-04-20T01:31:00Z");
        sendAll();
        assertThat(outcome("p2")).isEqualTo("settled sent");
    }

    @Test
    void a_repeated_call_to_many_waits_for_such_a_minute_too() {
        now = Instant.parse("2027-04-20T01:29:35Z");
        queue(3);
        platform = call -> new SendOutcome.Unknown("timeout");
        sendAll();
        now = Instant.parse("2027-04-20T01:30:10Z");
        platform = call -> new SendOutcome.Sent("");
        sendAll();
        assertThat(calls).hasSize(1);
        now = Instant.parse("2027-04-20T01:31:00Z");
        sendAll();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1)).isEqualTo(calls.get(0));
    }

    @Test
    void a_process_that_dies_while_sending_leaves_a_call_that_the_next_one_repeats_identically() {
        queue(3);
        platform = call -> {
            throw new IllegalStateException("killed");
        };
        Sender dying = sender();
        assertThatThrownBy(dying::sendDue).hasMessageContaining("killed");
        platform = call -> new SendOutcome.Sent("");
        sendAll();
        assertThat(calls).as("its lease still runs").hasSize(1);
        now = now.plusSeconds(61);
        sendAll();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1)).isEqualTo(calls.get(0));
        assertThat(outcome("p0")).isEqualTo("settled sent");
    }

    /** A supervisor starts it again within seconds; whoever waits for an answer should not wait a minute more. */
    @Test
    void the_only_process_goes_on_at_once_with_what_a_dead_one_left() {
        queue(row("b", "b", "on its way", Outbox.REPLY));
        queue(row("c", "c", "kept, too", Outbox.REPLY));
        platform = call -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(this::sendAll).hasMessage("killed");
        platform = call -> new SendOutcome.Sent("");
        now = now.plusSeconds(2);
        sendAll();
        assertThat(calls).extracting(Call::text).containsExactly("on its way");
        sender().takeOver();
        sendAll();
        assertThat(calls).extracting(Call::text).containsExactly("on its way", "on its way", "kept, too");
        assertThat(outcome("b")).isEqualTo("settled sent");
        assertThat(outcome("c")).isEqualTo("settled sent");
    }

    @Test
    void a_process_that_comes_back_after_the_window_does_not_guess() {
        queue(1);
        platform = call -> {
            throw new IllegalStateException("killed");
        };
        Sender dying = sender();
        assertThatThrownBy(dying::sendDue).hasMessageContaining("killed");
        now = now.plus(Duration.ofHours(4));
        sendAll();
        assertThat(calls).hasSize(1);
        assertThat(outcome("p0")).startsWith("settled unknown:");
    }

    @Test
    void a_clock_that_was_set_back_neither_repeats_nor_blocks() {
        queue(1);
        platform = call -> {
            throw new IllegalStateException("killed");
        };
        Sender dying = sender();
        assertThatThrownBy(dying::sendDue).hasMessageContaining("killed");
        now = now.minus(Duration.ofHours(2));
        platform = call -> new SendOutcome.Sent("");
        queue(row("other", "p7", "hi", Outbox.BULK));
        sendAll();
        assertThat(calls).hasSize(2);
        now = NOW.plusSeconds(61);
        sendAll();
        assertThat(outcome("p0")).isIn("settled sent", "settled unknown: no answer came, it may have arrived");
        assertThat(outcome("p7")).isEqualTo("settled sent");
    }

    @Test
    void the_rate_limit_pauses_everything_for_a_minute_then_for_hours_and_a_restart_remembers() {
        queue(1);
        platform = call ->
                new SendOutcome.TryLater(OutcomeCause.RATE_LIMIT, "45009", "rate limit", Duration.ofSeconds(60));
        sendAll();
        now = now.plusSeconds(59);
        sendAll();
        assertThat(calls).hasSize(1);
        now = now.plusSeconds(2);
        sendAll();
        assertThat(calls).hasSize(2);
        now = now.plus(Duration.ofMinutes(59));
        sendAll();
        assertThat(calls).hasSize(2);
        now = now.plus(Duration.ofMinutes(2));
        sendAll();
        assertThat(calls).hasSize(3);
        now = now.plus(Duration.ofMinutes(61));
        sendAll();
        assertThat(calls).as("once an hour").hasSize(4);
        now = now.plus(Duration.ofMinutes(59));
        sendAll();
        assertThat(calls).hasSize(4);
        now = now.plus(Duration.ofMinutes(2));
        platform = call -> new SendOutcome.Sent("");
        sendAll();
        assertThat(outcome("p0")).isEqualTo("settled sent");
    }

    @Test
    void a_limit_that_is_hit_after_something_was_taken_begins_with_a_minute_again() {
        queue(3);
        for (int i = 0; i < 4; i++) {
            int round = i;
            platform = call ->
                    new SendOutcome.TryLater(OutcomeCause.RATE_LIMIT, "45009", "rate limit", Duration.ofSeconds(60));
            queue(row("limited" + i, "q" + i, "第" + i, Outbox.REPLY));
            sendAll();
            now = now.plusSeconds(61);
            platform = call -> new SendOutcome.Sent("");
            sendAll();
            assertThat(outcome("q" + round)).isEqualTo("settled sent");
        }
    }

    @Test
    void what_somebody_has_to_set_right_loses_no_message() {
        queue(1);
        platform = call ->
                new SendOutcome.TryLater(OutcomeCause.WRONG_SETTINGS, "60020", "trusted IP", Duration.ofMinutes(15));
        for (int i = 0; i < 30; i++) {
            sendAll();
            now = now.plus(Duration.ofMinutes(15));
        }
        platform = call -> new SendOutcome.Sent("");
        now = now.plus(Duration.ofMinutes(15));
        sendAll();
        assertThat(outcome("p0")).isEqualTo("settled sent");
    }

    @Test
    void what_somebody_waits_for_goes_before_a_round_and_between_its_calls() {
        IntStream.range(0, 5).forEach(i -> queue(row("b" + i, "p" + i, "各不相同 " + i, Outbox.BULK)));
        platform = call -> {
            if (calls.size() == 1) {
                queue(row("reply", "someone", "回答", Outbox.REPLY));
            }
            return new SendOutcome.Sent("");
        };
        sendAll();
        assertThat(calls.get(1).text()).isEqualTo("回答");
        assertThat(calls).hasSize(6);
    }

    @Test
    void a_reply_does_not_wait_for_a_reminder_without_an_answer() {
        queue(row("b", "p", "提醒", Outbox.BULK));
        platform = call -> new SendOutcome.Unknown("timeout");
        sendAll();
        platform = call -> new SendOutcome.Sent("");
        queue(row("r", "p", "回答", Outbox.REPLY));
        sendAll();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1).text()).isEqualTo("回答");
    }

    @Test
    void nobody_gets_more_than_thirty_a_minute() {
        IntStream.range(0, 40).forEach(i -> queue(row(String.format("r%02d", i), "p", "第" + i, Outbox.REPLY)));
        sendAll();
        assertThat(calls).hasSize(30);
        now = now.plusSeconds(61);
        sendAll();
        assertThat(calls).hasSize(40);
    }

    @Test
    void the_days_budget_is_kept_across_a_restart_and_replies_go_on() {
        budget = 5;
        queue(8);
        sendAll();
        assertThat(calls.stream().mapToInt(c -> c.people().size()).sum()).isEqualTo(5);
        queue(row("reply", "someone", "回答", Outbox.REPLY));
        sendAll();
        assertThat(calls.get(calls.size() - 1).text()).isEqualTo("回答");
        now = now.plus(Duration.ofDays(1));
        sendAll();
        assertThat(outcome("p7")).isEqualTo("settled sent");
    }

    @Test
    void a_paused_round_holds_up_nothing_else() {
        pausedRound();
        now = now.plusSeconds(60);
        queue(row("later", "p", "另一句", Outbox.BULK));
        sendAll();
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).text()).isEqualTo("另一句");
    }

    @Test
    void a_paused_round_waits_and_goes_on() {
        pausedRound();
        sendAll();
        assertThat(calls).isEmpty();
        assertThat(store().write(t -> t.rounds()
                                .move(
                                        "2027-1",
                                        List.of(gradcheck.store.outbox.RoundRows.State.PAUSED),
                                        gradcheck.store.outbox.RoundRows.State.RUNNING,
                                        now))
                        .join())
                .isTrue();
        sendAll();
        assertThat(calls).hasSize(1);
    }

    private void pausedRound() {
        store().write(tables -> {
                    tables.rounds()
                            .add(
                                    2027,
                                    new gradcheck.store.outbox.RoundRows.Row(
                                            "2027-1",
                                            "未核对",
                                            List.of(""),
                                            new PersonId("w"),
                                            now,
                                            1,
                                            gradcheck.store.outbox.RoundRows.State.PAUSED));
                    return tables.outbox()
                            .queue(
                                    new Outbox.New(
                                            "a",
                                            new PersonId("p"),
                                            "text",
                                            "hi",
                                            Outbox.BULK,
                                            now,
                                            Optional.empty(),
                                            "2027-1"),
                                    now);
                })
                .join();
    }
}
