package gradcheck.torture;

import gradcheck.app.FurnishedSeason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills the bot again and again under load, each time at another moment, starts it on the same files, and in the end
 * holds what it promised against what others saw.
 */
final class Torture {
    private static final long LONGEST_NANOS = 8_000_000_000L;
    private static final int MOST_TAKEN = 100;
    /** So much arrives undisturbed after the last kill: in a few rounds hardly anybody gets two messages in a row else. */
    private static final int CALM = 80;

    private static final int MOST_SENT = 10;
    private static final int FEW_MILLIS = 15;
    private static final int START_MILLIS = 2500;
    private static final int SIDE_BY_SIDE = 8;
    /** After one kill in so many the bot comes back hours later; after the others what is doubtful may be repeated. */
    private static final int LEAPS = 3;

    /** One kill in so many hits the start itself. */
    private static final int EARLY = 8;

    /** A copy is made in one round of ten, and restored two rounds later. */
    private static final int RESTORES = 10;

    private static final int COPIES_AT = 7;
    private static final int RESTORES_AT = 9;

    /** With so many kills some must have hit a claim's worth of open calls. */
    private static final int ENOUGH = 20;

    private static final int MOST_STEPS = 300;
    private static final Duration QUIET_STEP = Duration.ofMinutes(3);

    private final Place place;
    private final int students;
    private final long seed;

    Torture(Place place, int students, long seed) {
        this.place = place;
        this.students = students;
        this.seed = seed;
    }

    /** What came of it. */
    record Result(
            int kills,
            int conversations,
            List<Event> events,
            int openTogether,
            List<String> violations,
            double seconds) {
        String page() {
            long taken = events.stream().filter(e -> e.is(Event.Kind.TAKEN)).count();
            long keys = events.stream()
                    .filter(e -> e.is(Event.Kind.TAKEN))
                    .map(e -> e.get("key"))
                    .distinct()
                    .count();
            long offered = events.stream().filter(e -> e.is(Event.Kind.OFFERED)).count();
            List<Event> arrived =
                    events.stream().filter(e -> e.is(Event.Kind.ARRIVED)).toList();
            long hidden =
                    arrived.stream().filter(e -> !e.get("shown").equals("true")).count();
            long unanswered = arrived.stream()
                    .filter(e -> !e.get("answered").equals("true"))
                    .count();
            Losses losses = new Losses(events);
            String told = violations.isEmpty() ? "none" : "\n  " + String.join("\n  ", violations);
            return String.format(
                    Locale.ROOT,
                    "kills -9: %d in %.0f s, conversations: %d%nmessages: %d, answered 200: %d, in %d deliveries%nsent"
                            + " to the platform: %d, of them never answered by it: %d, identical repeats it hid:"
                            + " %d%ncalls kept together that a kill left open: at most %d%nrestores: %d, answered 200 in their gaps: %d%nbroken promises (I1-I9): %s",
                    kills,
                    seconds,
                    conversations,
                    offered,
                    keys,
                    taken,
                    arrived.size(),
                    unanswered,
                    hidden,
                    openTogether,
                    losses.restores(),
                    losses.keys().size(),
                    told);
        }
    }

    Result run(int rounds) throws Exception {
        long start = System.nanoTime();
        FurnishedSeason.at(place.database(), students);
        int conversations;
        List<String> violations = new ArrayList<>();
        try (EventLog log = new EventLog(place.events());
                RoughPlatform platform = new RoughPlatform(place.platformPort(), log, seed);
                Victim victim = new Victim(place, log)) {
            victim.launch();
            victim.awaitReady();
            Time time = new Time(victim);
            victim.standAt(time.now());
            Mouth mouth = new Mouth(place.botPort(), log);
            time.start();
            Crowd crowd = new Crowd(mouth, platform, students, SIDE_BY_SIDE, seed);
            killAgainAndAgain(log, victim, time, rounds);
            await(log, Event.Kind.ARRIVED, log.count(Event.Kind.ARRIVED) + CALM);
            crowd.end();
            platform.behave();
            time.end();
            quiesce(victim, time);
            crowd.said.forEach(mouth::deliver);
            if (!victim.stop()) {
                violations.add("the bot did not stop when asked to");
            }
            conversations = crowd.conversations();
        }
        List<Event> events = EventLog.read(place.events());
        violations.addAll(checked(events));
        int together = openTogether();
        if (rounds >= ENOUGH && together < 2) {
            violations.add("no kill met several calls that were kept together");
        }
        return new Result(rounds, conversations, events, together, violations, (System.nanoTime() - start) / 1e9);
    }

