package gradcheck.app;

import gradcheck.config.Config;
import gradcheck.config.Environment;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.outbox.SendOutcome;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import gradcheck.turn.Answer;
import gradcheck.turn.RateLimit;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long people wait beside a reminder of everybody: 50 turns a second, open loop, while the office says 催办 未核对 and
 * 确认 for the whole season, without the web around it.
 *
 * <p>{@code RoundBench [students]}
 */
public final class RoundBench {
    private static final int A_SECOND = 50;
    private static final int SECONDS = 30;
    private static final PersonId OFFICE = new PersonId("office");
    private static final Instant MORNING = Instant.parse("2027-04-20T02:01:00Z");

    private final Bot bot;
    private final Store store;
    private final Clock clock;
    private final int students;
    private int messages;

    private RoundBench(Store store, Config.Settings settings, int students) throws Exception {
        this.students = students;
        this.store = store;
        this.clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MORNING));
        bot = new Bot(
                settings,
                AppContext.copy(settings),
                new Bot.Ground(
                        store,
                        (to, what, call) -> new SendOutcome.Sent("", "code"),
                        clock,
                        new SecureRandom(),
                        false,
                        RateLimit.FREE));
        int season = settings.season().year();
        store.write(tables -> {
                    for (int i = 0; i < students; i++) {
                        tables.students().put(season, new PersonId("s" + i), student(i), clock.instant());
                    }
                    tables.staff().replaceAll(List.of(new Member(OFFICE, Role.OFFICE, "", "陈老师", "", "")));
                    return students;
                })
                .join();
    }

    public static void main(String[] args) throws Exception {
        int students = args.length > 0 ? Integer.parseInt(args[0]) : 12_000;
        Config.Settings settings = Config.read(new Environment(Map.of()));
        settings.intents().learn();
        Path folder = Files.createTempDirectory("gradcheck-round");
        FieldCipher seal = new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom());
        try (Store store = Stores.open("jdbc:sqlite:" + folder.resolve("round.db"), seal)) {
            new RoundBench(store, settings, students).measure();
        }
    }

    private CompletableFuture<Answer> say(PersonId who, String word) {
        messages++;
        Instant now = clock.instant();
        return bot.turns().take(new Incoming.Text(who, "k" + messages, now, word), now);
    }

    private void measure() throws Exception {
        List<String> words = List.of("开始核对", "已阅读", "进度", "无误");
        for (int i = 0; i < 2000; i++) {
            var unused = say(new PersonId("s" + i % 500), words.get(i / 500)).join();
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        report("alone", turns(words, 0));
        Background background = new Background(bot, () -> System.out.println("a round of the background failed"));
        background.start();
        report("beside a round", turns(words, students / 2));
        background.close();
        long queued = store.read(tables -> tables.rounds().outcomes("2027-1").values().stream()
                .mapToInt(Integer::intValue)
                .sum());
        System.out.printf(
                Locale.ROOT,
                "queued %d, longest hold %.0f ms, load average %.1f%n",
                queued,
                store.longestHoldSeconds() * 1000,
                load);
    }

    /** @param from the first of those who write; not 0: beside a round of everybody */
    private List<Long> turns(List<String> words, int from) {
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        long start = System.nanoTime();
        for (int i = 0; i < A_SECOND * SECONDS; i++) {
            long due = start + TimeUnit.SECONDS.toNanos(i) / A_SECOND;
            LockSupport.parkNanos(due - System.nanoTime());
            if (from > 0 && (i == A_SECOND * 5 || i == A_SECOND * 10)) {
                office(i == A_SECOND * 5 ? "催办 未核对" : "确认");
            }
            var unused = say(new PersonId("s" + (from + i % 375)), words.get(i / 375 % words.size()))
                    .whenComplete(
                            (answer, failure) -> nanos.add(failure == null ? System.nanoTime() - due : Long.MAX_VALUE));
        }
        while (nanos.size() < A_SECOND * SECONDS) {
            LockSupport.parkNanos(1_000_000);
        }
        return nanos;
    }

    private void office(String word) {
        long begun = System.nanoTime();
        var unused = say(OFFICE, word)
                .whenComplete((answer, failure) -> System.out.printf(
                        Locale.ROOT,
                        "%s after %d ms: %s%n",
                        word,
                        (System.nanoTime() - begun) / 1_000_000,
                        answer instanceof Answer.Says says
                                ? says.text().lines().findFirst().orElse("")
                                : failure));
    }

    private static void report(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, most %.1f ms%n",
                what,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 0.999),
                at(sorted, 1));
    }

    private static double at(List<Long> sorted, double part) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part))) / 1e6;
    }

    private static Student student(int place) {
        return new Student(
                gradcheck.bench.Season.number(place),
                Map.ofEntries(
                        Map.entry("XH", gradcheck.bench.Season.number(place)),
                        Map.entry("XM", "学生" + Character.toString(0x4E00 + place % 5000)),
                        Map.entry("XB", "男"),
                        Map.entry("CSRQ", "20050412"),
                        Map.entry("MZ", "汉族"),
                        Map.entry("ZZMM", "共青团员"),
                        Map.entry("ZJLX", "居民身份证"),
                        Map.entry("SFZH", "629999200504120032"),
                        Map.entry("FY", "学院" + place / 600),
                        Map.entry("ZYMC", "计算机科学与技术"),
                        Map.entry("BH", "计算" + place / 40 + "班"),
                        Map.entry("CC", "本科")),
                WebPhoto.UNKNOWN,
                false);
    }
}
