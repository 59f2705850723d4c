package gradcheck.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JVM has used so far, seen from outside: by the system's accounting of its threads, and by its own word on what
 * they allocated.
 *
 * @param cpu seconds of all its threads that live
 * @param writer seconds of the thread that writes to the database; 0 where there is none
 * @param jit seconds of its compilers
 * @param allocated bytes
 */
record Usage(double cpu, double writer, double jit, double allocated) {
    private static final Pattern ALLOCATED = Pattern.compile(" allocated=(\\d+)([BKMG])");
    private static final String UNITS = "BKMG";
    /** The kernel cuts names off at 15 characters. */
    private static final List<String> COMPILERS = List.of("C1 CompilerThre", "C2 CompilerThre");

    static Usage of(long pid) throws IOException, InterruptedException {
        double cpu = 0;
        double writer = 0;
        double jit = 0;
        List<Path> threads;
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            threads = tasks.toList();
        }
        for (Path thread : threads) {
            String name = read(thread.resolve("comm")).strip();
            String schedule = read(thread.resolve("schedstat"));
            double seconds =
                    schedule.isEmpty() ? 0 : Long.parseLong(schedule.substring(0, schedule.indexOf(' '))) / 1e9;
            cpu += seconds;
            writer += name.equals("store-writer") ? seconds : 0;
            jit += COMPILERS.contains(name) ? seconds : 0;
        }
        return new Usage(cpu, writer, jit, allocated(pid));
    }

    /** Empty for a thread that has just ended. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static double allocated(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "Thread.print",
                        "-e")
                .redirectErrorStream(true)
                .start();
        String threads = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        double bytes = 0;
        Matcher each = ALLOCATED.matcher(threads);
        while (each.find()) {
            bytes += Double.parseDouble(each.group(1)) * Math.pow(1024, UNITS.indexOf(each.group(2)));
        }
        return bytes;
    }

    Usage since(Usage before) {
        return new Usage(cpu - before.cpu, writer - before.writer, jit - before.jit, allocated - before.allocated);
    }
}
