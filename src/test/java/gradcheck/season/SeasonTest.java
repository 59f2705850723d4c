package gradcheck.season;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.Channel;
import gradcheck.outbox.Prepared;
import gradcheck.outbox.SendOutcome;
import gradcheck.outbox.Sender;
import gradcheck.reminders.Calendar;
import gradcheck.reminders.Policy;
import gradcheck.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private static final int STUDENTS = 45;
    private static final int FEW = 30;
    private static final Map<String, Prepared> DECIDED = new HashMap<>();

    @Test
    void a_small_spring_with_fifty_kills_keeps_every_promise() throws Exception {
        SeasonProgram.Result result = SeasonProgram.run(SEED, STUDENTS, Spring.Length.WHOLE, Build.REAL);
        assertThat(result.violations()).as(result.page()).isEmpty();
    }

    @Test
    void a_seed_tells_one_story_only() throws Exception {
        SeasonProgram.Result once = SeasonProgram.run(1, STUDENTS, Spring.Length.MONTH, Build.REAL);
        SeasonProgram.Result again = SeasonProgram.run(1, STUDENTS, Spring.Length.MONTH, Build.REAL);
        assertThat(told(again)).isEqualTo(told(once));
    }

    private static String told(SeasonProgram.Result result) {
        return result.page().lines().skip(1).collect(Collectors.joining("\n"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Checker.DONE, prepared(SeasonTest::decidesTooEarly)),
                Arguments.of(Checker.STOPPED, answering("停止提醒", "好的，以后不再提醒你。")),
                Arguments.of(Checker.DUE, prepared(SeasonTest::forgetsSome)),
                Arguments.of(Checker.DUE, prepared(SeasonTest::takesItsTime)),
                Arguments.of(Checker.DUE, called(SeasonTest::givesUpAtOnce)),
                Arguments.of(Checker.DUE, policed(p -> Policies.withCaps(p, new Policy.Caps(1, 2)))),
                Arguments.of(Checker.TWICE, called(SeasonTest::forgetsThatItSent)),
                Arguments.of(Checker.LEDGER, called(SeasonTest::sendsNothing)),
                Arguments.of(Checker.LEDGER, called(SeasonTest::doesNotListen)),
                Arguments.of(Checker.LEDGER, prepared(SeasonTest::saysDone)),
                Arguments.of(Checker.STUCK, prepared(SeasonTest::putsOffForEver)),
                Arguments.of(Checker.DAY, called(SeasonTest::sendsThrice)),
                Arguments.of(Checker.WEEK, policed(p -> Policies.withCaps(p, new Policy.Caps(1, 9)))),
                Arguments.of(Checker.QUIET, policed(SeasonTest::inTheNight)),
                Arguments.of(Checker.OFF, policed(SeasonTest::withoutWeekends)),
                Arguments.of(Checker.CROWDED, called(SeasonTest::dawdles)),
                Arguments.of(Checker.ESCALATED, called(SeasonTest::refusesOnPaper)),
                Arguments.of(Checker.BUDGET, called(platform -> sendsThrice(sendsThrice(platform)))),
                Arguments.of(Checker.DIGEST, prepared(SeasonTest::dropsDigests)),
                Arguments.of(Checker.CONFIRMED, answering("我确认", "核对成功，回执号：2027-99999-1")));
    }

    /** Answers a word nicely, and has not heard it. */
    private static Build answering(String word, String answer) {
        return new Build() {
            @Override
            Optional<String> instead(PersonId person, String said) {
                return said.equals(word) ? Optional.of(answer) : Optional.empty();
            }
        };
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_build_with_one_fault_is_found_out(String promise, Build broken) throws Exception {
        SeasonProgram.Result result = SeasonProgram.run(SEED, FEW, Spring.Length.MONTH, broken);
        assertThat(result.violations())
                .as(result.page())
                .extracting(Violation::promise)
                .contains(promise);
        assertThat(result.page()).contains("BROKEN with seed " + SEED);
    }

    private static Build prepared(Function<Sender.Prepare, Sender.Prepare> fault) {
        return new Build() {
            @Override
            Sender.Prepare prepare(Sender.Prepare shipped) {
                return fault.apply(shipped);
            }
        };
    }

    private static Build called(Function<Channel, Channel> fault) {
        return new Build() {
            private final Map<Channel, Channel> once = new HashMap<>();

            @Override
            Channel channel(Channel platform) {
                return once.computeIfAbsent(platform, fault);
            }
        };
    }

    private static Build policed(Function<Policy, Policy> fault) {
        return new Build() {
            @Override
            Policy policy(Policy shipped) {
                return fault.apply(shipped);
            }
        };
    }

    /** Decides two days before it sends. */
    private static Sender.Prepare decidesTooEarly(Sender.Prepare shipped) {
        return rows -> {
            Map<String, Prepared> prepared = new HashMap<>(shipped.messages(rows));
            for (Outbox.Row row : rows) {
                if (DECIDED.containsKey(row.id())) {
                    prepared.put(row.id(), DECIDED.get(row.id()));
                } else if (prepared.get(row.id()) instanceof Prepared.Ready ready) {
                    DECIDED.put(row.id(), ready);
                    prepared.put(row.id(), new Prepared.Later(row.dueAt().plus(Duration.ofDays(2)), "later"));
                }
            }
            return prepared;
        };
    }

    private static Sender.Prepare forgetsSome(Sender.Prepare shipped) {
        return rows -> shipped.messages(
                rows.stream().filter(row -> !row.person().value().endsWith("3")).toList());
    }

    /** Well inside what the rule allows, and yet for no reason. */
    private static Sender.Prepare takesItsTime(Sender.Prepare shipped) {
        return rows -> {
            Map<String, Prepared> prepared = new HashMap<>(shipped.messages(rows));
            rows.stream()
                    .filter(row -> row.kind().equals(Outbox.REMINDER)
                            && row.person().value().endsWith("4")
                            && row.attempts() == 0)
                    .forEach(row -> prepared.put(
                            row.id(), new Prepared.Later(row.dueAt().plus(Duration.ofHours(3)), "later")));
            return prepared;
        };
    }

    /** Says of everybody whose number ends so that they had nothing more to do. */
    private static Sender.Prepare saysDone(Sender.Prepare shipped) {
        return rows -> {
            Map<String, Prepared> prepared = new HashMap<>(shipped.messages(rows));
            rows.stream()
                    .filter(row -> row.kind().equals(Outbox.REMINDER)
                            && row.person().value().endsWith("2"))
                    .forEach(row -> prepared.put(row.id(), new Prepared.Dropped("done")));
            return prepared;
        };
    }

    private static Sender.Prepare putsOffForEver(Sender.Prepare shipped) {
        return rows -> {
            Map<String, Prepared> prepared = new HashMap<>(shipped.messages(rows));
            rows.stream()
                    .filter(row -> row.person().value().endsWith("5"))
                    .forEach(row ->
                            prepared.put(row.id(), new Prepared.Later(Instant.parse("2027-12-01T00:00:00Z"), "later")));
            return prepared;
        };
    }

    private static Sender.Prepare dropsDigests(Sender.Prepare shipped) {
        return rows -> {
            Map<String, Prepared> prepared = new HashMap<>(shipped.messages(rows));
            Set<String> digests = rows.stream()
                    .filter(row -> row.kind().equals("digest"))
                    .map(Outbox.Row::id)
                    .collect(Collectors.toSet());
            prepared.keySet().removeAll(digests);
            return prepared;
        };
    }

    /** What was accepted is taken for refused, and sent once more when the platform no longer knows it. */
    private static Channel forgetsThatItSent(Channel platform) {
        int[] count = {0};
        return (to, message, call) -> {
            count[0]++;
            SendOutcome outcome = platform.send(to, message, call);
            return outcome instanceof SendOutcome.Sent && count[0] % 7 == 0
                    ? new SendOutcome.TryLater(-1, "busy", Duration.ofHours(5))
                    : outcome;
        };
    }

    /** What is busy or out for a moment is not asked again. */
    private static Channel givesUpAtOnce(Channel platform) {
        return (to, message, call) -> {
            SendOutcome outcome = platform.send(to, message, call);
            return outcome instanceof SendOutcome.TryLater later
                    ? new SendOutcome.Refused(later.code(), later.reason())
                    : outcome;
        };
    }

    /** What the platform says to a third of its calls is not heard, however often it is said. */
    private static Channel doesNotListen(Channel platform) {
        return (to, message, call) -> {
            SendOutcome outcome = platform.send(to, message, call);
            return message.toString().length() % 3 == 0 ? new SendOutcome.Unknown("timeout") : outcome;
        };
    }

    private static Channel sendsNothing(Channel platform) {
        int[] count = {0};
        return (to, message, call) -> {
            count[0]++;
            return count[0] % 5 == 0 ? new SendOutcome.Sent("") : platform.send(to, message, call);
        };
    }

    private static Policy inTheNight(Policy shipped) {
        Policy awake = Policies.withQuiet(shipped, new Policy.Quiet(LocalTime.of(23, 58), LocalTime.of(0, 2)));
        return Policies.withRules(awake, at(shipped, LocalTime.of(22, 20)));
    }

    private static Channel sendsThrice(Channel platform) {
        return (to, message, call) -> {
            if (!(message instanceof Outgoing.Text said)) {
                return platform.send(to, message, call);
            }
            String text = said.text();
            platform.send(to, new Outgoing.Text(text + "！"), call);
            platform.send(to, new Outgoing.Text(text + "！！"), call);
            return platform.send(to, message, call);
        };
    }

    /** One round that waits for the full hour. */
    private static Channel dawdles(Channel platform) {
        Time time = ((FakePlatform) platform).time;
        int[] count = {0};
        return (to, message, call) -> {
            boolean dawdles = to.size() > 1 && ++count[0] == 20;
            while (dawdles && time.botNow().atZone(Spring.ZONE).getMinute() % 30 != 0) {
                time.pass(Duration.ofSeconds(20));
            }
            return platform.send(to, message, call);
        };
    }

    /** Says of some that they could not be reached, who were. */
    private static Channel refusesOnPaper(Channel platform) {
        return (to, message, call) -> {
            SendOutcome outcome = platform.send(to, message, call);
            List<SendOutcome.Refusal> refusals = to.stream()
                    .filter(person -> Set.of('3', '6', '9')
                            .contains(person.value().charAt(person.value().length() - 1)))
                    .map(person -> new SendOutcome.Refusal(person, SendOutcome.Reason.INVALID))
                    .toList();
            return outcome instanceof SendOutcome.Sent ? new SendOutcome.PartlyRefused("", refusals) : outcome;
        };
    }

    private static List<gradcheck.reminders.Rule> at(Policy shipped, LocalTime time) {
        return shipped.rules().stream()
                .map(r -> new gradcheck.reminders.Rule(
                        r.name(),
                        r.audience(),
                        r.daysBefore(),
                        r.weekday(),
                        time,
                        r.cap(),
                        r.late(),
                        r.isTrueLate(),
                        r.text()))
                .toList();
    }

    /** Every Saturday and Sunday is a working day here. */
    private static Policy withoutWeekends(Policy shipped) {
        Set<java.time.LocalDate> all =
                Spring.FIRST.datesUntil(Spring.Length.WHOLE.last).collect(Collectors.toSet());
        return Policies.withCalendar(
                shipped, new Calendar(Map.of(2027, new Calendar.Year(true, Set.of(), all)), Set.of()));
    }
}
