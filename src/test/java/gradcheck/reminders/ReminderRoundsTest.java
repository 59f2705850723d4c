package gradcheck.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.StudentState;
import gradcheck.message.OutcomeCause;
import gradcheck.message.OutcomeKind;
import gradcheck.message.PersonId;
import gradcheck.reminders.ReminderRounds.Preview;
import gradcheck.reminders.ReminderRounds.Request;
import gradcheck.store.Results;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxQueue;
import gradcheck.store.outbox.RoundRows;
import gradcheck.store.query.Situations.Who;
import gradcheck.store.record.Reopenings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom a round reaches and whom it leaves out, with the reason. */
class ReminderRoundsTest extends OnSpringsStore {
    private ReminderRounds rounds;

    @BeforeEach
    void enrol() {
        enrolLi();
        enrol("0002", "zhang", "张三", "文学院", WebPhoto.NOT_COLLECTED);
        enrol("0003", "wang", "王五", "理学院", WebPhoto.NOT_COLLECTED);
        standAt("04-06 12:28");
        rounds = new ReminderRounds(ground(Springtime.SEASON, Springtime.policy(1)));
    }

    private static Request request(StudentState audience, String college, String... numbers) {
        return new Request(audience, List.of(college), Set.of(numbers));
    }

    private Preview preview(Request request) {
        return read(tables -> rounds.preview(tables, request, now()));
    }

    private static List<String> names(Collection<Who> people) {
        return people.stream().map(Who::name).toList();
    }

    private RoundRows.Row start(Request request) {
        return write(tables -> rounds.start(tables, request, SECRETARY, now()));
    }

    private void reopen(String number) {
        change(tables -> tables.reopenings()
                .put(Springtime.YEAR, new Reopenings.Row(number, 2, "再看一遍", SECRETARY.value(), now())));
    }

    @Test
    void it_reaches_its_own_college_and_of_it_only_those_who_were_named() {
        assertThat(names(preview(request(StudentState.UNCONFIRMED, "文学院")).people()))
                .containsExactlyInAnyOrder("李四", "张三");
        assertThat(names(preview(request(StudentState.UNCONFIRMED, "文学院", "0002", "0003"))
                        .people()))
                .containsExactly("张三");
        assertThat(names(preview(request(StudentState.UNCONFIRMED, "")).people()))
                .hasSize(3);
        assertThat(names(preview(request(StudentState.UNCOLLECTED, "")).people()))
                .containsExactlyInAnyOrder("张三", "王五");
    }

    @Test
    void who_lacks_something_else_only_is_not_in_it() {
        assertThat(preview(request(StudentState.RETAKE, "")).people()).isEmpty();
    }

    @Test
    void it_goes_out_so_many_a_minute_and_not_in_a_crowded_one() {
        Preview preview = preview(request(StudentState.UNCONFIRMED, ""));
        assertThat(preview.firstAt()).isEqualTo(Springtime.at("04-06 12:28"));
        assertThat(preview.lastAt()).isEqualTo(Springtime.at("04-06 12:31"));
        assertThat(preview.sample()).contains("学籍信息还没有核对").contains("照片还是“未采集”");
        start(request(StudentState.UNCONFIRMED, ""));
        assertThat(List.of("li", "zhang", "wang"))
                .extracting(person -> read(tables -> tables.outbox().of(new PersonId(person), 1))
                        .get(0)
                        .dueAt())
                .containsExactlyInAnyOrder(
                        Springtime.at("04-06 12:28"), Springtime.at("04-06 12:29"), Springtime.at("04-06 12:31"));
    }

    @Test
    void what_most_of_them_would_read_is_the_sample() {
        enrol("0004", "zhao", "赵六", "文学院", WebPhoto.COLLECTED);
        assertThat(preview(request(StudentState.UNCONFIRMED, "文学院")).sample())
                .contains("学籍信息还没有核对")
                .doesNotContain("未采集");
        enrol("0004", "zhao", "赵六", "文学院", WebPhoto.NOT_COLLECTED);
        assertThat(preview(request(StudentState.UNCONFIRMED, "文学院")).sample()).contains("未采集");
    }

