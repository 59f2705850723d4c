package gradcheck.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.StudentState;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.Prepared;
import gradcheck.store.Results;
import gradcheck.store.outbox.Occasions;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.outbox.OutboxQueue;
import gradcheck.store.outbox.RoundRows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders are queued once by their rules and decided again at the moment of sending. */
class RemindersTest extends OnSpringsStore {
    /** Speaks on April 9, 13, 15 and 16 at 12:20; the 13th is a Tuesday. */
    private static final Rule RECORD = Springtime.rule("record", StudentState.UNCONFIRMED, 7, 3, 1, 0);

    private Reminders reminders;

    @BeforeEach
    void enrol() {
        enrolLi();
        reminders = reminders(Springtime.SEASON, Springtime.policy(RECORD));
    }

    private Reminders reminders(Season season, Policy policy) {
        return new Reminders(store(), ground(season, policy));
    }

    private int queueAt(String local) {
        standAt(local);
        return reminders.queueDue();
    }

    private List<Outbox.Row> waiting() {
        return read(tables -> tables.outbox().of(LI, 10)).stream()
                .filter(row -> !row.isSettled())
                .toList();
    }

    /** What the one reminder that waits is at that moment. */
    private Prepared preparedAt(String local) {
        standAt(local);
        assertThat(waiting()).hasSize(1);
        return reminders.messages(waiting()).get(waiting().get(0).id());
    }

    private static Prepared later(String local, OutcomeCause why) {
        return new Prepared.Later(Springtime.at(local), why);
    }

    @Test
    void a_rule_queues_its_reminder_at_its_minute_and_never_again() {
        assertThat(queueAt("04-13 12:19")).isZero();
        assertThat(queueAt("04-13 12:20")).isEqualTo(1);
        assertThat(waiting()).singleElement().satisfies(row -> {
            assertThat(row.dueAt()).isEqualTo(Springtime.at("04-13 12:20"));
            assertThat(row.urgency()).isEqualTo(Outbox.BULK);
        });
        assertThat(queueAt("04-13 12:20")).isZero();
        assertThat(queueAt("04-13 12:50")).isZero();
        reminders = reminders(Springtime.SEASON, Springtime.policy(RECORD));
        assertThat(queueAt("04-13 12:51")).as("after a restart").isZero();
        assertThat(queueAt("04-13 12:00")).as("with the clock set back").isZero();
        assertThat(queueAt("04-13 12:21")).isZero();
        List<Occasions.Row> ledger = read(tables -> tables.occasions().of(Springtime.YEAR, "0001"));
        assertThat(ledger).extracting(Occasions.Row::verdict).containsExactly("queued");
        assertThat(ledger.get(0).message()).isEqualTo(waiting().get(0).id());
    }

    @Test
    void at_night_nothing_is_queued() {
        Rule late = Springtime.once("late", StudentState.UNCONFIRMED, 3, LocalTime.of(23, 0));
        reminders = reminders(Springtime.SEASON, Springtime.policy(late));
        assertThat(queueAt("04-13 23:00")).isZero();
        assertThat(queueAt("04-14 08:00")).as("in the morning it is").isEqualTo(1);
    }

    @Test
    void when_the_season_is_closed_nobody_is_reminded() {
        change(tables -> tables.seasons().close(Springtime.YEAR, now()));
        assertThat(queueAt("04-13 12:20")).isZero();
    }

    @Test
    void a_secretarys_morning_is_queued_with_the_reminders() {
        appoint("文学院");
        assertThat(queueAt("04-13 08:40")).isEqualTo(1);
        assertThat(queueAt("04-13 12:20")).isEqualTo(1);
    }

    @Test
    void after_days_of_standing_still_what_was_missed_is_told_and_what_still_holds_is_sent() {
        assertThat(queueAt("04-12 12:00")).isZero();
        assertThat(queueAt("04-16 08:05")).isEqualTo(1);
        List<Occasions.Row> ledger = read(tables -> tables.occasions().of(Springtime.YEAR, "0001"));
        assertThat(ledger)
                .extracting(Occasions.Row::occasion, Occasions.Row::verdict)
                .contains(tuple("2027-04-16-3", "dropped: too late"), tuple("2027-04-16-1", "queued"));
    }

    @Test
    void the_last_notice_goes_out_on_a_day_off() {
        reminders = reminders(
                Springtime.season(Optional.empty(), Optional.of(Springtime.day("04-17")), false),
                Springtime.policy(RECORD));
        assertThat(queueAt("04-17 12:20")).isEqualTo(1);
        assertThat(preparedAt("04-17 12:21")).isInstanceOf(Prepared.Ready.class);
    }

    @Test
    void what_was_missed_before_a_day_off_is_looked_at_again_on_the_working_day() {
        Rule patient = new Rule(
                "patient",
                StudentState.UNCONFIRMED,
                List.of(7),
                Optional.empty(),
                LocalTime.of(12, 20),
                5,
                Duration.ofDays(5),
                true,
                "record");
        reminders = reminders(Springtime.SEASON, Springtime.policy(patient));
        assertThat(queueAt("04-09 12:00")).isZero();
        assertThat(queueAt("04-10 13:00")).as("Saturday").isZero();
        assertThat(queueAt("04-12 08:00")).as("Monday").isEqualTo(1);
    }

