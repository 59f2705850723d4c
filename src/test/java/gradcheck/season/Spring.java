package gradcheck.season;

import gradcheck.app.SeasonBot;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.reminders.Audience;
import gradcheck.reminders.Rounds;
import gradcheck.season.FakePlatform.Kill;
import gradcheck.season.FakePlatform.Killed;
import gradcheck.store.CorrectionRows;
import gradcheck.store.PhotoFacts;
import gradcheck.store.Reopenings;
import gradcheck.store.RoundRows;
import gradcheck.store.Seal;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.turn.Answer;
import gradcheck.verification.CorrectionState;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.Standing;
import gradcheck.verification.WebPhoto;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * 1 March to 10 May in lockstep: what students, secretaries, the registrar and the platform do by a seeded plan, and the
 * bot whenever it has something to do. The bot is killed at random moments, also inside a call, and comes back.
 */
final class Spring {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final LocalDate PHOTOS = LocalDate.of(2027, 4, 30);
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Duration STEP = Duration.ofMinutes(5);

    /** How long a spring is, with its last day for the first check in every second one, and how often the bot is killed. */
    enum Length {
        WHOLE(LocalDate.of(2027, 5, 10), LocalDate.of(2027, 4, 20), 50),
        /** Enough for each fault to show. */
        MONTH(LocalDate.of(2027, 3, 31), LocalDate.of(2027, 3, 26), 8);

        final LocalDate last;
        final LocalDate closes;
        final int kills;

        Length(LocalDate last, LocalDate closes, int kills) {
            this.last = last;
            this.closes = closes;
            this.kills = kills;
        }

        int days() {
            return (int) ChronoUnit.DAYS.between(FIRST, last);
        }
    }

    final long seed;
    final Length length;
    final SeasonBot.Setup setup;
    final Map<PersonId, Pupil> pupils = new LinkedHashMap<>();
    final List<PersonId> secretaries = new ArrayList<>();
    final FakePlatform platform;
    final List<Instant[]> downtimes = new ArrayList<>();
    /** When the bot's clock is wrong. */
    final List<Instant[]> wrong = new ArrayList<>();

    final List<String> broken = new ArrayList<>();
    int kills;
    int messages;
    int rounds;

    private final SplittableRandom random;
    private final SecureRandom ids;
    private final Build build;
    private final Path file;
    private final Time time = new Time(at(FIRST, 0, 0));
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private final List<CompletableFuture<?>> underWay = new ArrayList<>();
    private Store store;
    private SeasonBot bot;
    private Instant downUntil = Instant.EPOCH;
    private boolean killBetween;
    private boolean killInPrepare;

    private record Event(Instant at, int order, Runnable what) {}

