package gradcheck.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten at once and twenty a minute; one warning, then silence, until it is calm again. */
class RateLimitTest {
    private static final Instant START = Instant.parse("2027-03-15T02:00:00Z");

    private static List<RateLimit.Verdict> verdicts(List<Long> seconds) {
        List<RateLimit.Verdict> verdicts = new ArrayList<>();
        for (int i = 1; i <= seconds.size(); i++) {
            List<Instant> taken =
                    seconds.subList(0, i).stream().map(START::plusSeconds).toList();
            verdicts.add(RateLimit.USUAL.last(taken));
        }
        return verdicts;
    }

    @Test
    void the_eleventh_at_once_is_warned_and_the_rest_unheard() {
        List<RateLimit.Verdict> verdicts = verdicts(Collections.nCopies(15, 0L));
        assertThat(verdicts.subList(0, 10)).containsOnly(RateLimit.Verdict.HEARD);
        assertThat(verdicts.get(10)).isEqualTo(RateLimit.Verdict.TOO_FAST);
        assertThat(verdicts.subList(11, 15)).containsOnly(RateLimit.Verdict.UNHEARD);
    }

    @Test
    void twenty_a_minute_for_ever_are_heard() {
        List<Long> steady = new ArrayList<>();
        for (long i = 0; i < 100; i++) {
            steady.add(i * 3);
        }
        assertThat(verdicts(steady)).containsOnly(RateLimit.Verdict.HEARD);
    }

    @Test
    void a_flood_is_warned_once_and_heard_again_after_a_rest() {
        List<Long> flood = new ArrayList<>(Collections.nCopies(12, 0L));
        for (long second = 1; second <= 30; second++) {
            flood.add(second);
        }
        List<RateLimit.Verdict> verdicts = verdicts(flood);
        assertThat(verdicts.stream().filter(RateLimit.Verdict.TOO_FAST::equals)).hasSize(1);
        assertThat(verdicts.stream().filter(RateLimit.Verdict.HEARD::equals)).hasSizeBetween(19, 20);
        flood.add(34L);
        assertThat(verdicts(flood)).endsWith(RateLimit.Verdict.HEARD);
    }
}
