package gradcheck.season;

import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.Channel;
import gradcheck.outbox.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A platform that misbehaves by a seeded plan, and keeps its own record of what really arrived. */
final class FakePlatform implements Channel {
    private static final Duration WINDOW = Duration.ofHours(4);

    /**
     * What arrived.
     *
     * @param firstTried since when the identical call stood on the way, which nobody may change any more
     */
    record Delivery(Instant at, Instant botAt, Instant firstTried, PersonId person, String text, boolean isBulk) {}

    /**
     * A call, and what became of it in truth.
     *
     * @param refused whom the platform left out by name
     * @param isHeard whether the bot got an answer
     */
    record Made(Instant at, Set<PersonId> people, String text, String ending, Set<PersonId> refused, boolean isHeard) {
        /** Whether the bot knows for good what became of it. */
        boolean isSettled() {
            return isHeard
                    && Set.of("accepted", "dropped as a repeat", "nobody").contains(ending);
        }
    }

    /** Whoever calls first from then on hits a limit; nothing is taken until it is over. */
    record Limit(Instant from, UnaryOperator<Instant> until) {}

    /** When everything fails, and how. */
    record Outage(Instant from, Instant to, boolean isAnswerless) {}

    final List<Delivery> deliveries = new ArrayList<>();
    final List<Made> calls = new ArrayList<>();
    final Map<PersonId, Instant> invalidUntil = new HashMap<>();
    final Set<PersonId> unlicensed = new HashSet<>();
    final List<Outage> outages = new ArrayList<>();
    final List<Limit> limits = new ArrayList<>();
    final Map<LocalDate, Integer> peopleADay = new HashMap<>();
    final List<Instant[]> penalties = new ArrayList<>();

    private final Map<String, Instant> accepted = new HashMap<>();
    /** The one that is being made. */
    private String request = "";

    /** Since when a request is in doubt: its repeat can't leave out who has finished since. */
    private final Map<String, Instant> doubtful = new HashMap<>();

    private final Map<PersonId, List<Instant>> lately = new HashMap<>();
    private final SplittableRandom random;
    final Time time;
    private final ZoneId zone;
    private final Consumer<Delivery> arrives;
    private Instant penaltyUntil = Instant.EPOCH;
    private Kill kill = Kill.NONE;

    /** Where the process dies in the next call. */
    enum Kill {
        NONE,
        BEFORE,
        AFTER
    }

    /** The process is gone. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Killed(String where) {
            super(where);
        }
    }

    FakePlatform(SplittableRandom random, Time time, ZoneId zone, Consumer<Delivery> arrives) {
        this.random = random;
        this.time = time;
        this.zone = zone;
        this.arrives = arrives;
    }

    void killNext(Kill where) {
        kill = where;
    }

    boolean isKilling() {
        return kill != Kill.NONE;
    }

    @Override
    public SendOutcome send(List<PersonId> to, Outgoing message, String call) {
        time.pass(Duration.ofMillis(50 + random.nextInt(random.nextInt(40) == 0 ? 8000 : 300)));
        String text = said(message);
        request = call + "\n" + to + "\n" + text;
        Instant since = doubtful.getOrDefault(request, time.now());
        boolean forgotten = since.plus(WINDOW).isBefore(time.now());
        doubtful.put(request, forgotten ? time.now() : since);
        boolean inDoubt = since.isBefore(time.now()) && !forgotten;
        if (kill == Kill.BEFORE) {
            kill = Kill.NONE;
            made(to, text, "killed before", false);
            throw new Killed("before the call");
        }
        SendOutcome outcome = answer(to, text);
        if (kill == Kill.AFTER) {
            kill = Kill.NONE;
            unheard();
            throw new Killed("after the call");
        }
        boolean isOpen = outcome instanceof SendOutcome.Unknown || (inDoubt && outcome instanceof SendOutcome.TryLater);
        if (!isOpen) {
            doubtful.remove(request);
        }
        return outcome;
    }

    private void unheard() {
        Made last = calls.remove(calls.size() - 1);
        calls.add(new Made(last.at(), last.people(), last.text(), last.ending(), last.refused(), false));
    }

    private static String said(Outgoing message) {
        return message instanceof Outgoing.Text text ? text.text() : message.toString();
    }

    /** Reminders and digests, as against answers to what somebody said. */
    static boolean isUnasked(String text) {
        return text.startsWith("【毕业信息核对】") || text.startsWith("早上好");
    }

