package gradcheck.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The bot's process: started, killed and started again on the same files, and its clock. */
final class Victim implements AutoCloseable {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final Duration TICK_PATIENCE = Duration.ofSeconds(30);

    private final Place place;
    private final EventLog log;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path output;
    private @Nullable Process process;
    private int starts;

    Victim(Place place, EventLog log) {
        this.place = place;
        this.log = log;
        this.output = place.folder().resolve("bot.log");
    }

    int starts() {
        return starts;
    }

    /** Starts it without waiting. */
    void launch() throws IOException {
        process = place.start(output, "serve");
        starts++;
        log.add(Event.Kind.STARTED, Map.of());
    }

    void awaitReady() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!isUp()) {
            if (process == null || !process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IOException("the bot did not start:\n" + Files.readString(output));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean isUp() throws InterruptedException {
        try {
            get("/health");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri(path)).timeout(TICK_PATIENCE).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + place.botPort() + path);
    }

    /** Its clock stands at that moment and everything due by then is done; false when it died or was not there. */
    boolean standAt(OffsetDateTime moment) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/inspect/clock"))
                    .timeout(TICK_PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + moment + "\"}"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
            log.add(Event.Kind.KILLED, Map.of());
        }
    }

    /** Asks it to stop; whether it did so in time. */
    boolean stop() throws InterruptedException {
        if (process == null) {
            return false;
        }
        process.destroy();
        return process.waitFor(15, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
