package gradcheck.season;

import gradcheck.domain.QuietHours;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.Channel;
import gradcheck.outbox.Prepared;
import gradcheck.outbox.SendOutcome;
import gradcheck.outbox.Sender;
import gradcheck.reminders.Calendar;
import gradcheck.reminders.Policy;
import gradcheck.reminders.Rule;
import gradcheck.store.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds with a single fault each. */
final class Faults {
    private static final Map<String, Prepared> DECIDED = new HashMap<>();

    private Faults() {}

    /** Answers whatever begins with a word nicely, and has not heard it. */
    static Build answering(String word, String answer) {
        return new Build() {
            @Override
            Optional<String> instead(PersonId person, String said) {
                return said.startsWith(word)
                        ? Optional.of(answer + said.substring(said.lastIndexOf(' ') + 1))
                        : Optional.empty();
            }
        };
    }

    /** Knows no rule of that name. */
    static Build without(String rule) {
        return policed(p -> Policies.withRules(
                p, p.rules().stream().filter(r -> !r.name().equals(rule)).toList()));
    }

    static Build prepared(Function<Sender.Prepare, Sender.Prepare> fault) {
        return new Build() {
            @Override
            Sender.Prepare prepare(Sender.Prepare shipped) {
                return fault.apply(shipped);
            }
        };
    }

    static Build called(Function<Channel, Channel> fault) {
        return new Build() {
            private final Map<Channel, Channel> once = new HashMap<>();

            @Override
            Channel channel(Channel platform) {
                return once.computeIfAbsent(platform, fault);
            }
        };
    }

    static Build policed(Function<Policy, Policy> fault) {
        return new Build() {
            @Override
            Policy policy(Policy shipped) {
                return fault.apply(shipped);
            }
        };
    }

    /** Decides two days before it sends. */
    static Sender.Prepare decidesTooEarly(Sender.Prepare shipped) {
        return rows -> {
            Map<String, Prepared> prepared = new HashMap<>(shipped.messages(rows));
            for (Outbox.Row row : rows) {
                if (DECIDED.containsKey(row.id())) {
                    prepared.put(row.id(), DECIDED.get(row.id()));
                } else if (prepared.get(row.id()) instanceof Prepared.Ready ready) {
                    DECIDED.put(row.id(), ready);
                    prepared.put(
                            row.id(),
                            new Prepared.Later(row.dueAt().plus(Duration.ofDays(2)), OutcomeCause.QUIET_HOURS));
                }
            }
            return prepared;
        };
    }

    static Sender.Prepare forgetsSome(Sender.Prepare shipped) {
        return rows -> shipped.messages(
                rows.stream().filter(row -> !row.person().value().endsWith("3")).toList());
    }

    /** Well inside what the rule allows, and yet for no reason. */
    static Sender.Prepare takesItsTime(Sender.Prepare shipped) {
        return rows -> {
            Map<String, Prepared> prepared = new HashMap<>(shipped.messages(rows));
            rows.stream()
                    .filter(row -> row.kind().equals(Outbox.REMINDER)
                            && row.person().value().endsWith("4")
                            && row.attempts() == 0)
                    .forEach(row -> prepared.put(
                            row.id(),
                            new Prepared.Later(row.dueAt().plus(Duration.ofHours(3)), OutcomeCause.QUIET_HOURS)));
            return prepared;
        };
    }

    /** Says of everybody whose number ends so that they had nothing more to do. */
    static Sender.Prepare saysDone(Sender.Prepare shipped) {
        return rows -> {
            Map<String, Prepared> prepared = new HashMap<>(shipped.messages(rows));
            rows.stream()
                    .filter(row -> row.kind().equals(Outbox.REMINDER)
                            && row.person().value().endsWith("2"))
                    .forEach(row -> prepared.put(row.id(), new Prepared.Dropped(OutcomeCause.DONE)));
            return prepared;
        };
    }

