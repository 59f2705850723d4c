package gradcheck.season;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.reminders.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small spring keeps every promise, and the checker finds each fault that is built in on purpose. */
class SeasonTest {
    private static final long SEED = 2;
    /** Not every fault shows in every spring, where so few take part: then the next one is looked at. */
    private static final long LAST_SEED = 8;

    private static final int STUDENTS = 45;

    @Test
    void a_small_spring_with_fifty_kills_keeps_every_promise() throws Exception {
        SeasonProgram.Result result = SeasonProgram.run(SEED, STUDENTS, Length.WHOLE, Build.REAL);
        assertThat(result.violations()).as(result.page()).isEmpty();
    }

    @Test
    void a_seed_tells_one_story_only() throws Exception {
        SeasonProgram.Result once = SeasonProgram.run(1, STUDENTS, Length.MONTH, Build.REAL);
        SeasonProgram.Result again = SeasonProgram.run(1, STUDENTS, Length.MONTH, Build.REAL);
        assertThat(told(again)).isEqualTo(told(once));
    }

    private static String told(SeasonProgram.Result result) {
        return result.page().lines().skip(1).collect(Collectors.joining("\n"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Checker.DONE, Faults.prepared(Faults::decidesTooEarly)),
                Arguments.of(Checker.STOPPED, Faults.answering("停止提醒", "好的，以后不再提醒你。")),
                Arguments.of(Checker.DUE, Faults.prepared(Faults::forgetsSome)),
                Arguments.of(Checker.DUE, Faults.prepared(Faults::takesItsTime)),
                Arguments.of(Checker.DUE, Faults.called(Faults::givesUpAtOnce)),
                Arguments.of(Checker.DUE, Faults.policed(p -> Policies.withCaps(p, new Policy.Caps(1, 2)))),
                Arguments.of(Checker.TWICE, Faults.called(Faults::forgetsThatItSent)),
                Arguments.of(Checker.LEDGER, Faults.called(Faults::sendsNothing)),
                Arguments.of(Checker.LEDGER, Faults.called(Faults::doesNotListen)),
                Arguments.of(Checker.LEDGER, Faults.prepared(Faults::saysDone)),
                Arguments.of(Checker.STUCK, Faults.prepared(Faults::putsOffForEver)),
                Arguments.of(Checker.DAY, Faults.called(Faults::sendsThrice)),
                Arguments.of(Checker.WEEK, Faults.policed(p -> Policies.withCaps(p, new Policy.Caps(1, 9)))),
                Arguments.of(Checker.QUIET, Faults.policed(Faults::inTheNight)),
                Arguments.of(Checker.OFF, Faults.policed(Faults::withoutWeekends)),
                Arguments.of(Checker.CROWDED, Faults.called(Faults::dawdles)),
                Arguments.of(Checker.ESCALATED, Faults.called(Faults::refusesOnPaper)),
                Arguments.of(
                        Checker.BUDGET, Faults.called(platform -> Faults.sendsThrice(Faults.sendsThrice(platform)))),
                Arguments.of(Checker.DIGEST, Faults.prepared(Faults::dropsDigests)),
                Arguments.of(Checker.STOPPED, Faults.answering("移出", "已移出今年名单：")),
                Arguments.of(Checker.SAYS, Faults.answering("延期", "延期到 ")),
                Arguments.of(Checker.SAYS, Faults.answering("已提交", "注册系统")),
                Arguments.of(Checker.SAYS, Faults.answering("放弃", "已")),
                Arguments.of(Checker.DUE, Faults.without("party-not-asked")),
                Arguments.of(Checker.DUE, Faults.without("not-submitted")),
                Arguments.of(Checker.CONFIRMED, Faults.answering("我确认", "核对成功，回执号：2027-99999-1")));
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_build_with_one_fault_is_found_out(String promise, Build broken) throws Exception {
        List<SeasonProgram.Result> springs = new ArrayList<>();
        for (long seed = SEED; seed <= LAST_SEED && springs.stream().noneMatch(r -> isFound(promise, r)); seed += 2) {
            springs.add(SeasonProgram.run(seed, STUDENTS, Length.MONTH, broken));
        }
        SeasonProgram.Result last = springs.get(springs.size() - 1);
        assertThat(isFound(promise, last)).as(last.page()).isTrue();
        assertThat(last.page()).contains("BROKEN with seed ");
    }

    private static boolean isFound(String promise, SeasonProgram.Result result) {
        return result.violations().stream().anyMatch(v -> v.promise().equals(promise));
    }
}
