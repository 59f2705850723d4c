package gradcheck.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Attachment;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each outcome means for a message, and when it is tried again. */
class OutcomesTest extends OnAnOutbox {
    private static final SendOutcome BUSY =
            new SendOutcome.TryLater(OutcomeCause.BUSY, "-1", "busy", Duration.ofSeconds(5));

    private static Instant local(String time) {
        return LocalDateTime.parse("2027-04-20T" + time)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }

    /** How long after the first call each further one is made, while it is looked every second. */
    private List<Long> tries(int seconds) {
        List<Long> tries = new ArrayList<>();
        Instant begin = now;
        for (int second = 0; second <= seconds; second++) {
            now = begin.plusSeconds(second);
            int before = calls.size();
            sender().sendDue();
            if (calls.size() > before) {
                tries.add((long) second);
            }
        }
        return tries;
    }

    @Test
    void what_reached_nobody_is_tried_again_in_doubling_pauses() {
        queue(row("id", "p", "话", Outbox.REPLY));
        platform = call -> BUSY;
        assertThat(tries(160)).containsExactly(0L, 5L, 15L, 35L, 75L, 155L);
    }

    @Test
    void what_got_no_answer_is_asked_again_in_growing_pauses_too() {
        queue(row("id", "p", "话", Outbox.REPLY));
        platform = call -> new SendOutcome.Unknown("timeout");
        assertThat(tries(320)).containsExactly(0L, 10L, 20L, 40L, 80L, 160L, 320L);
    }

    private void tryForDays(Sender sender) {
        for (int i = 0; i < 60; i++) {
            sender.sendDue();
            now = now.plus(Duration.ofHours(1));
        }
    }

    @Test
    void after_twenty_refusals_it_is_given_up() {
        queue(row("id", "p", "话", Outbox.REPLY));
        platform = call -> BUSY;
        tryForDays(sender());
        assertThat(calls).hasSize(20);
        assertThat(outcome("p")).isEqualTo("settled given up: try later: -1 busy");
    }

    @Test
    void what_has_a_time_limit_of_its_own_is_tried_until_its_decision_ends_it() {
        queue(row("id", "p", "话", Outbox.REPLY));
        platform = call -> BUSY;
        tryForDays(sender(now.plus(Duration.ofDays(9))));
        assertThat(calls).hasSize(60);
    }

    @Test
    void a_call_without_an_answer_is_not_repeated_after_its_message_holds_no_more() {
        queue(row("id", "p", "话", Outbox.BULK));
        Instant until = now.plusSeconds(10);
        platform = call -> new SendOutcome.Unknown("timeout");
        sender(until).sendDue();
        now = until;
        sender(until).sendDue();
        assertThat(calls).as("its last moment").hasSize(2);
        now = until.plusSeconds(30);
        sender(until).sendDue();
        assertThat(calls).hasSize(2);
        assertThat(outcome("p")).startsWith("settled unknown: no answer came");
    }

    /** It may have arrived the first time: decided anew it could arrive twice. */
    @Test
    void a_doubtful_call_that_is_then_refused_for_now_stays_the_same_call() {
        queue(row("id", "p", "话", Outbox.REPLY));
        platform = call -> new SendOutcome.Unknown("timeout");
        sender().sendDue();
        now = now.plusSeconds(10);
        platform = call -> BUSY;
        sender().sendDue();
        assertThat(outcome("p")).startsWith("sending");
        now = now.plusSeconds(10);
        platform = call -> new SendOutcome.Sent("");
        sender(rows -> Map.of("id", new Prepared.Dropped(OutcomeCause.DONE))).sendDue();
        assertThat(calls).hasSize(3);
        assertThat(outcome("p")).isEqualTo("settled sent");
    }

    @Test
    void what_the_platform_did_not_take_is_no_part_of_the_days_budget() {
        budget = 3;
        queue(3);
        platform = call -> BUSY;
        sender().sendDue();
        now = now.plusSeconds(5);
        platform = call -> new SendOutcome.Sent("");
        sendAll();
        assertThat(outcome("p2")).isEqualTo("settled sent");
        queue(row("one", "q", "另一句", Outbox.BULK));
        sendAll();
        assertThat(outcome("q")).isEqualTo("new ");
    }

