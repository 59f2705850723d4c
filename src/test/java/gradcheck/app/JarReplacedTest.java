package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A10: the real process whose jar is replaced, overwritten or gone ends by itself, to be started again; and can be stopped. */
@Tag("long")
@Timeout(120)
class JarReplacedTest {
    private static final int PATIENCE_SECONDS = 15;

    @TempDir
    Path folder;

    private Path jar;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void prepare() throws Exception {
        variables.putAll(PlatformSettings.of("http://127.0.0.1:9", folder));
        try (ServerSocket socket = new ServerSocket(0)) {
            variables.put("GRADCHECK_PORT", Integer.toString(socket.getLocalPort()));
        }
        jar = folder.resolve("gradcheck.jar");
        pack(jar);
    }

    /** The program alone; its libraries are named in the manifest and stay where they are. */
    private static void pack(Path jar) throws IOException {
        Path classes = Path.of("target/classes");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "gradcheck.cli.Main");
        main.put(Attributes.Name.CLASS_PATH, libraries());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> path.endsWith(".jar"))
                .map(path -> Path.of(path).toUri().toString())
                .collect(Collectors.joining(" "));
    }

    private Process started() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "serve");
        builder.environment().putAll(variables);
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        Process process = builder.start();
        while (!log().contains("event=ready")) {
            assertThat(process.isAlive()).as(log()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return process;
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
    }

    private void endsByItself(Process process) throws Exception {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as(log())
                    .isTrue();
            assertThat(process.exitValue()).as(log()).isEqualTo(75);
        } finally {
            process.destroyForcibly();
        }
    }

    /** As cp does it, or a build: the same file, other bytes. */
    private void overwrite() throws IOException {
        byte[] other = new byte[(int) Files.size(jar)];
        try (OutputStream out = Files.newOutputStream(jar)) {
            out.write(other);
        }
    }

    @Test
    void a_bot_whose_jar_is_replaced_ends_in_order_and_says_that_it_wants_to_be_started_again() throws Exception {
        Process process = started();
        Path other = folder.resolve("other.jar");
        pack(other);
        Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);
        endsByItself(process);
        assertThat(log()).contains("event=jar_changed", "event=stopped");
    }

    @Test
    void a_bot_whose_jar_is_overwritten_ends_too() throws Exception {
        Process process = started();
        overwrite();
        endsByItself(process);
    }

    @Test
    void a_bot_whose_jar_is_gone_ends_too() throws Exception {
        Process process = started();
        Files.delete(jar);
        endsByItself(process);
    }

    @Test
    void a_bot_whose_jar_was_overwritten_can_be_stopped() throws Exception {
        Process process = started();
        overwrite();
        process.destroy();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as(log())
                    .isTrue();
            assertThat(List.of(75, 143)).contains(process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}