    @Test
    void the_next_look_is_when_a_rule_or_the_morning_speaks_next() {
        assertThat(List.of("04-13 07:00", "04-13 08:00", "04-13 08:40", "04-13 12:19", "04-13 12:20"))
                .extracting(at -> {
                    standAt(at);
                    return reminders.nextLook();
                })
                .containsExactly(
                        Springtime.at("04-13 08:00"),
                        Springtime.at("04-13 08:40"),
                        Springtime.at("04-13 12:20"),
                        Springtime.at("04-13 12:20"),
                        Springtime.at("04-14 08:00"));
    }

    private Instant dueAt(String person) {
        List<Outbox.Row> rows = read(tables -> tables.outbox().of(new PersonId(person), 1));
        return rows.get(0).dueAt();
    }

    /** A thousand equal texts are one call: they stay together, however the roster mixes them. */
    @Test
    void equal_texts_go_out_next_to_each_other_so_many_a_minute() {
        for (int i = 0; i < 2; i++) {
            enrol("a" + i, "same" + i, "甲" + i, "文学院", WebPhoto.COLLECTED);
            enrol("b" + i, "other" + i, "乙" + i, "文学院", WebPhoto.NOT_COLLECTED);
        }
        confirm("0001");
        reminders = reminders(Springtime.SEASON, Springtime.policy(2, RECORD));
        assertThat(queueAt("04-13 12:26")).isEqualTo(4);
        assertThat(dueAt("same0")).isEqualTo(dueAt("same1"));
        assertThat(dueAt("other0")).isEqualTo(dueAt("other1"));
        assertThat(List.of(dueAt("same0"), dueAt("other0")))
                .containsExactlyInAnyOrder(Springtime.at("04-13 12:26"), Springtime.at("04-13 12:27"));
    }

    @Test
    void a_reminder_that_still_holds_is_written_when_it_is_sent_and_tried_no_later_than_the_evening() {
        queueAt("04-13 12:20");
        Prepared.Ready ready = (Prepared.Ready) preparedAt("04-14 12:21");
        assertThat(((Outgoing.Text) ready.message()).text()).contains("离4月16日只剩 2 天。");
        assertThat(ready.until()).as("30 hours after its moment").isEqualTo(Springtime.at("04-14 18:20"));
        ready = (Prepared.Ready) preparedAt("04-13 12:21");
        assertThat(ready.until()).as("before the night").isEqualTo(Springtime.at("04-13 21:59"));
    }

    @Test
    void what_holds_no_more_is_dropped_with_its_reason() {
        queueAt("04-13 12:20");
        assertThat(preparedAt("04-14 18:20")).isInstanceOf(Prepared.Ready.class);
        assertThat(preparedAt("04-14 18:21")).isEqualTo(new Prepared.Dropped(OutcomeCause.TOO_LATE));
        change(tables -> tables.mutes().mute(LI, now()));
        assertThat(preparedAt("04-13 12:21")).isEqualTo(new Prepared.Dropped(OutcomeCause.STOPPED));
        stand("0001", Standing.State.PAUSED);
        assertThat(preparedAt("04-13 12:21")).isEqualTo(new Prepared.Dropped(OutcomeCause.PAUSED));
        stand("0001", Standing.State.OUT);
        assertThat(preparedAt("04-13 12:21")).isEqualTo(new Prepared.Dropped(OutcomeCause.OUT));
        stand("0001", Standing.State.IN);
        confirm("0001");
        assertThat(preparedAt("04-13 12:21")).isEqualTo(new Prepared.Dropped(OutcomeCause.DONE));
    }

    @Test
    void who_still_lacks_something_else_is_not_reminded_of_what_was_done_meanwhile() {
        enrol("0001", "li", "李四", "文学院", WebPhoto.NOT_COLLECTED);
        queueAt("04-13 12:20");
        confirm("0001");
        assertThat(preparedAt("04-13 12:21")).isEqualTo(new Prepared.Dropped(OutcomeCause.DONE));
    }

    @Test
    void on_the_last_day_even_who_has_stopped_reminders_gets_the_notice() {
        change(tables -> tables.mutes().mute(LI, now()));
        queueAt("04-16 12:20");
        assertThat(preparedAt("04-16 12:21")).isInstanceOf(Prepared.Ready.class);
        assertThat(preparedAt("04-16 22:01")).isEqualTo(new Prepared.Dropped(OutcomeCause.TOO_LATE));
    }