    private SendOutcome answer(List<PersonId> to, String text) {
        Instant now = time.now();
        for (Outage outage : outages) {
            if (now.isAfter(outage.from()) && now.isBefore(outage.to())) {
                return down(to, text, outage);
            }
        }
        if (isLimited(now)) {
            made(to, text, "limited", true);
            return new SendOutcome.TryLater(OutcomeCause.RATE_LIMIT, "45009", "rate limit", Duration.ofSeconds(60));
        }
        int fate = random.nextInt(1000);
        if (fate < 50) {
            made(to, text, "busy", true);
            OutcomeCause cause =
                    fate < 30 ? OutcomeCause.BUSY : fate < 42 ? OutcomeCause.TOO_MANY_AT_ONCE : OutcomeCause.TOKEN;
            return new SendOutcome.TryLater(cause, "7", "busy", Duration.ofSeconds(10));
        }
        if (fate < 80) {
            made(to, text, "lost", false);
            time.pass(Duration.ofSeconds(10));
            return new SendOutcome.Unknown("reset");
        }
        SendOutcome outcome = accept(to, text, now);
        if (fate < 130) {
            unheard();
            time.pass(Duration.ofSeconds(10));
            return new SendOutcome.Unknown("timeout after acceptance");
        }
        return outcome;
    }

    private SendOutcome down(List<PersonId> to, String text, Outage outage) {
        made(to, text, outage.isAnswerless() ? "lost" : "down", !outage.isAnswerless());
        time.pass(outage.isAnswerless() ? Duration.ofSeconds(10) : Duration.ZERO);
        return outage.isAnswerless()
                ? new SendOutcome.Unknown("timeout")
                : new SendOutcome.TryLater(OutcomeCause.NO_CONNECTION, "0", "no connection", Duration.ofSeconds(10));
    }

    /** A limit is hit by whoever calls first when its time has come. */
    private boolean isLimited(Instant now) {
        limits.stream().filter(l -> !l.from().isAfter(now)).findFirst().ifPresent(limit -> {
            // Those that nobody has called into were over before.
            limits.removeIf(other -> !other.from().isAfter(now));
            penaltyUntil = limit.until().apply(now);
            penalties.add(new Instant[] {now, penaltyUntil});
        });
        return now.isBefore(penaltyUntil);
    }

    private SendOutcome accept(List<PersonId> to, String text, Instant now) {
        List<SendOutcome.Refusal> refusals = new ArrayList<>();
        Set<PersonId> refused = new HashSet<>();
        List<PersonId> fine = new ArrayList<>();
        for (PersonId person : to) {
            if (invalidUntil.getOrDefault(person, Instant.EPOCH).isAfter(now)) {
                refusals.add(new SendOutcome.Refusal(person, OutcomeCause.INVALID));
            } else if (unlicensed.contains(person)) {
                refusals.add(new SendOutcome.Refusal(person, OutcomeCause.UNLICENSED));
            } else {
                fine.add(person);
            }
        }
        refusals.forEach(r -> refused.add(r.person()));
        if (fine.isEmpty()) {
            calls.add(new Made(now, Set.copyOf(to), text, "nobody", refused, true));
            return new SendOutcome.Refused(OutcomeCause.INVALID, "81013", "no such receiver");
        }
        Instant before = accepted.get(request);
        boolean isNew = before == null || before.plus(WINDOW).isBefore(now);
        calls.add(new Made(now, Set.copyOf(to), text, isNew ? "accepted" : "dropped as a repeat", refused, true));
        if (isNew) {
            accepted.put(request, now);
            if (isUnasked(text)) {
                peopleADay.merge(now.atZone(zone).toLocalDate(), fine.size(), Integer::sum);
            }
            fine.forEach(person -> deliver(person, text, now, to.size(), doubtful.getOrDefault(request, now)));
        }
        return refusals.isEmpty() ? new SendOutcome.Sent("m") : new SendOutcome.PartlyRefused("m", refusals);
    }

    private void deliver(PersonId person, String text, Instant now, int people, Instant first) {
        List<Instant> times = lately.computeIfAbsent(person, p -> new ArrayList<>());
        times.removeIf(t -> t.isBefore(now.minusSeconds(60)));
        times.add(now);
        if (times.size() <= 30) {
            Delivery delivery = new Delivery(now, time.botNow(), first, person, text, people > 1);
            deliveries.add(delivery);
            arrives.accept(delivery);
        }
    }

    private void made(List<PersonId> to, String text, String ending, boolean isHeard) {
        calls.add(new Made(time.now(), Set.copyOf(to), text, ending, Set.of(), isHeard));
    }
}
