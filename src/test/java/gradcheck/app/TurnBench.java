package gradcheck.app;

import gradcheck.config.Config;
import gradcheck.config.Environment;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.outbox.SendOutcome;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.Tables;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.record.CorrectionRows;
import gradcheck.turn.RateLimit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Whether the cost of a turn grows with the number of students: processor time of the writing thread, turn by turn, without
 * the web around it. Everybody may write as fast as they like here, so that few students can make many turns.
 *
 * <p>{@code TurnBench [students …]}
 */
public final class TurnBench {
    /** A first check, a question beside it, words nobody understands. */
    private static final List<String> CONVERSATION =
            List.of("重新核对", "已阅读", "进度", "无误", "我确认", "我的回执", "照片还没拍怎么办", "学生甲乙丙丁和猫");

    private static final int PEOPLE = 1000;
    private static final int WARMING_UP = 14;
    private static final int MEASURED = 6;
    private static final int AT_ONCE = 50;

    private final Bot bot;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long writer;
    private final int students;
    private int messages;

    private TurnBench(Store store, Config.Settings settings, int students) throws Exception {
        this.students = students;
        SecureRandom random = new SecureRandom();
        Bot.Ground ground = new Bot.Ground(
                store,
                (to, what, call) -> new SendOutcome.Sent("", "code"),
                Clock.systemUTC(),
                random,
                false,
                RateLimit.FREE);
        bot = new Bot(settings, AppContext.copy(settings), ground);
        writer = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(t -> t != null && t.getThreadName().equals("store-writer"))
                .findFirst()
                .orElseThrow()
                .getThreadId();
        int season = settings.season().year();
        store.write(tables -> {
                    for (int i = 0; i < students; i++) {
                        tables.students().put(season, new PersonId("s" + i), student(i), Instant.now());
                        correct(tables, season, i);
                    }
                    return students;
                })
                .join();
    }

    public static void main(String[] args) throws Exception {
        List<Integer> sizes =
                args.length > 0 ? Arrays.stream(args).map(Integer::valueOf).toList() : List.of(1000, 12_000, 120_000);
        Config.Settings settings = Config.read(new Environment(Map.of()));
        settings.intents().learn();
        System.out.printf(
                Locale.ROOT,
                "machine: %d cores, JDK %s, load average %.1f; microseconds of the writing thread%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.println("| students | a turn | " + String.join(" | ", CONVERSATION) + " |");
        System.out.println("|---|---" + "|---".repeat(CONVERSATION.size()) + "|");
        for (int size : sizes) {
            Path folder = Files.createTempDirectory("gradcheck-turns");
            FieldCipher seal = new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom());
            try (Store store = Stores.open("jdbc:sqlite:" + folder.resolve("turns.db"), seal)) {
                new TurnBench(store, settings, size).measure();
            }
        }
    }

    /** How often a turn goes to the database, its cards not counted: one student's conversation, after a first one. */
    public static double statements(List<String> conversation) throws Exception {
        Config.Settings settings = Config.read(new Environment(Map.of()));
        Path folder = Files.createTempDirectory("gradcheck-statements");
        FieldCipher seal = new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom());
        AtomicInteger count = new AtomicInteger();
        try (Store store = Stores.open("jdbc:sqlite:" + folder.resolve("turns.db"), seal)) {
            TurnBench bench = new TurnBench(store, settings, PEOPLE);
            conversation.forEach(bench::oneSays);
            store.write(tables -> tables.handle().getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
                        @Override
                        public void logBeforeExecution(StatementContext context) {
                            count.incrementAndGet();
                        }
                    }))
                    .join();
            conversation.forEach(bench::oneSays);
        }
        return (double) count.get() / conversation.size();
    }

    private void oneSays(String word) {
        messages++;
        Instant now = Instant.now();
        bot.turns()
                .take(new Incoming.Text(new PersonId("s0"), "k" + messages, now, word), now)
                .join();
    }

    /** The same number of people say the same in the same state, whatever the size; they are spread over all there are. */
    private void measure() throws Exception {
        long[] micros = new long[CONVERSATION.size()];
        for (int round = 0; round < WARMING_UP + MEASURED; round++) {
            for (int word = 0; word < micros.length; word++) {
                long before = threads.getThreadCpuTime(writer);
                everybodySays(CONVERSATION.get(word));
                long each = (threads.getThreadCpuTime(writer) - before) / PEOPLE / 1000;
                micros[word] += round < WARMING_UP ? 0 : each;
            }
        }
        StringBuilder row = new StringBuilder();
        for (long each : micros) {
            row.append(" | ").append(each / MEASURED);
        }
        long turn = Arrays.stream(micros).sum() / MEASURED / micros.length;
        System.out.println("| " + students + " | " + turn + row + " |");
    }

    private void everybodySays(String word) throws InterruptedException {
        Semaphore free = new Semaphore(AT_ONCE);
        AtomicInteger failed = new AtomicInteger();
        for (int i = 0; i < PEOPLE; i++) {
            free.acquire();
            int place = (int) ((long) i * students / PEOPLE);
            messages++;
            Instant now = Instant.now();
            var unused = bot.turns()
                    .take(new Incoming.Text(new PersonId("s" + place), "k" + messages, now, word), now)
                    .whenComplete((answer, failure) -> {
                        failed.addAndGet(failure == null ? 0 : 1);
                        free.release();
                    });
        }
        boolean isDone = free.tryAcquire(AT_ONCE, 1, TimeUnit.MINUTES);
        if (!isDone || failed.get() > 0) {
            throw new IllegalStateException(failed + " of " + PEOPLE + " turns failed: " + word);
        }
    }

    /** Every tenth of those who say nothing here has a correction under way. */
    private void correct(Tables tables, int season, int place) {
        boolean talks = (long) place * PEOPLE % students < PEOPLE;
        if (talks || place % 10 != 7) {
            return;
        }
        Student student = student(place);
        var owner = new CorrectionRows.Owner(season, student.value("FY"), student.number(), 1);
        var correction = new CorrectionRows.New("MZ", "汉族", "回族", "KEY", CorrectionState.MATERIAL_DUE, Map.of());
        tables.corrections().add(owner, correction, Instant.now());
    }

    private static Student student(int place) {
        String number = gradcheck.bench.Season.number(place);
        Map<String, String> values = new HashMap<>();
        values.put("XH", number);
        values.put("XM", "学生" + Character.toString(0x4E00 + place % 5000));
        values.put("XB", "男");
        values.put("CSRQ", "20050412");
        values.put("MZ", "汉族");
        values.put("ZZMM", "共青团员");
        values.put("ZJLX", "居民身份证");
        values.put("SFZH", "629999200504120032");
        values.put("FY", "学院" + place / 600);
        values.put("ZYMC", "计算机科学与技术");
        values.put("BH", "计算" + place / 40 + "班");
        values.put("CC", "本科");
        return new Student(number, values, WebPhoto.UNKNOWN, false);
    }
}
