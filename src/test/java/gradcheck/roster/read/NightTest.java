package gradcheck.roster.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody is told what can wait. */
class NightTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2027-03-15T07:59, 2027-03-15T08:07",
        "2027-03-15T08:00, 2027-03-15T08:00",
        "2027-03-15T21:59, 2027-03-15T21:59",
        "2027-03-15T22:00, 2027-03-16T08:07",
        "2027-03-16T00:30, 2027-03-16T08:07"
    })
    void what_falls_into_the_night_waits_for_a_minute_of_the_morning_that_is_not_crowded(
            LocalDateTime moment, LocalDateTime told) {
        assertThat(Night.after(moment.atZone(ZONE).toInstant(), ZONE))
                .isEqualTo(told.atZone(ZONE).toInstant());
    }
}