    private void killAgainAndAgain(EventLog log, Victim victim, Time time, int rounds) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Path copy = place.folder().resolve("copy.gcb");
        for (int round = 0; round < rounds; round++) {
            if (round % RESTORES == COPIES_AT) {
                log.add(Event.Kind.COPYING, Map.of());
                place.run("backup", copy.toString());
            }
            awaitMoment(log, random);
            victim.kill();
            if (round % RESTORES == RESTORES_AT) {
                place.run("restore", copy.toString());
                log.add(Event.Kind.RESTORED, Map.of());
            }
            if (random.nextInt(EARLY) == 0) {
                victim.launch();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(START_MILLIS));
                victim.kill();
            }
            if (random.nextInt(LEAPS) == 0) {
                time.leap();
            }
            victim.launch();
            victim.awaitReady();
        }
    }

    /** Counted in what has happened, so that a slow machine is killed in the same things, and then some milliseconds. */
    private static void awaitMoment(EventLog log, SplittableRandom random) throws InterruptedException {
        boolean whileSending = random.nextInt(2) == 0;
        Event.Kind kind = whileSending ? Event.Kind.ARRIVED : Event.Kind.TAKEN;
        int until = log.count(kind) + 1 + random.nextInt(whileSending ? MOST_SENT : MOST_TAKEN);
        await(log, kind, until);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(FEW_MILLIS));
    }

    private static void await(EventLog log, Event.Kind kind, int until) throws InterruptedException {
        long start = System.nanoTime();
        while (log.count(kind) < until && System.nanoTime() - start < LONGEST_NANOS) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Time passes until nothing is on its way any more. */
    private void quiesce(Victim victim, Time time) throws InterruptedException, SQLException {
        for (int i = 0; i < MOST_STEPS; i++) {
            time.pass(QUIET_STEP);
            victim.standAt(time.now());
            try (Ledgers ledgers = new Ledgers(place.database())) {
                if (ledgers.rows("SELECT id FROM outbox WHERE state <> 'settled' AND due_at <= "
                                        + time.now().toInstant().toEpochMilli() + " LIMIT 1")
                                .isEmpty()
                        && ledgers.rows("SELECT id FROM batch WHERE state = 'open' LIMIT 1")
                                .isEmpty()) {
                    return;
                }
            }
        }
    }

    private List<String> checked(List<Event> events) throws SQLException {
        try (Ledgers ledgers = new Ledgers(place.database())) {
            return new Promises(ledgers, events).broken();
        }
    }

    /** Of the calls that were kept in one write, every one is in doubt only where the process died among them. */
    private int openTogether() throws SQLException {
        try (Ledgers ledgers = new Ledgers(place.database())) {
            return ledgers
                    .rows("SELECT COUNT(*) AS calls FROM batch GROUP BY first_at HAVING MIN(is_doubtful) = 1"
                            + " ORDER BY calls DESC LIMIT 1")
                    .stream()
                    .mapToInt(row -> Integer.parseInt(row.get("calls")))
                    .findFirst()
                    .orElse(0);
        }
    }

    /** The confirmations go out and are verified, by the program's own commands. */
    List<String> exported() throws InterruptedException {
        Path file = place.folder().resolve("confirmations.csv");
        try {
            place.run("export", "confirmations", "-o", file.toString());
            place.run("verify", file.toString());
            return List.of();
        } catch (IOException e) {
            return List.of("I7: " + e.getMessage());
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
