package gradcheck.simulator.bot;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The bot's {@code /inspect}, open in a rehearsal only. */
public final class Inspection {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 50;

    private final Setup setup;
    private final World world;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    public Inspection(Setup setup, World world) {
        this.setup = setup;
        this.world = world;
    }

    /** An answer as the bot gave it. */
    public record Seen(int status, String body) {}

    /** Learns the people anew; whoever was known stays known when the bot will not tell. */
    public void learnPeople() throws IOException, InterruptedException {
        Seen seen = ask(request("/inspect/people"));
        if (seen.status() == 200) {
            world.learn(json.readValue(seen.body(), new TypeReference<List<Map<String, Object>>>() {}));
        }
    }

    public Seen person(String userid) throws IOException, InterruptedException {
        String name = URLEncoder.encode(userid, StandardCharsets.UTF_8).replace("+", "%20");
        return ask(request("/inspect/person/" + name));
    }

    Seen clock(String now) throws IOException, InterruptedException {
        String body = json.writeValueAsString(Map.of("now", now));
        return ask(request("/inspect/clock").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Whether the bot says of itself that it can do its work. */
    public boolean isUp() throws InterruptedException {
        try {
            return ask(request("/health").timeout(GLANCE)).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** False when it is not up after as long as a slow machine needs. */
    public boolean waitUntilUp() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (isUp()) {
                return true;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return false;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(setup.bot() + path)).timeout(PATIENCE);
    }

    private Seen ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Seen(answer.statusCode(), answer.body());
    }
}
