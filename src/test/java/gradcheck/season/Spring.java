package gradcheck.season;

import gradcheck.app.SeasonBot;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.season.FakePlatform.Killed;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.turn.Answer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * 1 March to 10 May in lockstep: what students, secretaries, the registrar and the platform do by a seeded plan, and the
 * bot whenever it has something to do. The bot is killed at random moments, also inside a call, and comes back.
 */
final class Spring {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Duration STEP = Duration.ofMinutes(5);

    final long seed;
    final Length length;
    final SeasonBot.Setup setup;
    final Map<PersonId, Pupil> pupils = new LinkedHashMap<>();
    final List<PersonId> secretaries = new ArrayList<>();
    final Asked asked;
    final FakePlatform platform;
    final Office office;
    final Deeds deeds;
    final List<Instant[]> downtimes = new ArrayList<>();
    /** When the bot's clock is wrong. */
    final List<Instant[]> wrong = new ArrayList<>();

    /** What was answered otherwise than it had to be. */
    final List<Violation> broken = new ArrayList<>();

    int kills;
    int messages;
    int rounds;

    private final SecureRandom ids;
    private final Build build;
    private final Path file;
    private final Time time = new Time(at(FIRST, 0, 0));
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private final List<CompletableFuture<?>> underWay = new ArrayList<>();
    private final Mishaps mishaps;
    private Store store;
    private SeasonBot bot;
    private Instant downUntil = Instant.EPOCH;

    private record Event(Instant at, int order, Runnable what) {}

    Spring(long seed, int students, Length length, Build build, Path folder) {
        this.seed = seed;
        this.length = length;
        this.ids = new SeededRandom(seed);
        this.build = build;
        SplittableRandom random = new SplittableRandom(seed);
        SeasonBot.Setup shipped = SeasonBot.Setup.read(settings());
        this.setup = shipped.with(Policies.withBudget(shipped.policy(), students * 3 / 2 + 20));
        this.asked = new Asked(setup.season());
        this.file = folder.resolve("season-" + seed + ".db");
        this.platform = new FakePlatform(random.split(), time, ZONE, this::arrived);
        this.office = new Office(this, random);
        this.deeds = new Deeds(this, office, random);
        this.mishaps = new Mishaps(this, office, random);
        open();
        new Population(this, random.split()).settle(students);
        mishaps.plan();
    }

    /** In every second spring the record has a last day; without one nothing counts down. In two of four 已提交 is wanted. */
    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (seed % 2 == 0) {
            settings.put("  closes", length.closes.toString());
        }
        if (seed % 4 == 1 || seed % 4 == 2) {
            settings.put("registration_system", "required");
        }
        return Map.copyOf(settings);
    }

    Store store() {
        return store;
    }

    SeasonBot bot() {
        return bot;
    }

    Instant now() {
        return time.now();
    }

    Instant botNow() {
        return time.botNow();
    }

    /** From now on the bot's clock is wrong by that much. */
    void jump(Duration by) {
        time.jump(by);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    void plan(Instant at, Runnable what) {
        events.add(new Event(at, events.size() + messages, what));
    }

    /** The whole spring; afterwards everything is settled and can be checked. */
    void live() {
        Instant end = at(length.last, 23, 0);
        Instant botNext = time.now();
        while (time.now().isBefore(end)) {
            Instant world = events.isEmpty() ? end : events.peek().at();
            time.reach(min(min(world, botNext), end));
            happen();
            if (time.now().isBefore(downUntil)) {
                botNext = downUntil;
                continue;
            }
            if (bot == null) {
                open();
            } else if (time.now().isBefore(botNext)) {
                botNext = min(botNext, next());
                continue;
            }
            tick();
            botNext = bot == null ? downUntil : next();
        }
        if (bot == null) {
            open();
        }
    }

    private void happen() {
        while (!events.isEmpty() && !events.peek().at().isAfter(time.now())) {
            events.poll().what().run();
        }
        settle();
    }

    /** What people have begun to say is said. */
    void settle() {
        underWay.forEach(CompletableFuture::join);
        underWay.clear();
    }

    private void tick() {
        try {
            bot.reminders().queueDue();
            if (mishaps.killsBetween()) {
                throw new Killed("between queueing and sending");
            }
            while (bot.sender().sendDue() > 0) {
                // A claim holds one message of each person.
            }
        } catch (Killed killed) {
            die();
        }
    }

    void die() {
        kills++;
        store.close();
        bot = null;
        downUntil = time.now().plus(mishaps.died());
        downtimes.add(new Instant[] {time.now(), downUntil});
    }

    private void open() {
        store = Store.open("jdbc:sqlite:" + file, new FieldCipher(KEY, ids), setup.season());
        bot = new SeasonBot(
                setup,
                store,
                time.clock(),
                ids,
                new SeasonBot.Seams(build.channel(platform), build::policy, prepare -> rows -> {
                    if (mishaps.killsInPrepare()) {
                        throw new Killed("between claim and call");
                    }
                    return build.prepare(prepare).messages(rows);
                }));
    }

    /** When the bot has something to do next, in true time. */
    private Instant next() {
        Optional<Instant> due = store.read(tables -> earliest(List.of(
                tables.sending().nextDue(),
                tables.batches().nextAt(),
                tables.allowance().pause().map(p -> p.until()).filter(u -> u.isAfter(time.botNow())))));
        Duration wrong = Duration.between(time.now(), time.botNow());
        Instant look = bot.reminders().nextLook().minus(wrong);
        Instant sending = due.map(d -> d.minus(wrong)).orElse(look);
        Instant soonest = time.now().plusSeconds(sending.isAfter(time.now()) ? 1 : 45);
        return max(soonest, min(look, sending));
    }

    private static Optional<Instant> earliest(List<Optional<Instant>> moments) {
        return moments.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private void arrived(FakePlatform.Delivery delivery) {
        deeds.arrived(delivery);
    }

    /** A write of the office's, or of somebody the season doesn't play in words. */
    <T> void write(Function<Tables, T> work) {
        underWay.add(store.write(work));
    }

    /** Time stands until that is done. */
    void await(CompletableFuture<?> deed) {
        underWay.add(deed);
    }

    /** Somebody writes to the bot; what it answers. */
    CompletableFuture<String> say(PersonId person, String word) {
        Optional<String> instead = build.instead(person, word);
        if (instead.isPresent()) {
            return CompletableFuture.completedFuture(instead.get());
        }
        messages++;
        if (pupils.containsKey(person)) {
            pupils.get(person).lastSaid = time.botNow();
        }
        Incoming.Text text = new Incoming.Text(person, "m" + messages, time.botNow(), word);
        return bot.turns()
                .take(text, time.botNow())
                .thenApply(answer -> answer instanceof Answer.Says says ? says.text() : "");
    }

    /** Does it as soon as the bot is there to be told. */
    void whenUp(Runnable act) {
        if (bot == null) {
            plan(max(downUntil.plusSeconds(1), time.now().plusSeconds(1)), () -> whenUp(act));
        } else {
            act.run();
        }
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /** So that what happens at nearly the same time happens in one go. */
    static Instant grid(Instant at) {
        long step = STEP.toMillis();
        return Instant.ofEpochMilli((at.toEpochMilli() / step + 1) * step);
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