    static Sender.Prepare putsOffForEver(Sender.Prepare shipped) {
        return rows -> {
            Map<String, Prepared> prepared = new HashMap<>(shipped.messages(rows));
            rows.stream()
                    .filter(row -> row.person().value().endsWith("5"))
                    .forEach(row -> prepared.put(
                            row.id(),
                            new Prepared.Later(Instant.parse("2027-12-01T00:00:00Z"), OutcomeCause.QUIET_HOURS)));
            return prepared;
        };
    }

    static Sender.Prepare dropsDigests(Sender.Prepare shipped) {
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
    static Channel forgetsThatItSent(Channel platform) {
        int[] count = {0};
        return (to, message, call) -> {
            count[0]++;
            SendOutcome outcome = platform.send(to, message, call);
            return outcome instanceof SendOutcome.Sent && count[0] % 7 == 0
                    ? new SendOutcome.TryLater(OutcomeCause.BUSY, "-1", "busy", Duration.ofHours(5))
                    : outcome;
        };
    }

    /** What is busy or out for a moment is not asked again. */
    static Channel givesUpAtOnce(Channel platform) {
        return (to, message, call) -> {
            SendOutcome outcome = platform.send(to, message, call);
            return outcome instanceof SendOutcome.TryLater later
                    ? new SendOutcome.Refused(later.cause(), later.code(), later.reason())
                    : outcome;
        };
    }

    /** What the platform says to a third of its calls is not heard, however often it is said. */
    static Channel doesNotListen(Channel platform) {
        return (to, message, call) -> {
            SendOutcome outcome = platform.send(to, message, call);
            return message.toString().length() % 3 == 0 ? new SendOutcome.Unknown("timeout") : outcome;
        };
    }

    static Channel sendsNothing(Channel platform) {
        int[] count = {0};
        return (to, message, call) -> {
            count[0]++;
            return count[0] % 5 == 0 ? new SendOutcome.Sent("") : platform.send(to, message, call);
        };
    }

    static Policy inTheNight(Policy shipped) {
        Policy awake = Policies.withQuiet(shipped, QuietHours.between(LocalTime.of(23, 58), LocalTime.of(0, 2)));
        return Policies.withRules(awake, at(shipped, LocalTime.of(22, 20)));
    }

    static Channel sendsThrice(Channel platform) {
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

    /** Some calls that wait for the full hour. */
    static Channel dawdles(Channel platform) {
        Time time = ((FakePlatform) platform).time;
        int[] count = {0};
        return (to, message, call) -> {
            boolean dawdles = to.size() > 1 && ++count[0] >= 20 && count[0] < 25;
            while (dawdles && time.botNow().atZone(Spring.ZONE).getMinute() % 30 != 0) {
                time.pass(Duration.ofSeconds(20));
            }
            return platform.send(to, message, call);
        };
    }

    /** Says of some that they could not be reached, who were. */
    static Channel refusesOnPaper(Channel platform) {
        return (to, message, call) -> {
            SendOutcome outcome = platform.send(to, message, call);
            List<SendOutcome.Refusal> refusals = to.stream()
                    .filter(person -> Set.of('3', '6', '9')
                            .contains(person.value().charAt(person.value().length() - 1)))
                    .map(person -> new SendOutcome.Refusal(person, OutcomeCause.INVALID))
                    .toList();
            return outcome instanceof SendOutcome.Sent ? new SendOutcome.PartlyRefused("", refusals) : outcome;
        };
    }

    private static List<Rule> at(Policy shipped, LocalTime time) {
        return shipped.rules().stream()
                .map(r -> new Rule(
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
    static Policy withoutWeekends(Policy shipped) {
        Set<LocalDate> all = Spring.FIRST.datesUntil(Length.WHOLE.last).collect(Collectors.toSet());
        return Policies.withCalendar(
                shipped, new Calendar(Map.of(2027, new Calendar.Year(true, Set.of(), all)), Set.of()));
    }
}
