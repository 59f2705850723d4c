package gradcheck.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            List.of(1000, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 14_000, 20_000);
    /** What a server that has been up for an hour has compiled, a fresh one has not: that is not to be measured. */
    private static final int WARMING_UP = 40_000;

    private static final int WARMING_RATE = 1500;

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
        System.out.println(
                "| what | turns/s at p99 < 250 ms | p50 / p99 / p99.9 ms at 50/s | at 200/s | CPU ms a turn |"
                        + " MB at rest | MB under load | ready s |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        row("empty 200", List.of("-cp", classpath(), FloorServer.class.getName(), "empty", "" + PORT), Map.of(), 2000);
        Path file = scratch.resolve("floor.db");
        row(
                "bare: open, three rows, group commit",
                List.of("-cp", classpath(), FloorServer.class.getName(), "bare", "" + PORT, file.toString()),
                Map.of(),
                2000);
        for (int size : sizes) {
            BotProgram bot = new BotProgram(scratch.resolve("bot" + size), platform, PORT);
            bot.furnish(size);
            row("gradcheck, " + size + " students", bot.serve(), bot.environment(), size);
        }
    }

    private void row(String name, List<String> program, Map<String, String> environment, int people) throws Exception {
        List<String> options = new ArrayList<>(BotProgram.JVM);
        options.addAll(program);
        try (Child child = new Child(options, environment, PORT, scratch.resolve("child.log"))) {
            double rest = child.residentMegabytes();
            try (OpenLoop warm = new OpenLoop(PORT, CONNECTIONS)) {
                warm.run(calls(people, WARMING_UP), WARMING_RATE);
            }
            OpenLoop.Result fifty = at(people, 50);
            OpenLoop.Result twoHundred = at(people, 200);
            double cpu = child.cpuSeconds();
            OpenLoop.Result thousand = at(people, 1000);
            double cpuMillis = (child.cpuSeconds() - cpu)
                    * 1000
                    / Math.max(1, thousand.sorted().size());
            double best = best(people);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %s | %s | %.3f | %.0f | %.0f | %.2f |%n",
                    name,
                    best,
                    shown(fifty),
                    shown(twoHundred),
                    cpuMillis,
                    rest,
                    child.residentMegabytes(),
                    child.readySeconds());
        }
    }

    private double best(int people) throws Exception {
        double best = 0;
        for (int rate : STEPS) {
            OpenLoop.Result result = at(people, rate);
            if (result.failed() > 0 || result.millis(0.99) > PATIENCE_MILLIS) {
                return best;
            }
            best = result.perSecond();
        }
        return best;
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
