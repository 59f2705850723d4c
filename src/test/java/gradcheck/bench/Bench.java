package gradcheck.bench;

import gradcheck.app.TurnBench;
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
 * The bot under load, beside floors taken in the same run: whole conversations as signed and sealed callbacks, open loop.
 *
 * <p>{@code Bench [seconds a step] [students …]}; prints the table that the README shows, with the machine and its load.
 */
public final class Bench {
    private static final int PORT = 18_470;
    private static final int CONNECTIONS = 256;
    private static final double PATIENCE_MILLIS = 250;
    /** One student's whole first check, and a question on the way. */
    private static final List<String> CONVERSATION = List.of("开始核对", "已阅读", "进度", "无误", "我确认", "我的回执");

    private static final List<Integer> STEPS =
            List.of(500, 700, 1000, 1400, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 14_000, 20_000);
    /** What a server that has been up for an hour has compiled, a fresh one has not: that is not to be measured. */
    private static final int WARMING_UP = 40_000;

    private static final int WARMING_RATE = 1500;
    private static final int FLOOR_PEOPLE = 12_000;
    /** A step whose cards are not sent at its end but for so many was too much. */
    private static final long MOST_WAITING = 200;

    private static final int DRAIN_SECONDS = 60;

    private final int secondsAStep;
    private final Path scratch;
    private final String platform;
    private long msgId = System.currentTimeMillis() * 1000;

    private Bench(int secondsAStep, Path scratch, String platform) {
        this.secondsAStep = secondsAStep;
        this.scratch = scratch;
        this.platform = platform;
    }

    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        List<Integer> sizes =
                args.length > 1 ? Stream.of(args).skip(1).map(Integer::valueOf).toList() : List.of(12_000);
        Path scratch = Files.createTempDirectory("gradcheck-bench");
        try {
            try (QuickPlatform platform = new QuickPlatform(0)) {
                new Bench(seconds, scratch, platform.address()).measure(sizes);
            }
        } finally {
            try (Stream<Path> files = Files.walk(scratch)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void measure(List<Integer> sizes) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "machine: %d cores, JDK %s, load average %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                Files.readString(Path.of("/proc/loadavg")).strip());
        System.out.println("| what | turns/s at p99 < 250 ms, its cards sent | p50 / p99 / p99.9 ms at 50/s | at 200/s"
                + " | at 1,000/s: CPU ms a turn | of it JIT | writer µs | KB allocated | cards queued / waiting"
                + " | MB at rest | MB under load | ready s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        Path none = scratch.resolve("none");
        Program empty = new Program("empty 200", floor("empty"), Map.of(), none);
        row(empty, FLOOR_PEOPLE);
        bare("bare: open, three rows, group commit", "bare");
        bare("bare, one call a turn", "calls");
        for (int size : sizes) {
            BotProgram bot = new BotProgram(scratch.resolve("bot" + size), platform, PORT);
            bot.furnish(size);
            row(new Program("gradcheck, " + size + " students", bot.serve(), bot.environment(), bot.database()), size);
        }
        System.out.printf(Locale.ROOT, "%nstatements a turn of gradcheck: %.1f%n", TurnBench.statements(CONVERSATION));
    }

    private void bare(String name, String kind) throws Exception {
        Path file = scratch.resolve(kind + ".db");
        row(new Program(name, floor(kind, file.toString(), platform), Map.of(), file), FLOOR_PEOPLE);
    }

    private static List<String> floor(String... arguments) {
        List<String> floor = new ArrayList<>(List.of("-cp", classpath(), FloorServer.class.getName(), arguments[0]));
        floor.add("" + PORT);
        floor.addAll(List.of(arguments).subList(1, arguments.length));
        return floor;
    }

    /**
     * Something to be measured.
     *
     * @param outbox the database of which it sends cards, if there is one
     */
    private record Program(String name, List<String> command, Map<String, String> environment, Path outbox) {}

    private void row(Program program, int people) throws Exception {
        List<String> options = new ArrayList<>(BotProgram.JVM);
        options.addAll(program.command());
        try (Child child = new Child(options, program.environment(), PORT, scratch.resolve("child.log"))) {
            double rest = child.residentMegabytes();
            try (OpenLoop warm = new OpenLoop(PORT, CONNECTIONS)) {
                warm.run(calls(people, WARMING_UP), WARMING_RATE);
            }
            OpenLoop.Result fifty = at(people, 50);
            OpenLoop.Result twoHundred = at(people, 200);
            drain(program);
            Cards cardsBefore = Cards.in(program.outbox());
            Usage before = child.usage();
            OpenLoop.Result thousand = at(people, 1000);
            Usage used = child.usage().since(before);
            Cards cards = Cards.in(program.outbox());
            int turns = Math.max(1, thousand.sorted().size());
            double best = best(program, people);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %s | %s | %.3f | %.0f %% | %.0f | %.0f | %d / %d | %.0f | %.0f | %.2f |%n",
                    program.name(),
                    best,
                    shown(fifty),
                    shown(twoHundred),
                    used.cpu() * 1000 / turns,
                    used.jit() * 100 / used.cpu(),
                    used.writer() * 1e6 / turns,
                    used.allocated() / 1024 / turns,
                    cards.queued() - cardsBefore.queued(),
                    cards.waiting(),
                    rest,
                    child.residentMegabytes(),
                    child.readySeconds());
        }
    }

    /** The most that was answered in time with its cards sent: a bot that answers and leaves the cards lying is no faster. */
    private double best(Program program, int people) throws Exception {
        double best = 0;
        for (int rate : STEPS) {
            drain(program);
            OpenLoop.Result result = at(people, rate);
            boolean isLate = result.failed() > 0 || result.millis(0.99) > PATIENCE_MILLIS;
            if (isLate || Cards.in(program.outbox()).waiting() > MOST_WAITING) {
                return best;
            }
            best = result.perSecond();
        }
        return best;
    }

    /** What an earlier step left is no part of the next. */
    private static void drain(Program program) throws Exception {
        for (int i = 0; i < DRAIN_SECONDS && Cards.in(program.outbox()).waiting() > MOST_WAITING; i++) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private OpenLoop.Result at(int people, int rate) throws Exception {
        List<byte[]> calls = calls(people, rate * secondsAStep);
        try (OpenLoop loop = new OpenLoop(PORT, CONNECTIONS)) {
            return loop.run(calls, rate);
        }
    }

    /** Conversations side by side: everybody's first message, then everybody's second, so that each turn finds its state. */
    private List<byte[]> calls(int people, int count) throws Exception {
        SealedCall sealed = new SealedCall(System.currentTimeMillis() / 1000);
        List<byte[]> calls = new ArrayList<>(count);
        int group = Math.min(people, Math.max(1, count / CONVERSATION.size()));
        for (int i = 0; i < count; i++) {
            String word = CONVERSATION.get((i / group) % CONVERSATION.size());
            calls.add(sealed.text(Season.number((int) ((msgId + i % group) % people)), word, msgId + i));
        }
        msgId += count;
        return calls;
    }

    private static String classpath() {
        return Path.of("target/test-classes").toAbsolutePath() + ":"
                + Path.of("target/gradcheck.jar").toAbsolutePath();
    }

    private static String shown(OpenLoop.Result result) {
        return String.format(
                Locale.ROOT, "%.1f / %.1f / %.1f", result.millis(0.5), result.millis(0.99), result.millis(0.999));
    }
}