    @Test
    void in_a_crowded_minute_at_night_and_on_a_day_off_it_waits_or_is_too_late() {
        queueAt("04-13 12:20");
        assertThat(preparedAt("04-13 12:30:10")).isEqualTo(later("04-13 12:31", OutcomeCause.QUIET_HOURS));
        assertThat(preparedAt("04-13 22:00")).isEqualTo(later("04-14 08:01", OutcomeCause.QUIET_HOURS));
        change(tables -> tables.sending()
                .settleAll(List.of(new OutboxQueue.End(waiting().get(0).id(), Results.of("dropped"))), now()));
        reminders = reminders(Springtime.SEASON, Springtime.policy(RECORD));
        queueAt("04-09 12:20");
        assertThat(preparedAt("04-10 10:00"))
                .as("on Monday it would be too late")
                .isEqualTo(new Prepared.Dropped(OutcomeCause.TOO_LATE));
    }

    private void round(String until) {
        change(tables -> {
            tables.rounds()
                    .add(
                            Springtime.YEAR,
                            new RoundRows.Row(
                                    "2027-1", "未核对", List.of(""), SECRETARY, now(), 1, RoundRows.State.RUNNING));
            ReminderPayload ticket =
                    new ReminderPayload("0001", Set.of(StudentState.UNCONFIRMED), Springtime.at(until));
            tables.outbox()
                    .queue(
                            new Outbox.New(
                                    "round",
                                    LI,
                                    Outbox.REMINDER,
                                    ticket.written(),
                                    Outbox.BULK,
                                    now(),
                                    Optional.of("round"),
                                    "2027-1"),
                            now());
        });
    }

    @Test
    void a_round_that_somebody_started_goes_out_on_a_day_off_but_not_at_night() {
        round("04-12 10:00");
        assertThat(preparedAt("04-10 10:10")).isInstanceOf(Prepared.Ready.class);
        assertThat(preparedAt("04-10 23:00")).isEqualTo(later("04-11 08:01", OutcomeCause.QUIET_HOURS));
        assertThat(preparedAt("04-11 22:00")).isEqualTo(later("04-12 08:01", OutcomeCause.QUIET_HOURS));
    }

    @Test
    void a_reminder_of_somebody_who_is_not_in_the_list_any_more_is_dropped() {
        ReminderPayload ticket =
                new ReminderPayload("gone", Set.of(StudentState.UNCONFIRMED), Springtime.at("04-14 10:00"));
        change(tables -> tables.outbox()
                .queue(
                        new Outbox.New(
                                "m", LI, Outbox.REMINDER, ticket.written(), Outbox.BULK, now(), Optional.empty()),
                        now()));
        assertThat(preparedAt("04-13 12:21")).isEqualTo(new Prepared.Dropped(OutcomeCause.NOT_IN_LIST));
    }

    @Test
    void while_another_is_under_way_it_waits_five_minutes_and_after_that_one_arrived_it_is_dropped() {
        queueAt("04-13 12:20");
        change(tables -> {
            tables.outbox()
                    .queue(
                            new Outbox.New("other", LI, Outbox.REMINDER, "", Outbox.BULK, now(), Optional.empty()),
                            now());
            tables.sending()
                    .retryAll(
                            List.of(new OutboxQueue.End("other", Results.of("try later: -1 busy"))),
                            now().plusSeconds(600));
        });
        List<Outbox.Row> own =
                waiting().stream().filter(row -> !row.id().equals("other")).toList();
        standAt("04-13 12:21");
        assertThat(reminders.messages(own).values())
                .containsExactly(later("04-13 12:26", OutcomeCause.ANOTHER_UNDER_WAY));
        standAt("04-14 18:16");
        change(tables -> tables.sending()
                .retryAll(
                        List.of(new OutboxQueue.End("other", Results.of("try later: -1 busy"))),
                        now().plusSeconds(600)));
        assertThat(reminders.messages(own).values())
                .as("five minutes later it would be too late")
                .containsExactly(new Prepared.Dropped(OutcomeCause.CAPPED_DAY));
        change(tables -> tables.sending().settleAll(List.of(new OutboxQueue.End("other", Results.of("sent"))), now()));
        assertThat(reminders.messages(own).values()).containsExactly(new Prepared.Dropped(OutcomeCause.CAPPED_DAY));
    }

    @Test
    void at_night_a_notice_waits_for_the_morning_and_an_answer_does_not() {
        change(tables -> {
            for (int urgency : List.of(Outbox.REPLY, Outbox.BULK)) {
                tables.parcels()
                        .queue(
                                new OutboxCodec.Label("n" + urgency, LI, urgency, now(), Optional.empty()),
                                new Outgoing.Text("有结果了"),
                                now());
            }
        });
        standAt("04-13 22:00");
        Map<String, Prepared> night = reminders.messages(waiting());
        Prepared.Ready ready = new Prepared.Ready(new Outgoing.Text("有结果了"));
        assertThat(night)
                .containsEntry("n" + Outbox.REPLY, ready)
                .containsEntry("n" + Outbox.BULK, later("04-14 08:01", OutcomeCause.QUIET_HOURS));
        standAt("04-14 08:01");
        assertThat(reminders.messages(waiting())).containsEntry("n" + Outbox.BULK, ready);
    }
}
