package gradcheck.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradcheck.simulator.bot.BotProcess;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A simulator on a free port, and behind it a bot that knows two people and takes every callback. */
public final class RunningSimulator implements AutoCloseable {
    public static final Instant START = Instant.parse("2027-03-15T02:00:00Z");

    public final World world = new World(Clock.fixed(START, ZoneOffset.UTC));
    public final MockWebServer bot = new MockWebServer();
    public volatile int clockStatus = 200;
    private volatile Runnable onClock = () -> {};
    private final Simulator server;
    private final int port;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    public RunningSimulator() throws IOException {
        bot.setDispatcher(new Bot());
        bot.start();
        String[] options = {"--bot", "http://127.0.0.1:" + bot.getPort(), "--patience", "2000"};
        Setup setup = Setup.of(options, Map.of());
        server = new Simulator(setup, world, new BotProcess(List.of(), new File("none"), world));
        port = server.start(0);
    }

    /** What the bot does while it takes a moment. */
    public void onClock(Runnable act) {
        onClock = act;
    }

    public String token() throws IOException, InterruptedException {
        return get("/cgi-bin/gettoken?corpid=wwsimulated0000001&corpsecret=simulated-secret")
                .path("access_token")
                .asText();
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(exchange(path, null, "application/json").body());
    }

    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return json.readTree(exchange(path, body, "application/json").body());
    }

    /** With a good token. */
    public JsonNode call(String path, String body) throws IOException, InterruptedException {
        return post("/cgi-bin/" + path + (path.contains("?") ? "&" : "?") + "access_token=" + token(), body);
    }

    public HttpResponse<String> exchange(String path, String body, String type)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).header("Content-Type", type);
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        server.close();
        bot.close();
    }

    private final class Bot extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            if (request.getUrl().encodedPath().equals("/inspect/clock")) {
                onClock.run();
                return new MockResponse.Builder().code(clockStatus).build();
            }
            String body =
                    switch (request.getUrl().encodedPath()) {
                        case "/inspect/people" -> """
                        [{"userid":"LiSi","name":"李四","role":"student","college":"文","class":"1","state":""},
                         {"userid":"wang","name":"王","role":"secretary","college":"文","class":"","state":""}]""";
                        case "/inspect/person/LiSi" -> "{\"rows\":[]}";
                        default -> "";
                    };
            return new MockResponse.Builder().code(200).body(body).build();
        }
    }
}
