package gradcheck.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as a process of its own, killed under load a few times; and that the check would notice what it is for. */
@Tag("long")
class TortureTest {
    private static final long SEED = 20_270_401;

    @TempDir
    static Path folder;

    private static Torture.Result result;

    @BeforeAll
    static void torture() throws Exception {
        List<String> program = List.of("-cp", System.getProperty("java.class.path"), "gradcheck.app.Main");
        Place place = new Place(folder, freePort(), freePort(), program);
        result = new Torture(place, 400, SEED).run(4);
        System.out.println(result.page());
    }

    @Test
    void a_bot_that_is_killed_under_load_keeps_every_promise() {
        assertThat(result.violations()).isEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
