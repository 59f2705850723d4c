package gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/lib/await} waits as long as something moves, says for what, and gives up in the end. */
@Timeout(60)
class AwaitTest {
    @TempDir
    Path folder;

    private record Ended(int code, String said) {}

    private Ended await(Process other, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of("scripts/lib/await", Long.toString(other.pid()), "the thing"));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("AWAIT_STILL_SECONDS", "2");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static Process started(String script) throws Exception {
        return new ProcessBuilder("bash", "-c", script).start();
    }

    @Test
    void it_waits_for_what_comes_late_while_something_is_said() throws Exception {
        Path log = folder.resolve("log");
        Process busy = started(
                "for i in 1 2 3 4 5 6 7; do echo $i >>" + log + "; sleep 1; done; echo ready >>" + log + "; sleep 9");
        Ended ended = await(busy, log.toString(), "grep", "-q", "ready", log.toString());
        busy.destroy();
        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("Waiting for the thing");
    }

    @Test
    void it_gives_up_when_nothing_moves_or_the_process_has_ended() throws Exception {
        Path log = Files.writeString(folder.resolve("log"), "");
        Process still = started("exec sleep 50");
        assertThat(await(still, log.toString(), "grep", "-q", "ready", log.toString()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(1))
                .satisfies(e -> assertThat(e.said()).contains("the thing: gave up"));
        still.destroy();
        Process ended = started("exit 0");
        ended.waitFor();
        assertThat(await(ended, log.toString(), "grep", "-q", "ready", log.toString())
                        .said())
                .contains("the process ended");
    }
}