    Spring(long seed, int students, Length length, Build build, Path folder) {
        this.seed = seed;
        this.length = length;
        this.ids = new SeededRandom(seed);
        this.build = build;
        this.random = new SplittableRandom(seed);
        // Without a last day nothing counts down.
        SeasonBot.Setup shipped =
                SeasonBot.Setup.read(seed % 2 == 0 ? Map.of("  closes", length.closes.toString()) : Map.of());
        this.setup = shipped.with(Policies.withBudget(shipped.policy(), students * 3 / 2 + 20));
        this.file = folder.resolve("season-" + seed + ".db");
        this.platform = new FakePlatform(random.split(), time, ZONE, this::arrived);
        open();
        new Population(this, random.split()).settle(students);
        planTrouble();
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

    /** The last day for what somebody lacks; empty where there is none. */
    Optional<LocalDate> deadline(Audience lack) {
        return switch (lack) {
            case NOT_COLLECTED, PHOTO_UNKNOWN -> Optional.of(PHOTOS);
            case UNCHECKED, RETAKE -> Optional.empty();
            default -> setup.season().recordCloses();
        };
    }

    List<LocalDate> deadlines() {
        return Stream.concat(Stream.of(PHOTOS), setup.season().recordCloses().stream())
                .toList();
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
        underWay.forEach(CompletableFuture::join);
        underWay.clear();
    }

    private void tick() {
        try {
            bot.reminders().queueDue();
            if (killBetween) {
                killBetween = false;
                throw new Killed("between queueing and sending");
            }
            while (bot.sender().sendDue() > 0) {
                // A claim holds one message of each person.
            }
        } catch (Killed killed) {
            die();
        }
    }

    private void die() {
        kills++;
        killInPrepare = false;
        store.close();
        bot = null;
        int fate = random.nextInt(20);
        Duration down = fate == 0
                ? Duration.ofHours(1 + random.nextInt(7))
                : fate < 6 ? Duration.ofMinutes(1 + random.nextInt(90)) : Duration.ofSeconds(1 + random.nextInt(90));
        downUntil = time.now().plus(down);
        downtimes.add(new Instant[] {time.now(), downUntil});
    }

    private void open() {
        store = Store.open("jdbc:sqlite:" + file, new Seal(KEY, ids));
        bot = new SeasonBot(
                setup,
                store,
                time.clock(),
                ids,
                new SeasonBot.Seams(build.channel(platform), build::policy, prepare -> rows -> {
                    if (killInPrepare) {
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

    private void planTrouble() {
        for (int i = 0; i < length.kills; i++) {
            // Mostly when something is being sent: then a crash hurts.
            boolean sending = random.nextInt(4) > 0;
            Instant when = sending
                    ? at(day(), random.nextBoolean() ? 8 : 12, random.nextInt(60))
                    : at(day(), random.nextInt(24), random.nextInt(60));
            plan(when, this::kill);
        }
        for (int i = 0; i < often(6); i++) {
            Instant from = at(day(), 8 + random.nextInt(6), random.nextInt(60));
            platform.outages.add(new FakePlatform.Outage(
                    from, from.plus(Duration.ofMinutes(5 + random.nextInt(240))), random.nextInt(3) == 0));
        }
        for (int i = 0; i < often(12); i++) {
            // A minute's limit mostly, an hour's, and once in a while the day's.
            Instant from = at(day(), random.nextBoolean() ? 8 : 12, random.nextInt(60));
            int kind = random.nextInt(16);
            platform.limits.add(new FakePlatform.Limit(
                    from,
                    kind == 0
                            ? hit -> at(day(hit).plusDays(1), 0, 0)
                            : hit -> hit.plus(kind < 5 ? Duration.ofMinutes(60) : Duration.ofSeconds(60))));
        }
        for (int i = 0; i < often(6); i++) {
            Instant from = at(day(), 9 + random.nextInt(7), random.nextInt(60));
            int minutes = random.nextInt(29) - 14;
            Instant to = from.plus(Duration.ofMinutes(30 + random.nextInt(90)));
            wrong.add(new Instant[] {from, to});
            plan(from, () -> time.jump(Duration.ofMinutes(minutes)));
            plan(to, () -> time.jump(Duration.ZERO));
        }
        for (int i = 0; i < often(10); i++) {
            plan(at(day(), 9 + random.nextInt(12), 1 + random.nextInt(28)), this::startRound);
        }
    }

    /** So often in a whole spring. */
    private int often(int times) {
        return (times * length.days() + Length.WHOLE.days() - 1) / Length.WHOLE.days();
    }

    private LocalDate day() {
        return FIRST.plusDays(1 + random.nextInt(length.days() - 4));
    }

    private void kill() {
        if (bot == null || platform.isKilling() || killInPrepare || killBetween) {
            plan(time.now().plus(Duration.ofHours(3)), this::kill);
            return;
        }
        int where = random.nextInt(10);
        if (where < 4) {
            platform.killNext(Kill.BEFORE);
        } else if (where < 7) {
            platform.killNext(Kill.AFTER);
        } else if (where < 9) {
            killInPrepare = true;
        } else {
            killBetween = true;
        }
        // Where nothing is sent any more on that day, it dies in its sleep.
        plan(time.now().plus(Duration.ofHours(6)), () -> {
            if ((platform.isKilling() || killInPrepare) && bot != null) {
                platform.killNext(Kill.NONE);
                die();
            }
        });
    }

    private void startRound() {
        if (bot == null) {
            return;
        }
        Audience audience = random.nextBoolean()
                ? Audience.UNCONFIRMED
                : random.nextBoolean() ? Audience.NOT_COLLECTED : Audience.UNCHECKED;
        String college = random.nextInt(3) == 0 ? "" : "学院" + random.nextInt(secretaries.size());
        Instant from = time.botNow().plus(Duration.ofMinutes(5));
        Rounds.Request request = new Rounds.Request(audience, List.of(college), Set.of());
        RoundRows.Row round = store.write(tables -> bot.rounds().start(tables, request, secretaries.get(0), from))
                .join();
        rounds++;
        int fate = random.nextInt(4);
        if (fate == 0) {
            write(tables -> bot.rounds().pause(tables, round.id()));
            plan(
                    time.now().plus(Duration.ofMinutes(random.nextBoolean() ? 90 : 3 * 24 * 60)),
                    () -> whenUp(() -> write(t -> bot.rounds().resume(t, round.id()))));
        } else if (fate == 1) {
            plan(
                    time.now().plus(Duration.ofMinutes(3)),
                    () -> whenUp(() -> write(t -> bot.rounds().cancel(t, round.id()))));
        } else if (fate == 2) {
            plan(
                    time.now().plus(Duration.ofDays(2)),
                    () -> whenUp(() -> write(t -> bot.rounds().resendFailed(t, round.id(), secretaries.get(0)))));
        }
    }

    /** A write of the office's, or of somebody the season doesn't play in words. */
    <T> void write(Function<Tables, T> work) {
        underWay.add(store.write(work));
    }

    /** Does it as soon as the bot is there to be told. */
    void whenUp(Runnable act) {
        if (bot == null) {
            plan(max(downUntil.plusSeconds(1), time.now().plusSeconds(1)), () -> whenUp(act));
        } else {
            act.run();
        }
    }

    private void arrived(FakePlatform.Delivery delivery) {
        Pupil pupil = pupils.get(delivery.person());
        if (pupil == null || !FakePlatform.isUnasked(delivery.text())) {
            return;
        }
        pupil.tell(delivery.at(), "is reminded: " + delivery.text().replace('\n', ' '));
        if (random.nextInt(60) == 0) {
            plan(grid(delivery.at().plus(Duration.ofMinutes(7))), () -> whenUp(() -> mute(pupil, true)));
            if (random.nextInt(3) == 0) {
                plan(grid(delivery.at().plus(Duration.ofDays(3))), () -> whenUp(() -> mute(pupil, false)));
            }
        }
        if (random.nextDouble() < pupil.habit.acts) {
            Duration later = Duration.ofMinutes(3 + random.nextInt(pupil.habit.hours * 60));
            plan(awake(delivery.at().plus(later)), () -> whenUp(() -> act(pupil)));
        }
    }

    private void mute(Pupil pupil, boolean muted) {
        say(pupil, muted ? "停止提醒" : "恢复提醒").join();
        pupil.mutedNow(time.now(), muted);
    }

    /** The student does the next thing, or all of them. */
    void act(Pupil pupil) {
        for (Audience lack : List.copyOf(pupil.now().lacks())) {
            act(pupil, lack);
            if (pupil.habit != Pupil.Habit.PROMPT) {
                return;
            }
        }
    }

    private void act(Pupil pupil, Audience lack) {
        switch (lack) {
            case UNCONFIRMED -> {
                confirm(pupil, List.of("开始核对", "已阅读", "无误"));
                pupil.lacksNow(time.now(), Audience.UNCONFIRMED, false);
                if (random.nextInt(7) == 0) {
                    correct(pupil, time.now());
                }
            }
            case REOPENED -> {
                confirm(pupil, List.of("重新核对", "无误"));
                pupil.lacksNow(time.now(), Audience.REOPENED, false);
            }
            case NOT_COLLECTED -> plan(
                    at(day(time.now()).plusDays(1 + random.nextInt(4)), 10, 5),
                    () -> whenUp(() -> {
                        if (pupil.lacks(Audience.NOT_COLLECTED)) {
                            photo(pupil, WebPhoto.COLLECTED);
                            plan(
                                    at(day(time.now()).plusDays(9 + random.nextInt(10)), 10, 5),
                                    () -> whenUp(() -> online(pupil)));
                        }
                    }));
            case PHOTO_UNKNOWN -> {
                boolean taken = random.nextInt(3) > 0;
                note(pupil, PhotoFact.WEB, taken ? "已上网" : "未采集");
                pupil.lacksNow(time.now(), Audience.PHOTO_UNKNOWN, false);
                pupil.lacksNow(time.now(), taken ? Audience.UNCHECKED : Audience.NOT_COLLECTED, true);
            }
            case UNCHECKED -> {
                note(pupil, PhotoFact.OWN_CHECK, "正确");
                note(pupil, PhotoFact.CHSI_RECORD, "正确");
                pupil.lacksNow(time.now(), Audience.UNCHECKED, false);
            }
            case RETAKE -> {
                note(pupil, PhotoFact.NEWEST, "是");
                note(pupil, PhotoFact.PAPER, "已交");
                pupil.lacksNow(time.now(), Audience.RETAKE, false);
            }
            case MATERIAL_DUE -> review(pupil, CorrectionState.MATERIAL_DUE, CorrectionState.MATERIAL_SENT);
            case SENT_BACK -> review(pupil, CorrectionState.SENT_BACK, CorrectionState.WITHDRAWN);
            default -> {
                // Nobody is in the others in this spring.
            }
        }
    }

    void online(Pupil pupil) {
        photo(pupil, WebPhoto.ONLINE);
        pupil.lacksNow(time.now(), Audience.UNCHECKED, true);
    }

    private void photo(Pupil pupil, WebPhoto photo) {
        Instant at = time.now();
        write(tables -> {
            tables.students().setWebPhoto(2027, pupil.number, photo, at);
            return at;
        });
        pupil.lacksNow(time.now(), Audience.NOT_COLLECTED, false);
        pupil.lacksNow(time.now(), Audience.PHOTO_UNKNOWN, false);
    }

    private void note(Pupil pupil, PhotoFact fact, String value) {
        Instant at = time.now();
        write(tables -> {
            tables.photoFacts().note(2027, pupil.number, fact, new PhotoFacts.Noted(value, at));
            return at;
        });
    }

    private void confirm(Pupil pupil, List<String> words) {
        for (String word : words) {
            underWay.add(say(pupil, word));
        }
        underWay.add(say(pupil, "我确认").thenAccept(answer -> {
            if (answer.contains("回执号")) {
                pupil.saysReceipt = true;
                pupil.receipts++;
            } else {
                broken.add(pupil.number + " confirmed and got no receipt: " + answer);
            }
        }));
    }

    /** A secretary wants it once more, of somebody who has confirmed and corrected nothing. */
    void reopen(Pupil pupil) {
        if (!pupil.saysReceipt || pupil.corrects || pupil.lacks(Audience.REOPENED)) {
            return;
        }
        Instant at = time.now();
        write(tables -> {
            tables.reopenings().put(2027, new Reopenings.Row(pupil.number, pupil.receipts + 1, "再看一遍", "jm-0", at));
            return at;
        });
        pupil.lacksNow(at, Audience.REOPENED, true);
    }

    private void correct(Pupil pupil, Instant at) {
        pupil.corrects = true;
        boolean key = random.nextInt(3) == 0;
        CorrectionState first = key ? CorrectionState.MATERIAL_DUE : CorrectionState.PENDING;
        write(tables -> tables.corrections()
                .add(
                        new CorrectionRows.Owner(2027, pupil.college, pupil.number, 1),
                        new CorrectionRows.New("MZ", "汉族", "回族", key ? "关键信息" : "一般信息", first, Map.of()),
                        at));
        if (key) {
            pupil.lacksNow(at, Audience.MATERIAL_DUE, true);
            return;
        }
        boolean back = random.nextBoolean();
        plan(
                at(day(at).plusDays(1 + random.nextInt(5)), 15, 35),
                () -> whenUp(() -> review(
                        pupil, CorrectionState.PENDING, back ? CorrectionState.SENT_BACK : CorrectionState.PASSED)));
    }

    private void review(Pupil pupil, CorrectionState from, CorrectionState to) {
        Instant at = time.now();
        write(tables -> {
            tables.corrections().of(2027, pupil.number).stream()
                    .filter(row -> row.state() == from)
                    .forEach(row -> tables.corrections().move(row.id(), from, new CorrectionRows.Step(to, "", "", at)));
            return at;
        });
        pupil.lacksNow(at, Audience.MATERIAL_DUE, false);
        pupil.lacksNow(at, Audience.SENT_BACK, to == CorrectionState.SENT_BACK);
    }

    void standing(Pupil pupil, Standing.State state) {
        Instant at = time.now();
        write(tables -> {
            tables.standings().put(2027, pupil.number, new Standing(state, "", Optional.empty(), "jm-0", at));
            return at;
        });
        pupil.takesPartNow(at, state == Standing.State.IN);
    }

    private CompletableFuture<String> say(Pupil pupil, String word) {
        pupil.tell(time.now(), "says " + word);
        Optional<String> instead = build.instead(pupil.person, word);
        if (instead.isPresent()) {
            return CompletableFuture.completedFuture(instead.get());
        }
        messages++;
        pupil.lastSaid = time.botNow();
        Incoming.Text text = new Incoming.Text(pupil.person, "m" + messages, time.botNow(), word);
        return bot.turns()
                .take(text, time.botNow())
                .thenApply(answer -> answer instanceof Answer.Says says ? says.text() : "");
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /** Students sleep from midnight to seven. */
    private static Instant awake(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        return grid(local.getHour() < 7 ? local.withHour(7).toInstant() : at);
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
