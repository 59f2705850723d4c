package gradcheck.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.status.StudentState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When anybody may be reminded at all: the season, the quiet hours, the crowded minutes, so many a minute. */
class PolicyTest {
    private static final Policy POLICY = Springtime.policy();

    private static ZonedDateTime at(String local) {
        return Springtime.at(local).atZone(Springtime.ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "04-10 12:20, 04-10 12:20",
        "04-10 12:00, 04-10 12:01",
        "04-10 12:00:40, 04-10 12:01",
        "04-10 12:30, 04-10 12:31",
        "04-10 21:59, 04-10 21:59",
        "04-10 22:00, 04-11 08:01",
        "04-10 23:59, 04-11 08:01",
        "04-11 00:10, 04-11 08:01",
        "04-11 07:59, 04-11 08:01",
        "04-11 08:00, 04-11 08:01"
    })
    void the_soonest_moment_is_neither_quiet_nor_on_the_hour_or_half_past(String from, String soonest) {
        assertThat(POLICY.soonest(at(from))).isEqualTo(at(soonest));
    }

    @ParameterizedTest
    @CsvSource({"02-28, false", "03-01, true", "06-10, true", "06-11, false"})
    void the_seasons_first_and_last_day_belong_to_it(String day, boolean inSeason) {
        assertThat(POLICY.isSeason(Springtime.day(day), Springtime.YEAR)).isEqualTo(inSeason);
    }

    private static List<Instant> slots(int people, int perMinute, String from) {
        Slots slots = new Slots(Springtime.policy(perMinute), at(from));
        return Stream.generate(slots::next).limit(people).toList();
    }

    @Test
    void so_many_people_go_out_in_one_minute_and_the_crowded_minutes_are_left_out() {
        assertThat(slots(5, 2, "04-10 12:28"))
                .containsExactly(
                        Springtime.at("04-10 12:28"),
                        Springtime.at("04-10 12:28"),
                        Springtime.at("04-10 12:29"),
                        Springtime.at("04-10 12:29"),
                        Springtime.at("04-10 12:31"));
    }

    @Test
    void a_round_that_is_not_through_in_the_evening_goes_on_in_the_morning() {
        assertThat(slots(2, 1, "04-10 21:59"))
                .containsExactly(Springtime.at("04-10 21:59"), Springtime.at("04-11 08:01"));
        assertThat(slots(1, 1, "04-10 23:00")).containsExactly(Springtime.at("04-11 08:01"));
    }

    private static Occasion occasion(Duration late, boolean isTrueLate, boolean isLast) {
        Rule rule = new Rule(
                "r",
                StudentState.UNCONFIRMED,
                List.of(),
                Optional.empty(),
                LocalTime.of(12, 20),
                1,
                late,
                isTrueLate,
                "record");
        return Occasion.counting(rule, Springtime.day("04-12"), isLast ? 0 : 2, Springtime.day("04-10"));
    }

    private static Instant until(Duration late, boolean isTrueLate, boolean isLast) {
        return occasion(late, isTrueLate, isLast).until(Springtime.ZONE, POLICY.quiet());
    }

    @Test
    void what_still_holds_tomorrow_may_come_as_late_as_its_rule_says() {
        assertThat(until(Duration.ofHours(30), true, false)).isEqualTo(Springtime.at("04-11 18:20"));
    }

    @Test
    void what_is_wrong_tomorrow_and_every_last_notice_end_with_their_evening() {
        assertThat(until(Duration.ofHours(30), false, false)).isEqualTo(Springtime.at("04-10 22:00"));
        assertThat(until(Duration.ofHours(30), true, true)).isEqualTo(Springtime.at("04-10 22:00"));
        assertThat(until(Duration.ofHours(2), false, false)).isEqualTo(Springtime.at("04-10 14:20"));
    }

    @Test
    void nothing_is_later_than_the_most_patient_rule() {
        Rule impatient = occasion(Duration.ofHours(2), true, false).rule();
        Rule patient = occasion(Duration.ofHours(36), true, false).rule();
        assertThat(Springtime.policy(impatient, patient).longestLate()).isEqualTo(Duration.ofHours(36));
    }

    @Test
    void a_ticket_reads_as_it_was_written_and_covers_what_its_audience_covers() {
        ReminderPayload ticket = new ReminderPayload(
                "0012", Set.of(StudentState.UNCONFIRMED, StudentState.RETAKE), Springtime.at("04-10 12:20"));
        assertThat(ReminderPayload.read(ticket.written())).isEqualTo(ticket);
        assertThat(ticket.covers(StudentState.RETAKE)).isTrue();
        assertThat(ticket.covers(StudentState.REOPENED)).isTrue();
        assertThat(ticket.covers(StudentState.UNCOLLECTED)).isFalse();
        ReminderPayload again =
                new ReminderPayload("0012", Set.of(StudentState.REOPENED), Springtime.at("04-10 12:20"));
        assertThat(again.covers(StudentState.UNCONFIRMED)).isFalse();
    }

    @Test
    void secretaries_call_an_audience_by_its_title_or_by_the_short_one() {
        assertThat(StudentState.of("未采集")).contains(StudentState.UNCOLLECTED);
        assertThat(StudentState.of("照片未采集")).contains(StudentState.UNCOLLECTED);
        assertThat(StudentState.of("没有这一类")).isEmpty();
    }

    /** What stands in the config and in the rows of 1.0.0 goes on being read. */
    @ParameterizedTest
    @CsvSource({
        "未核对, UNCONFIRMED, UNCONFIRMED",
        "待重新核对, REOPENED, REOPENED",
        "已退回, SENT_BACK, SENT_BACK",
        "材料待交, MATERIAL_DUE, MATERIAL_DUE",
        "待问党委, PARTY, POSTPONED",
        "未提交, UNSUBMITTED, UNSUBMITTED",
        "照片未采集, NOT_COLLECTED, UNCOLLECTED",
        "照片未知, PHOTO_UNKNOWN, PHOTO_UNKNOWN",
        "已采集未校对, UNCHECKED, UNCHECKED",
        "重拍待确认, RETAKE, RETAKE"
    })
    void titles_and_tickets_of_the_first_version_are_read(String title, String written, StudentState state) {
        assertThat(StudentState.of(title)).contains(state);
        assertThat(state.isReminded()).isTrue();
        assertThat(ReminderPayload.read("0012|" + written + "|0").audiences()).containsExactly(state);
    }

    @Test
    void before_the_years_notice_is_known_a_long_holiday_never_ends_the_search_for_a_working_day() {
        Set<LocalDate> spring =
                Springtime.day("01-01").datesUntil(Springtime.day("12-31")).collect(Collectors.toSet());
        Calendar closed = new Calendar(Map.of(), spring);
        assertThat(closed.isKnown(Springtime.YEAR)).isFalse();
        assertThat(closed.isWorkingDay(closed.onOrBefore(Springtime.day("12-01"))))
                .isFalse();
    }
}
