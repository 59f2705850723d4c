package gradcheck.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.StudentState;
import gradcheck.reminders.DailyScheduler.Decision;
import gradcheck.store.outbox.Occasions;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is due between two looks, by which rule, and who is not and why. The record's last day is Friday, April 16. */
class DailySchedulerTest extends OnSpringsStore {
    /** Speaks on April 9, 13, 15 and 16 at 12:20, and holds for 30 hours. */
    private static final Rule RECORD = Springtime.rule("record", StudentState.UNCONFIRMED, 7, 3, 1, 0);
    /** Speaks in the morning of a day on which that one speaks at noon. */
    private static final Rule EARLIER = Springtime.once("photo", StudentState.UNCOLLECTED, 17, LocalTime.of(8, 50));

    @BeforeEach
    void enrol() {
        enrolLi();
    }

    private List<Decision> decide(Season season, Policy policy, String since, String now) {
        return read(
                tables -> new DailyScheduler(season, policy).decide(tables, Springtime.at(since), Springtime.at(now)));
    }

    private List<Decision> decide(String since, String now) {
        return decide(Springtime.SEASON, Springtime.policy(RECORD), since, now);
    }

    /** The ledger's lines of the only decision: the occasion and its verdict. */
    private List<String> lines(List<Decision> decisions) {
        assertThat(decisions).hasSize(1);
        return new DailyScheduler(Springtime.SEASON, Springtime.policy(RECORD))
                .rows(decisions.get(0), "message").stream()
                        .map(row -> row.rule() + " " + row.occasion().substring(5) + " " + row.verdict())
                        .toList();
    }

    private List<String> lines(String since, String now) {
        return lines(decide(since, now));
    }

    private void decided(String rule, String occasion, String when, String message) {
        Occasions.Row row =
                new Occasions.Row("0001", rule, occasion, Springtime.at(when), message, Verdict.QUEUED.written());
        change(tables -> tables.occasions().add(Springtime.YEAR, List.of(row), Springtime.at(when)));
    }

    @Test
    void a_rule_speaks_from_its_minute_on_and_once() {
        assertThat(decide("04-09 12:00", "04-09 12:19")).isEmpty();
        assertThat(lines("04-09 12:00", "04-09 12:20")).containsExactly("record 04-16-7 queued");
        assertThat(decide("04-09 12:20", "04-09 12:21")).isEmpty();
    }

    @Test
    void whether_anything_is_due_is_known_without_looking_at_students() {
        DailyScheduler sweep = new DailyScheduler(Springtime.SEASON, Springtime.policy(RECORD));
        assertThat(sweep.isAnythingDue(Springtime.at("04-09 12:00"), Springtime.at("04-09 12:19")))
                .isFalse();
        assertThat(sweep.isAnythingDue(Springtime.at("04-09 12:19"), Springtime.at("04-09 12:20")))
                .isTrue();
        assertThat(sweep.isAnythingDue(Springtime.at("04-09 12:20"), Springtime.at("04-10 12:19")))
                .isFalse();
    }

    @Test
    void what_was_missed_still_goes_out_until_its_rules_last_hour_and_is_dropped_after_it() {
        assertThat(lines("04-13 10:00", "04-14 18:20")).containsExactly("record 04-16-3 queued");
        assertThat(lines("04-13 10:00", "04-14 18:21")).containsExactly("record 04-16-3 dropped: too late");
    }

    @Test
    void of_two_that_were_missed_the_newer_is_said() {
        assertThat(lines("04-15 10:00", "04-16 12:20"))
                .containsExactly("record 04-16-1 superseded", "record 04-16-0 queued");
    }

    @Test
    void what_stands_in_the_ledger_is_never_decided_again() {
        decided("record", "2027-04-16-7", "04-09 12:20", "m");
        assertThat(decide("04-09 12:00", "04-09 12:20")).isEmpty();
        assertThat(decide("03-01 12:00", "04-09 12:20")).isEmpty();
    }

    /** A bot that stood still for a month doesn't tell of every day. */
    @Test
    void what_is_older_than_two_weeks_is_not_even_told_as_dropped() {
        Rule daily = Springtime.rule("daily", StudentState.UNCONFIRMED, 21, 20, 19, 18, 17, 16, 15, 14, 7, 1);
        Policy policy = Springtime.policy(daily);
        List<String> told = decide(Springtime.SEASON, policy, "03-02 10:00", "04-12 13:00").get(0).entries().stream()
                .map(e -> e.occasion().key())
                .toList();
        assertThat(told)
                .containsExactly(
                        "2027-04-16-18",
                        "2027-04-16-17",
                        "2027-04-16-16",
                        "2027-04-16-15",
                        "2027-04-16-14",
                        "2027-04-16-7");
    }

