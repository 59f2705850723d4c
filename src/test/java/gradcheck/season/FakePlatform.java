package gradcheck.season;

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

/** A platform that misbehaves by a seeded plan, and keeps its own record of what really arrived. */
final class FakePlatform implements Channel {
    private static final Duration WINDOW = Duration.ofHours(4);

    /** What arrived. */
    record Delivery(Instant at, Instant botAt, Instant firstTried, PersonId person, String text, boolean isBulk) {}

    /** A call, and what became of it in truth. */
    record Made(Instant at, Set<PersonId> people, String ending) {}

    /** When everything fails, and how. */
    record Outage(Instant from, Instant to, boolean isAnswerless) {}

    final List<Delivery> deliveries = new ArrayList<>();
    final List<Made> calls = new ArrayList<>();
    final Map<PersonId, Instant> invalidUntil = new HashMap<>();
    final Set<PersonId> unlicensed = new HashSet<>();
    final List<Outage> outages = new ArrayList<>();
    final Map<LocalDate, Integer> peopleADay = new HashMap<>();
    final List<Instant[]> penalties = new ArrayList<>();

    private final Map<String, Instant> accepted = new HashMap<>();
    /** When the identical request was first made; a repeat can't leave out who has finished since. */
    private final Map<String, Instant> tried = new HashMap<>();

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
    public SendOutcome send(List<PersonId> to, Outgoing message) {
        time.pass(Duration.ofMillis(50 + random.nextInt(random.nextInt(40) == 0 ? 8000 : 300)));
        String key = to + "\n" + said(message);
        Instant first = tried.get(key);
        if (first == null || first.plus(WINDOW).isBefore(time.now())) {
            tried.put(key, time.now());
        }
        if (kill == Kill.BEFORE) {
            kill = Kill.NONE;
            made(to, "killed before");
            throw new Killed("before the call");
        }
        SendOutcome outcome = answer(to, said(message));
        if (kill == Kill.AFTER) {
            kill = Kill.NONE;
            throw new Killed("after the call");
        }
        return outcome;
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
                time.pass(outage.isAnswerless() ? Duration.ofSeconds(10) : Duration.ZERO);
                made(to, outage.isAnswerless() ? "lost" : "down");
                return outage.isAnswerless()
                        ? new SendOutcome.Unknown("timeout")
                        : new SendOutcome.TryLater(0, "no connection", Duration.ofSeconds(10));
            }
        }
        if (now.isBefore(penaltyUntil)) {
            made(to, "limited");
            return new SendOutcome.TryLater(45009, "rate limit", Duration.ofSeconds(60));
        }
        int fate = random.nextInt(1000);
        if (fate < 8) {
            penalty(now, fate < 2 ? Duration.ofMinutes(60) : Duration.ofSeconds(60));
            made(to, "limited");
            return new SendOutcome.TryLater(45009, "rate limit", Duration.ofSeconds(60));
        }
        if (fate < 60) {
            made(to, "busy");
            int code = fate < 40 ? -1 : fate < 52 ? 45033 : 42001;
            return new SendOutcome.TryLater(code, "busy", Duration.ofSeconds(10));
        }
        if (fate < 90) {
            made(to, "lost");
            time.pass(Duration.ofSeconds(10));
            return new SendOutcome.Unknown("reset");
        }
        SendOutcome outcome = accept(to, text, now);
        if (fate < 140) {
            time.pass(Duration.ofSeconds(10));
            return new SendOutcome.Unknown("timeout after acceptance");
        }
        return outcome;
    }

    private void penalty(Instant now, Duration length) {
        penaltyUntil = now.plus(length);
        penalties.add(new Instant[] {now, penaltyUntil});
    }

    private SendOutcome accept(List<PersonId> to, String text, Instant now) {
        List<SendOutcome.Refusal> refusals = new ArrayList<>();
        List<PersonId> fine = new ArrayList<>();
        for (PersonId person : to) {
            if (invalidUntil.getOrDefault(person, Instant.EPOCH).isAfter(now)) {
                refusals.add(new SendOutcome.Refusal(person, SendOutcome.Reason.INVALID));
            } else if (unlicensed.contains(person)) {
                refusals.add(new SendOutcome.Refusal(person, SendOutcome.Reason.UNLICENSED));
            } else {
                fine.add(person);
            }
        }
        if (fine.isEmpty()) {
            made(to, "nobody");
            return new SendOutcome.Refused(81013, "no such receiver");
        }
        String request = to + "\n" + text;
        Instant before = accepted.get(request);
        if (before == null || before.plus(WINDOW).isBefore(now)) {
            accepted.put(request, now);
            if (isUnasked(text)) {
                peopleADay.merge(now.atZone(zone).toLocalDate(), fine.size(), Integer::sum);
            }
            fine.forEach(person -> deliver(person, text, now, to.size(), tried.getOrDefault(request, now)));
            made(to, "accepted");
        } else {
            made(to, "dropped as a repeat");
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

    private void made(List<PersonId> to, String ending) {
        calls.add(new Made(time.now(), Set.copyOf(to), ending));
    }
}
