package gradcheck.app;

import gradcheck.turn.Answer;
import gradcheck.web.CallbackRoute;
import gradcheck.web.HealthRoute;
import gradcheck.web.WebServer;
import gradcheck.wecom.door.Door;
import gradcheck.wecom.door.Signed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first requests over HTTP, to a server of the same kind that nobody else can reach: Java loads the whole stack by
 * them, which takes more than a second, so that the first person's need not wait. Nothing is stored and no turn is taken.
 */
public final class Loopback {
    private static final Logger log = LoggerFactory.getLogger(Loopback.class);
    private static final String HERE = "127.0.0.1";
    /** The second finds what the first has loaded; more make little difference. */
    private static final int TIMES = 3;

    private final Door door;
    private final HealthRoute health;

    public Loopback(Door door, HealthRoute health) {
        this.door = door;
        this.health = health;
    }

    /** A start without it is slower at the first request, and nothing worse: what goes wrong is logged. */
    void knock(String userid) {
        CallbackRoute callback = new CallbackRoute(
                door, (incoming, signedAt) -> CompletableFuture.completedFuture(new Answer.Says("ok")));
        try (WebServer server = new WebServer(new WebServer.Address(HERE, 0), List.of(callback, health))) {
            String address = "http://" + HERE + ":" + server.start();
            HttpClient client = HttpClient.newHttpClient();
            for (int i = 0; i < TIMES; i++) {
                Door.Letter letter = door.letter(userid, "ok" + i);
                int answered = status(client, message(address, letter));
                int refused =
                        status(client, to(address + "/wecom/callback").GET().build());
                int ready = status(client, to(address + "/ready").GET().build());
                log.debug("event=knocked callback={} without_signature={} ready={}", answered, refused, ready);
            }
        } catch (IOException e) {
            log.warn("event=knock_failed cause={} effect=slow_first_request", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest message(String address, Door.Letter letter) {
        Signed by = letter.by();
        String query = "?msg_signature=" + by.signature() + "&timestamp=" + by.timestamp() + "&nonce=" + by.nonce();
        return to(address + "/wecom/callback" + query)
                .POST(HttpRequest.BodyPublishers.ofString(letter.body()))
                .build();
    }

    private static HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private static int status(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
