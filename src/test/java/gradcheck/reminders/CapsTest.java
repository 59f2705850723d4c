package gradcheck.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.OutcomeCause;
import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import gradcheck.store.Results;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxQueue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two reminders for one person on one day: one of them is sent, and the other only goes when the first reached nobody. */
class CapsTest extends OnAFreshStore {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2027-04-22T04:22:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 4, 22);
    private static final PersonId WHO = new PersonId("li");
    private static final PersonId OTHER = new PersonId("wang");
    private static final Policy POLICY = Springtime.policy();

    @BeforeEach
    void queueTwo() {
        for (String id : List.of("first", "second")) {
            queue(id, WHO, NOW.minusSeconds(90));
        }
    }

    private void queue(String id, PersonId person, Instant due) {
        write(tables -> tables.outbox()
                .queue(new Outbox.New(id, person, "reminder", "", Outbox.BULK, due, Optional.empty()), due));
    }

    private void change(Consumer<OutboxQueue> change) {
        write(tables -> {
            change.accept(tables.sending());
            return true;
        });
    }

    private void firstEnds(String outcome, Instant at) {
        change(sending -> sending.settleAll(List.of(new OutboxQueue.End("first", Results.of(outcome))), at));
    }

    private void arrived(String id, LocalDate day, String outcome) {
        Instant at = day.atTime(12, 20).atZone(ZONE).toInstant();
        queue(id, OTHER, at);
        change(sending -> sending.settleAll(List.of(new OutboxQueue.End(id, Results.of(outcome))), at));
    }

    /** Why somebody may not be reminded today, who has last notices on these days to come. */
    private String capOfOther(LocalDate... lastDays) {
        return read(tables -> Reminded.read(tables, POLICY, NOW, ZONE).cap(OTHER, TODAY, List.of(lastDays)))
                .map(OutcomeCause::title)
                .orElse("");
    }

    private Optional<Reminded.Cap> cap(String own) {
        return read(tables -> Reminded.read(tables, POLICY, NOW, ZONE).capNow(WHO, own, TODAY));
    }

    private void firstIsPutOffByThePlatform() {
        change(sending -> sending.retryAll(
                List.of(new OutboxQueue.End("first", Results.of("try later: -1 busy"))), NOW.plusSeconds(1200)));
    }

    @Test
    void of_two_that_nobody_has_tried_the_first_to_be_decided_gives_way() {
        assertThat(cap("first")).contains(new Reminded.Cap(OutcomeCause.CAPPED_DAY, false));
        firstEnds("dropped: capped: day", NOW);
        assertThat(cap("second")).isEmpty();
    }

    @Test
    void while_the_first_may_yet_reach_nobody_the_second_waits_and_keeps_it_from_nothing() {
        firstIsPutOffByThePlatform();
        assertThat(cap("second")).contains(new Reminded.Cap(OutcomeCause.CAPPED_DAY, true));
        assertThat(cap("first")).isEmpty();
    }

    @Test
    void when_the_first_has_arrived_the_second_is_too_much() {
        firstIsPutOffByThePlatform();
        firstEnds("sent", NOW.minusSeconds(1));
        assertThat(cap("second")).contains(new Reminded.Cap(OutcomeCause.CAPPED_DAY, false));
    }

    @Test
    void when_the_first_was_refused_the_second_goes() {
        firstIsPutOffByThePlatform();
        firstEnds("refused: not reachable (unlicensed)", NOW.minusSeconds(1));
        assertThat(cap("second")).isEmpty();
    }

    @Test
    void three_in_seven_days_are_enough_and_the_eighth_day_begins_anew() {
        arrived("a", TODAY.minusDays(6), "sent");
        arrived("b", TODAY.minusDays(3), "unknown: no answer came");
        assertThat(capOfOther()).isEmpty();
        arrived("c", TODAY.minusDays(1), "sent");
        assertThat(capOfOther()).isEqualTo("capped: week");
    }

    @Test
    void what_arrived_a_week_ago_counts_no_more() {
        arrived("a", TODAY.minusDays(7), "sent");
        arrived("b", TODAY.minusDays(2), "sent");
        arrived("c", TODAY.minusDays(1), "sent");
        assertThat(capOfOther()).isEmpty();
    }

    @Test
    void what_reached_nobody_does_not_count() {
        arrived("a", TODAY, "refused: not reachable (unlicensed)");
        arrived("b", TODAY.minusDays(1), "dropped: done");
        assertThat(capOfOther()).isEmpty();
        arrived("c", TODAY, "sent");
        assertThat(capOfOther()).isEqualTo("capped: day");
    }

    @Test
    void room_is_kept_for_the_last_notice_of_the_coming_week() {
        arrived("a", TODAY.minusDays(2), "sent");
        arrived("b", TODAY.minusDays(1), "sent");
        assertThat(capOfOther(TODAY.plusDays(1))).isEqualTo("capped: kept for the last day");
        assertThat(capOfOther(TODAY.plusDays(4))).isEqualTo("capped: kept for the last day");
        assertThat(capOfOther(TODAY.plusDays(5)))
                .as("by then the first of them is a week old")
                .isEmpty();
        assertThat(capOfOther(TODAY)).as("today's own").isEmpty();
    }

    @Test
    void room_is_kept_for_two_last_notices_of_one_week() {
        arrived("a", TODAY.minusDays(1), "sent");
        assertThat(capOfOther(TODAY.plusDays(2))).isEmpty();
        assertThat(capOfOther(TODAY.plusDays(2), TODAY.plusDays(3))).isEqualTo("capped: kept for the last day");
        assertThat(capOfOther(TODAY.plusDays(2), TODAY.plusDays(6))).isEmpty();
    }

    @Test
    void what_waits_counts_on_the_day_on_which_it_goes_out() {
        queue("a", OTHER, NOW.plusSeconds(24 * 3600));
        assertThat(capOfOther()).isEmpty();
        queue("b", OTHER, NOW.minusSeconds(24 * 3600));
        assertThat(capOfOther()).as("what is overdue goes out today").isEqualTo("capped: day");
    }

    /** A round that waits may be called off: it takes no rule's reminder along, and leaves no room for another round. */
    @Test
    void what_a_round_keeps_waiting_keeps_back_other_rounds_alone() {
        write(tables -> tables.outbox()
                .queue(new Outbox.New("r", OTHER, "reminder", "", Outbox.BULK, NOW, Optional.empty(), "2027-1"), NOW));
        assertThat(capOfOther()).isEmpty();
        Optional<OutcomeCause> ofRound = read(tables ->
                Reminded.read(tables, POLICY, NOW, ZONE, List.of(OTHER)).cap(OTHER, TODAY, List.of()));
        assertThat(ofRound).contains(OutcomeCause.CAPPED_DAY);
    }
}
