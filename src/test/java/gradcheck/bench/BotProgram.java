package gradcheck.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The real jar, to be started beside a platform on this machine. */
final class BotProgram {
    /** As in the image; the floors run with the same. */
    static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xms96m",
            "-Xmx256m",
            "-Xmn64m",
            "-XX:MaxHeapFreeRatio=60",
            "-XX:-ShrinkHeapInSteps",
            "-XX:-UsePerfData",
            "-Dfile.encoding=UTF-8");

    private static final Path JAR = Path.of("target/gradcheck.jar").toAbsolutePath();
    private static final Path ARCHIVE = Path.of("target/gradcheck.jsa").toAbsolutePath();

    private final Path folder;
    private final Map<String, String> environment;

    /** @param platform the address of what answers as WeCom */
    BotProgram(Path folder, String platform, int port) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.environment = Map.ofEntries(
                Map.entry("WECOM_CORP_ID", SealedCall.CORP),
                Map.entry("WECOM_AGENT_ID", SealedCall.AGENT),
                Map.entry("WECOM_SECRET", "unused"),
                Map.entry("WECOM_TOKEN", SealedCall.TOKEN),
                Map.entry("WECOM_ENCODING_AES_KEY", SealedCall.AES_KEY),
                Map.entry("WECOM_API_URL", platform),
                Map.entry("GRADCHECK_HOST", "127.0.0.1"),
                Map.entry("GRADCHECK_PORT", "" + port),
                Map.entry("GRADCHECK_DATABASE", "jdbc:sqlite:" + folder.resolve("bench.db")),
                Map.entry("GRADCHECK_DATA_KEY", Base64.getEncoder().encodeToString(new byte[32])));
    }

    Path database() {
        return folder.resolve("bench.db");
    }

    Map<String, String> environment() {
        return environment;
    }

    /** What starts it, after the JVM's options; with its class archive, where there is one. */
    List<String> serve() {
        List<String> serve = new ArrayList<>();
        if (Files.exists(ARCHIVE)) {
            serve.add("-XX:SharedArchiveFile=" + ARCHIVE);
        }
        serve.addAll(List.of("-jar", JAR.toString(), "serve"));
        return serve;
    }

    /** Imports so many students by the command line. */
    void furnish(int students) throws IOException, InterruptedException {
        Path roster = folder.resolve("roster.csv");
        Season.write(roster, students);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                JAR.toString(),
                "roster",
                "import",
                roster.toString(),
                "--new-college",
                Season.colleges(students));
        builder.environment().putAll(environment);
        Path log = folder.resolve("import.log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(log, StandardCharsets.UTF_8));
        }
    }
}