    @Test
    void a_rule_that_has_spoken_often_enough_is_silent_but_for_the_last_notice() {
        for (int i = 0; i < 5; i++) {
            reminded("m" + i, LI, "03-1" + i + " 12:20", "sent");
            decided("record", "2027-04-16-4" + i, "03-1" + i + " 12:20", "m" + i);
        }
        assertThat(lines("04-13 12:00", "04-13 12:20")).containsExactly("record 04-16-3 capped: rule");
        assertThat(decide("04-13 12:00", "04-13 12:20").get(0).isQueued()).isFalse();
        assertThat(lines("04-16 12:00", "04-16 12:20")).containsExactly("record 04-16-0 queued");
    }

    @Test
    void whoever_was_reminded_today_hears_no_second_time() {
        reminded("m", LI, "04-13 09:00", "sent");
        assertThat(lines("04-13 12:00", "04-13 12:20")).containsExactly("record 04-16-3 capped: day");
    }

    @Test
    void room_is_kept_for_the_last_day_but_the_last_day_itself_takes_it() {
        reminded("m1", LI, "04-11 09:00", "sent");
        reminded("m2", LI, "04-12 09:00", "sent");
        assertThat(lines("04-13 12:00", "04-13 12:20")).containsExactly("record 04-16-3 capped: kept for the last day");
        assertThat(lines("04-16 12:00", "04-16 12:20")).containsExactly("record 04-16-0 queued");
    }

    @Test
    void who_has_stopped_reminders_hears_the_last_notice_alone() {
        change(tables -> tables.mutes().mute(LI, now()));
        assertThat(lines("04-13 12:00", "04-13 12:20")).containsExactly("record 04-16-3 stopped");
        assertThat(lines("04-16 12:00", "04-16 12:20")).containsExactly("record 04-16-0 queued");
    }

    @Test
    void who_has_nothing_to_do_or_is_paused_is_not_decided_about() {
        stand("0001", Standing.State.PAUSED);
        assertThat(decide("04-13 12:00", "04-13 12:20")).isEmpty();
        stand("0001", Standing.State.IN);
        confirm("0001");
        assertThat(decide("04-13 12:00", "04-13 12:20")).isEmpty();
    }

    @Test
    void what_another_rule_would_say_later_that_day_is_said_in_the_same_message() {
        enrol("0001", "li", "李四", "文学院", WebPhoto.NOT_COLLECTED);
        Policy both = Springtime.policy(EARLIER, RECORD);
        assertThat(lines(decide(Springtime.SEASON, both, "04-13 08:40", "04-13 08:50")))
                .containsExactly("photo 04-30-17 queued", "record 04-16-3 merged");
        assertThat(lines(decide(Springtime.SEASON, both, "04-13 08:40", "04-13 12:20")))
                .as("both are due: one message, and nothing is merged into itself")
                .containsExactly("photo 04-30-17 queued", "record 04-16-3 queued");
    }

    @Test
    void what_a_later_rule_has_said_already_is_not_merged() {
        enrol("0001", "li", "李四", "文学院", WebPhoto.NOT_COLLECTED);
        decided("record", "2027-04-16-3", "04-13 12:20", "m");
        assertThat(lines(decide(Springtime.SEASON, Springtime.policy(EARLIER, RECORD), "04-13 08:40", "04-13 08:50")))
                .containsExactly("photo 04-30-17 queued");
    }

    /** Missed on Friday, still good on Saturday: nobody is bothered on a day off. */
    @Test
    void on_a_day_off_nothing_is_said_and_what_is_over_by_then_is_told_as_dropped() {
        assertThat(decide("04-09 12:00", "04-10 10:00")).isEmpty();
        assertThat(lines("04-09 12:00", "04-10 18:21")).containsExactly("record 04-16-7 dropped: too late");
    }

    @Test
    void the_last_notice_speaks_on_a_day_off_too() {
        Season saturday = Springtime.season(Optional.empty(), Optional.of(Springtime.day("04-17")), false);
        assertThat(lines(decide(saturday, Springtime.policy(RECORD), "04-17 12:00", "04-17 12:20")))
                .containsExactly("record 04-17-0 queued");
    }

    @Test
    void the_ledger_names_the_message_of_what_was_queued_and_none_of_what_was_not() {
        DailyScheduler sweep = new DailyScheduler(Springtime.SEASON, Springtime.policy(RECORD));
        Occasions.Row queued =
                sweep.rows(decide("04-13 12:00", "04-13 12:20").get(0), "m").get(0);
        assertThat(queued)
                .isEqualTo(new Occasions.Row(
                        "0001", "record", "2027-04-16-3", Springtime.at("04-13 12:20"), "m", "queued"));
        change(tables -> tables.mutes().mute(LI, now()));
        Occasions.Row stopped =
                sweep.rows(decide("04-13 12:00", "04-13 12:20").get(0), "m").get(0);
        assertThat(stopped.message()).isEmpty();
    }
}