    @Test
    void who_is_paused_or_has_stopped_reminders_or_had_enough_is_left_out_by_name() {
        stand("0001", Standing.State.PAUSED);
        change(tables -> tables.mutes().mute(new PersonId("zhang"), now()));
        reminded("m", new PersonId("wang"), "04-06 09:00", "sent");
        Preview preview = preview(request(StudentState.UNCONFIRMED, ""));
        assertThat(preview.people()).isEmpty();
        assertThat(preview.sample()).isEmpty();
        assertThat(names(preview.paused())).containsExactly("李四");
        assertThat(names(preview.stopped())).containsExactly("张三");
        assertThat(names(preview.capped().keySet())).containsExactly("王五");
        assertThat(preview.capped().values()).containsExactly(OutcomeCause.CAPPED_DAY);
    }

    @Test
    void who_has_nothing_of_it_to_do_is_left_out_without_a_word() {
        confirm("0001");
        stand("0001", Standing.State.PAUSED);
        change(tables -> tables.mutes().mute(LI, now()));
        Preview preview = preview(request(StudentState.UNCONFIRMED, "", "0001"));
        assertThat(preview.people()).isEmpty();
        assertThat(preview.paused()).isEmpty();
        assertThat(preview.stopped()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = StudentState.class,
            names = {"UNCONFIRMED", "REOPENED"})
    void a_record_that_was_opened_again_is_one_that_is_not_confirmed(StudentState audience) {
        confirm("0001");
        reopen("0001");
        assertThat(names(preview(request(audience, "", "0001")).people())).containsExactly("李四");
        stand("0001", Standing.State.PAUSED);
        assertThat(names(preview(request(audience, "", "0001")).paused())).containsExactly("李四");
    }

    @Test
    void room_for_the_last_notice_is_kept_from_rounds_too() {
        standAt("04-12 12:28");
        reminded("a", LI, "04-10 12:20", "sent");
        reminded("b", LI, "04-11 12:20", "sent");
        assertThat(preview(request(StudentState.UNCONFIRMED, "", "0001"))
                        .capped()
                        .values())
                .containsExactly(OutcomeCause.CAPPED_KEPT);
    }

    @Test
    void who_could_not_be_reached_last_time_gets_it_and_is_named_with_the_reason() {
        change(tables -> tables.unreachable().note(LI, "UNLICENSED", now()));
        Preview preview = preview(request(StudentState.UNCONFIRMED, "文学院"));
        assertThat(names(preview.people())).contains("李四");
        assertThat(names(preview.unreachable().keySet())).containsExactly("李四");
        assertThat(preview.unreachable().values()).containsExactly("UNLICENSED");
    }

    @Test
    void who_has_never_written_is_known_before() {
        change(tables -> tables.inbox().take("key", LI, now()));
        Preview preview = preview(request(StudentState.UNCONFIRMED, "文学院"));
        assertThat(names(read(tables -> rounds.neverSeen(tables, preview)))).containsExactly("张三");
    }

    @Test
    void how_far_it_is_adds_up_and_only_who_surely_got_nothing_gets_it_again() {
        RoundRows.Row round = start(request(StudentState.UNCONFIRMED, ""));
        assertThat(round.people()).isEqualTo(3);
        settle("li", "given up: try later: -1 busy");
        settle("zhang", "unknown: no answer came, it may have arrived");
        ReminderRounds.Progress half =
                read(tables -> rounds.progress(tables, round.id())).orElseThrow();
        assertThat(List.of(half.waiting(), half.sent(), half.refused(), half.unknown(), half.dropped()))
                .containsExactly(1, 0, 1, 1, 0);
        settle("wang", "sent");
        standAt("04-07 12:28");
        RoundRows.Row again = resendFailed(round.id()).orElseThrow();
        assertThat(again.people()).isEqualTo(1);
        assertThat(again.audience()).isEqualTo("未核对");
        List<ReminderRounds.Progress> all = read(rounds::all);
        assertThat(all).extracting(progress -> progress.round().id()).containsExactly(again.id(), round.id());
        settle("li", "sent");
        assertThat(resendFailed(again.id())).as("there is nobody left").isEmpty();
        assertThat(resendFailed("none")).isEmpty();
    }

    private Optional<RoundRows.Row> resendFailed(String round) {
        return write(tables -> rounds.resendFailed(tables, round, SECRETARY));
    }

    private void settle(String person, String outcome) {
        change(tables -> {
            Outbox.Row row = tables.outbox().of(new PersonId(person), 1).get(0);
            tables.sending().settleAll(List.of(new OutboxQueue.End(row.id(), Results.of(outcome))), now());
        });
    }

    @Test
    void it_is_held_let_go_and_called_off_once() {
        RoundRows.Row round = start(request(StudentState.UNCONFIRMED, ""));
        settle("li", "sent");
        change(tables -> {
            assertThat(rounds.resume(tables, round.id())).isFalse();
            assertThat(rounds.pause(tables, round.id())).isTrue();
            assertThat(rounds.pause(tables, round.id())).isFalse();
            assertThat(rounds.resume(tables, round.id())).isTrue();
            assertThat(rounds.cancel(tables, round.id())).contains(2);
            assertThat(rounds.cancel(tables, round.id())).isEmpty();
        });
        assertThat(read(tables -> rounds.progress(tables, round.id()))
                        .orElseThrow()
                        .dropped())
                .isEqualTo(2);
    }

    @Test
    void two_days_after_its_minute_it_is_too_late() {
        start(request(StudentState.UNCONFIRMED, "", "0001"));
        Outbox.Row row = read(tables -> tables.outbox().of(LI, 1)).get(0);
        assertThat(ReminderPayload.read(row.body()).until()).isEqualTo(Springtime.at("04-08 12:28"));
    }

    private void enrolMany(int students) {
        for (int i = 0; i < students; i++) {
            enrol("9" + (1000 + i), "p" + i, "学生" + i, "医学院", WebPhoto.COLLECTED);
        }
    }

    private boolean queueNext() {
        return write(tables -> tables.queueing()
                .queueNext(ground(Springtime.SEASON, Springtime.policy(1)).ids()::next, now()));
    }

    private Map<OutcomeKind, Integer> outcomes(RoundRows.Row round) {
        return read(tables -> tables.rounds().outcomes(round.id()));
    }

    private ReminderRounds.Progress progress(RoundRows.Row round) {
        return read(tables -> rounds.progress(tables, round.id())).orElseThrow();
    }

    /** A16: a round for thousands is one row first; the rest follows in pieces, also after a crash, and is counted right. */
    @Test
    void a_large_round_is_stored_at_once_and_queued_in_pieces_that_add_up() {
        enrolMany(230);
        Request request = request(StudentState.UNCONFIRMED, "医学院");
        Preview preview = preview(request);
        RoundRows.Row round = start(request);
        assertThat(round.people()).isEqualTo(230).isEqualTo(preview.people().size());
        assertThat(outcomes(round)).isEmpty();
        assertThat(progress(round).waiting()).isEqualTo(230);
        assertThat(queueNext()).isTrue();
        assertThat(outcomes(round)).containsEntry(OutcomeKind.NONE, 100);
        assertThat(progress(round).waiting()).isEqualTo(230);
        rounds = new ReminderRounds(ground(Springtime.SEASON, Springtime.policy(1)));
        while (queueNext()) {
            // As the next process does.
        }
        assertThat(outcomes(round)).containsEntry(OutcomeKind.NONE, 230);
        for (int i = 0; i < 230; i++) {
            PersonId person = new PersonId("p" + i);
            List<Outbox.Row> queued = read(tables -> tables.outbox().of(person, 5));
            assertThat(queued).hasSize(1);
        }
        assertThat(preview(request).people())
                .as("who is queued is not previewed again")
                .isEmpty();
    }

    @Test
    void a_large_round_that_is_called_off_half_queued_reaches_nobody_and_adds_up() {
        enrolMany(230);
        RoundRows.Row round = start(request(StudentState.UNCONFIRMED, "医学院"));
        queueNext();
        assertThat(this.<Optional<Integer>>write(tables -> rounds.cancel(tables, round.id())))
                .contains(230);
        assertThat(queueNext()).isFalse();
        assertThat(progress(round).waiting()).isZero();
        assertThat(progress(round).dropped()).isEqualTo(230);
    }
}
