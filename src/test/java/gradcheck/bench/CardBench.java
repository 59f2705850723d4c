package gradcheck.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long a card comes after the words it follows, the more people write at a time, on a platform that takes its time
 * over each call as the real one does.
 *
 * <p>{@code CardBench [milliseconds a call]}
 */
public final class CardBench {
    private static final int PORT = 18_471;
    private static final int CONNECTIONS = 64;
    private static final int STUDENTS = 12_000;
    private static final int SECONDS = 10;
    private static final List<Integer> RATES = List.of(5, 10, 20, 50, 100, 200);
    /** Everybody's first message; its answer is followed by a card. */
    private static final String FIRST = "开始核对";

    /** What a server that has been up for an hour has compiled, a fresh one has not. */
    private static final int WARMING_UP = 5000;

    private static final int WARMING_RATE = 80;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final QuickPlatform platform;
    private final long msgId = System.currentTimeMillis() * 1000;
    private int next;

    private CardBench(QuickPlatform platform) {
        this.platform = platform;
    }

    public static void main(String[] args) throws Exception {
        int millis = args.length > 0 ? Integer.parseInt(args[0]) : 80;
        Path scratch = Files.createTempDirectory("gradcheck-cards");
        System.out.printf(
                Locale.ROOT,
                "machine: %d cores, JDK %s, load average %.1f; the platform takes %d ms a call%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                millis);
        System.out.println("| people who write, a second | ms from the words to the card: p50 | p99 | longest |"
                + " CPU ms a person |");
        System.out.println("|---|---|---|---|---|");
        try (QuickPlatform platform = new QuickPlatform(millis)) {
            new CardBench(platform).measure(new BotProgram(scratch.resolve("bot"), platform.address(), PORT));
        } finally {
            try (Stream<Path> files = Files.walk(scratch)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void measure(BotProgram bot) throws Exception {
        bot.furnish(STUDENTS);
        List<String> options = new ArrayList<>(BotProgram.JVM);
        options.addAll(bot.serve());
        Path log = Files.createTempFile("gradcheck-cards", ".log");
        try (Child child = new Child(options, bot.environment(), PORT, log)) {
            crowd(WARMING_UP, WARMING_RATE);
            for (int rate : RATES) {
                double cpu = child.cpuSeconds();
                int people = rate * SECONDS;
                List<Double> waits = crowd(people, rate);
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %.0f | %.0f | %.0f | %.1f |%n",
                        rate,
                        waits.get(people / 2),
                        waits.get(people * 99 / 100),
                        waits.get(people - 1),
                        (child.cpuSeconds() - cpu) * 1000 / people);
            }
        } finally {
            Files.delete(log);
        }
    }

    /** So many people begin, so many a second; how long each waited for the card, shortest first. */
    private List<Double> crowd(int people, int rate) throws Exception {
        int first = next;
        List<byte[]> calls = calls(people);
        long start;
        try (OpenLoop loop = new OpenLoop(PORT, CONNECTIONS)) {
            start = System.nanoTime();
            OpenLoop.Result result = loop.run(calls, rate);
            if (result.failed() > 0) {
                throw new IOException(result.failed() + " of " + people + " messages were not taken");
            }
        }
        return waits(first, people, start, rate);
    }

    private List<byte[]> calls(int count) throws Exception {
        SealedCall sealed = new SealedCall(System.currentTimeMillis() / 1000);
        List<byte[]> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++, next++) {
            calls.add(sealed.text(Season.number(next), FIRST, msgId + next));
        }
        return calls;
    }

    private List<Double> waits(int first, int people, long start, int rate) throws Exception {
        long patience = System.nanoTime() + PATIENCE_NANOS;
        List<Double> waits = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String person = Season.number(first + i);
            long appointed = start + (long) (i * 1e9 / rate);
            Map<String, Long> reached = platform.reached();
            while (!reached.containsKey(person)) {
                if (System.nanoTime() > patience) {
                    throw new IOException("no card for " + person + " after a minute");
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            waits.add((reached.get(person) - appointed) / 1e6);
        }
        return waits.stream().sorted().toList();
    }
}
