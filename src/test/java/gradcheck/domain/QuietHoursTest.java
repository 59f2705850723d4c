package gradcheck.domain;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.QuietHours.Block;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When nobody is written to who hasn't just written, and when that is over. */
class QuietHoursTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = QuietHours.between(LocalTime.of(22, 0), LocalTime.of(8, 0));
    private static final QuietHours TWO = new QuietHours(List.of(
            new Block(LocalTime.of(22, 0), LocalTime.of(8, 0)), new Block(LocalTime.of(12, 0), LocalTime.of(14, 0))));

    private static ZonedDateTime at(LocalDateTime local) {
        return local.atZone(ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "11:59, false",
        "12:00, true",
        "13:59:59, true",
        "14:00, false",
        "21:59:59, false",
        "22:00, true",
        "00:00, true",
        "07:59, true",
        "08:00, false"
    })
    void a_block_begins_on_its_minute_and_ends_on_its_minute(LocalTime time, boolean isQuiet) {
        assertThat(TWO.covers(time)).isEqualTo(isQuiet);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-15T11:00, 2027-03-15T11:00, 2027-03-15T11:00",
        "2027-03-15T12:00, 2027-03-15T14:00, 2027-03-15T14:07",
        "2027-03-15T13:59:59, 2027-03-15T14:00, 2027-03-15T14:07",
        "2027-03-15T22:00, 2027-03-16T08:00, 2027-03-16T08:07",
        "2027-03-16T00:30, 2027-03-16T08:00, 2027-03-16T08:07",
        "2027-03-16T07:59, 2027-03-16T08:00, 2027-03-16T08:07",
        "2027-03-16T08:00, 2027-03-16T08:00, 2027-03-16T08:00"
    })
    void what_falls_into_a_block_waits_for_its_end_and_a_notice_lets_the_rounds_begin(
            LocalDateTime moment, LocalDateTime free, LocalDateTime told) {
        assertThat(TWO.firstFree(at(moment))).isEqualTo(at(free));
        assertThat(TWO.forNotice(at(moment).toInstant(), ZONE)).isEqualTo(at(told).toInstant());
    }

    @Test
    void a_notice_behind_a_short_pause_does_not_fall_into_the_next_block() {
        QuietHours close = new QuietHours(List.of(
                new Block(LocalTime.of(12, 0), LocalTime.of(14, 0)),
                new Block(LocalTime.of(14, 5), LocalTime.of(15, 0))));
        assertThat(close.forNotice(at(LocalDateTime.parse("2027-03-15T13:00")).toInstant(), ZONE))
                .isEqualTo(at(LocalDateTime.parse("2027-03-15T14:00")).toInstant());
    }

    @Test
    void a_block_may_lie_within_one_day_and_the_evening_begins_with_the_last() {
        QuietHours small = QuietHours.between(LocalTime.MIDNIGHT, LocalTime.of(8, 0));
        assertThat(small.covers(LocalTime.of(12, 0))).isFalse();
        assertThat(small.evening()).isEqualTo(LocalTime.MAX);
        assertThat(TWO.evening()).isEqualTo(LocalTime.of(22, 0));
        assertThat(NIGHT.evening()).isEqualTo(LocalTime.of(22, 0));
    }

    @Test
    void when_clocks_are_changed_the_end_is_the_wall_clocks_and_never_before() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        QuietHours early = QuietHours.between(LocalTime.of(1, 0), LocalTime.of(2, 30));
        ZonedDateTime second =
                LocalDateTime.parse("2027-10-31T02:10").atZone(berlin).withLaterOffsetAtOverlap();
        assertThat(early.firstFree(second)).isAfter(second);
        ZonedDateTime spring = LocalDateTime.parse("2027-03-28T01:30").atZone(berlin);
        assertThat(early.firstFree(spring).toLocalTime()).isEqualTo(LocalTime.of(3, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "08:00, 12:00, 14:00, 18:00, false",
        "08:00, 12:00, 12:00, 18:00, true",
        "12:00, 18:00, 08:00, 12:00, true",
        "08:00, 12:00, 11:00, 18:00, true",
        "22:00, 08:00, 07:59, 09:00, true",
        "22:00, 08:00, 23:00, 01:00, true",
        "08:00, 18:00, 09:00, 10:00, true"
    })
    void blocks_that_overlap_or_meet_are_one(LocalTime a, LocalTime b, LocalTime c, LocalTime d, boolean one) {
        assertThat(new Block(a, b).touches(new Block(c, d))).isEqualTo(one);
        assertThat(new Block(c, d).touches(new Block(a, b))).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({"08:00, 08:00, false", "08:00, 07:30, false", "08:00, 07:00, true", "22:00, 08:00, true"})
    void an_hour_of_each_day_is_free(LocalTime from, LocalTime to, boolean leavesRoom) {
        assertThat(QuietHours.between(from, to).leavesRoom()).isEqualTo(leavesRoom);
    }
}