    @ParameterizedTest
    @CsvSource({"INVALID, true", "OUT_OF_SCOPE, false", "TOO_LONG, false", "OTHER, false"})
    void a_refusal_is_final_and_one_because_of_the_person_is_remembered(OutcomeCause cause, boolean nobodyThere) {
        queue(row("id", "p", "话", Outbox.REPLY));
        platform = call -> new SendOutcome.Refused(cause, "7", "why");
        sendAll();
        assertThat(outcome("p")).isEqualTo("settled refused: 7 why");
        now = now.plus(Duration.ofDays(1));
        sendAll();
        assertThat(calls).hasSize(1);
        Map<PersonId, String> unreachable = read(tables -> tables.unreachable().all());
        assertThat(unreachable.containsKey(new PersonId("p"))).isEqualTo(nobodyThere);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMIT", "WRONG_SETTINGS", "UNTRUSTED"})
    void what_stops_everybody_lets_nothing_else_out_and_costs_no_try(OutcomeCause cause) {
        queue(row("id", "p", "话", Outbox.REPLY));
        queue(row("other", "q", "另一句", Outbox.REPLY));
        platform = call -> new SendOutcome.TryLater(cause, "7", "all", Duration.ofSeconds(60));
        sendAll();
        assertThat(calls).hasSize(1);
        now = now.plusSeconds(60);
        platform = call -> new SendOutcome.Sent("");
        sendAll();
        assertThat(calls).hasSize(3);
    }

    /** A day's limit ends at midnight; a minute later nobody else hits it. */
    @Test
    void a_limit_late_in_the_evening_is_tried_again_right_after_midnight() {
        now = local("23:30:00");
        queue(row("id", "p", "话", Outbox.REPLY));
        platform = call -> new SendOutcome.TryLater(OutcomeCause.RATE_LIMIT, "45009", "limit", Duration.ofSeconds(60));
        assertThat(tries(1860)).containsExactly(0L, 60L, 1860L);
    }

    @Test
    void a_limit_that_is_hit_long_after_the_last_one_begins_with_a_minute() {
        queue(row("id", "p", "话", Outbox.REPLY));
        platform = call -> new SendOutcome.TryLater(OutcomeCause.RATE_LIMIT, "45009", "limit", Duration.ofSeconds(60));
        sender().sendDue();
        now = now.plusSeconds(121);
        assertThat(tries(60)).containsExactly(0L, 60L);
    }

    @Test
    void a_limit_that_is_hit_again_within_a_minute_of_its_pause_was_a_larger_one() {
        queue(row("id", "p", "话", Outbox.REPLY));
        platform = call -> new SendOutcome.TryLater(OutcomeCause.RATE_LIMIT, "45009", "limit", Duration.ofSeconds(60));
        sender().sendDue();
        now = now.plusSeconds(120);
        assertThat(tries(120)).containsExactly(0L);
    }

    @Test
    void a_pause_that_a_clock_ahead_of_time_has_written_holds_nothing_up() {
        queue(row("id", "p", "话", Outbox.REPLY));
        platform = call ->
                new SendOutcome.TryLater(OutcomeCause.WRONG_SETTINGS, "60020", "trusted IP", Duration.ofMinutes(15));
        sender().sendDue();
        now = now.minusSeconds(1);
        platform = call -> new SendOutcome.Sent("");
        queue(row("other", "q", "另一句", Outbox.REPLY));
        sendAll();
        assertThat(outcome("q")).isEqualTo("settled sent");
    }

    @ParameterizedTest
    @CsvSource({
        "09:29:39, 09:29:39",
        "09:29:40, 09:31:00",
        "09:30:00, 09:31:00",
        "09:30:59, 09:31:00",
        "09:31:00, 09:31:00",
        "09:59:40, 10:01:00",
        "10:00:30, 10:01:00"
    })
    void a_call_to_many_neither_begins_nor_ends_on_the_hour_or_half_past(String moment, String goes) {
        assertThat(CrowdedMinutes.avoiding(local(moment), ZoneId.of("Asia/Shanghai")))
                .isEqualTo(local(goes));
    }

    @Test
    void who_stops_makes_no_further_call_and_loses_nothing() {
        queue(row("a", "p", "话", Outbox.REPLY));
        queue(row("b", "q", "另一句", Outbox.REPLY));
        Sender stopping = sender();
        platform = call -> {
            stopping.stop();
            return new SendOutcome.Sent("");
        };
        stopping.sendDue();
        stopping.sendDue();
        assertThat(calls).hasSize(1);
        assertThat(outcome("q")).startsWith("new");
        sendAll();
        assertThat(calls).as("the next process goes on at once").hasSize(2);
    }

    @Test
    void who_stops_does_not_repeat_a_doubtful_call_either() {
        queue(row("a", "p", "话", Outbox.REPLY));
        platform = call -> new SendOutcome.Unknown("timeout");
        sender().sendDue();
        now = now.plusSeconds(10);
        Sender stopping = sender();
        stopping.stop();
        stopping.sendDue();
        assertThat(calls).hasSize(1);
    }

    /** So that its lease doesn't run out under it, and another process sends the same. */
    @Test
    void a_claim_that_takes_long_gives_back_what_it_has_not_come_to() {
        for (int i = 0; i < 4; i++) {
            queue(row("a" + i, "p" + i, "第" + i, Outbox.REPLY));
        }
        platform = call -> {
            now = now.plusSeconds(20);
            return new SendOutcome.Sent("");
        };
        assertThat(sender().sendDue()).isEqualTo(3);
        assertThat(outcome("p3")).startsWith("new");
        sendAll();
        assertThat(calls).hasSize(4);
    }

    @Test
    void a_pause_in_the_middle_of_a_claim_holds_its_rest_back() {
        for (int i = 0; i < 3; i++) {
            queue(row("a" + i, "p" + i, "第" + i, Outbox.REPLY));
        }
        platform = call ->
                new SendOutcome.TryLater(OutcomeCause.WRONG_SETTINGS, "60020", "trusted IP", Duration.ofMinutes(15));
        sender().sendDue();
        assertThat(calls).hasSize(1);
        assertThat(outcome("p1")).startsWith("new");
    }

    @Test
    void more_than_a_thousand_equal_messages_are_two_calls() {
        queue(1001);
        sendAll();
        assertThat(calls).extracting(call -> call.people().size()).containsExactly(1000, 1);
    }

    @Test
    void the_day_of_the_budget_ends_at_midnight_where_the_university_is() {
        budget = 1;
        now = local("23:58:00");
        queue(2);
        sendAll();
        now = local("23:59:59");
        sendAll();
        assertThat(calls).hasSize(1);
        now = local("23:59:59").plusSeconds(62);
        sendAll();
        assertThat(calls).hasSize(2);
    }

    @Test
    void a_card_that_was_sent_can_be_updated_with_the_code_it_got() {
        queue(row("id", "p", "卡片", Outbox.REPLY));
        write(tables -> {
            tables.cards().add("task", new PersonId("p"), "question", now);
            return true;
        });
        Outgoing.Card card = new Outgoing.Card("task", "标题", "正文", List.of(), List.of());
        platform = call -> new SendOutcome.Sent("m", "code");
        sender(rows -> Map.of("id", new Prepared.Ready(card))).sendDue();
        String code = read(tables -> tables.cards().byTask("task").orElseThrow().responseCode());
        assertThat(code).isEqualTo("code");
    }

    @Test
    void a_file_that_got_no_answer_is_sent_again_as_the_same_file() {
        Outgoing.File file = new Outgoing.File(new Attachment("名单.csv", new byte[] {1, 2, 3, 4, 5}));
        write(tables -> tables.parcels()
                .queue(new OutboxCodec.Label("id", new PersonId("p"), Outbox.REPLY, now, Optional.empty()), file, now));
        platform = call -> new SendOutcome.Unknown("timeout");
        Sender.Prepare asQueued = rows -> rows.stream()
                .collect(Collectors.toMap(
                        Outbox.Row::id,
                        row -> new Prepared.Ready(
                                read(tables -> tables.parcels().message(row)).orElseThrow())));
        sender(asQueued).sendDue();
        now = now.plusSeconds(10);
        platform = call -> new SendOutcome.Sent("");
        sender(asQueued).sendDue();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1)).isEqualTo(calls.get(0));
        assertThat(outcome("p")).isEqualTo("settled sent");
    }

    /** How many were settled or put off tells the loop whether to look again at once. */
    @Test
    void what_had_to_wait_is_not_counted_as_done() {
        queue(row("a", "p", "话", Outbox.BULK));
        queue(row("b", "q", "另一句", Outbox.BULK));
        assertThat(sender().sendDue()).isEqualTo(2);
        assertThat(sender().sendDue()).isZero();
        now = local("09:30:00");
        queue(5);
        assertThat(sender().sendDue()).as("a crowded minute").isZero();
        now = local("09:31:00");
        assertThat(sender().sendDue()).isEqualTo(5);
    }
}
