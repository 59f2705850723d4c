package gradcheck.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Walks one student of the sample through the check by itself and prints the chat; exit code 0 only if the confirmation
 * is in the database afterwards.
 */
public final class Walkthrough {
    private static final List<String> WORDS = List.of("开始核对", "已阅读", "无误", "我确认");

    private final String simulator;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private Walkthrough(String simulator, PrintStream out) {
        this.simulator = simulator;
        this.out = out;
    }

    /** The simulator's address, and the student's account. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean confirmed = new Walkthrough(args[0], out).walk(args[1]);
        out.println(
                confirmed ? "OK: the confirmation is in the database." : "FAILED: no confirmation in the database.");
        System.exit(confirmed ? 0 : 1);
    }

    private boolean walk(String userid) throws IOException, InterruptedException {
        for (String word : WORDS) {
            String reply = call("/sim/say", json.writeValueAsString(Map.of("userid", userid, "text", word)))
                    .path("reply")
                    .asText();
            out.println("> " + word + "\n" + reply.indent(4));
        }
        boolean confirmed = false;
        for (JsonNode row : call("/sim/person/" + userid, "").path("rows")) {
            confirmed |= row.path("table").asText().equals("confirmation");
        }
        return confirmed;
    }

    private JsonNode call(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator + path));
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return json.readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body());
    }
}
