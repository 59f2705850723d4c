package gradcheck.torture;

import gradcheck.app.FurnishedSeason;
import gradcheck.bench.SealedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Where a bot is tortured: its folder, its ports, and how the program is called.
 *
 * @param program the JVM's arguments that run gradcheck, up to its own
 */
public record Place(Path folder, int botPort, int platformPort, List<String> program) {
    private static final int PATIENCE_SECONDS = 120;

    Path database() {
        return folder.resolve("bot.db");
    }

    Path events() {
        return folder.resolve("events.jsonl");
    }

    /** Runs another of the program's commands to its end; what it printed. */
    String run(String... arguments) throws IOException, InterruptedException {
        Path said = folder.resolve("command.log");
        Process process = start(said, arguments);
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String output = Files.readString(said);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", arguments) + " failed: " + output);
        }
        return output;
    }

    Process start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Dfile.encoding=UTF-8"));
        command.addAll(program);
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("WECOM_CORP_ID", SealedCall.CORP),
                Map.entry("WECOM_AGENT_ID", SealedCall.AGENT),
                Map.entry("WECOM_SECRET", "unused"),
                Map.entry("WECOM_TOKEN", SealedCall.TOKEN),
                Map.entry("WECOM_ENCODING_AES_KEY", SealedCall.AES_KEY),
                Map.entry("WECOM_API_URL", "http://127.0.0.1:" + platformPort),
                Map.entry("GRADCHECK_HOST", "127.0.0.1"),
                Map.entry("GRADCHECK_PORT", Integer.toString(botPort)),
                Map.entry("GRADCHECK_REHEARSAL", "true"),
                Map.entry("GRADCHECK_DATABASE", "jdbc:sqlite:" + database()),
                Map.entry("GRADCHECK_DATA_KEY", FurnishedSeason.KEY));
    }
}
