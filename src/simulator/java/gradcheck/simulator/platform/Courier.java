package gradcheck.simulator.platform;

import gradcheck.simulator.platform.Callbacks.CallbackResult;
import gradcheck.simulator.world.InjectedFault;
import gradcheck.simulator.world.InjectedFaults;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.Wire;
import gradcheck.simulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

/** Carries callbacks as the platform does: signed and sealed, five seconds' patience, three more tries (page 90238). */
final class Courier {
    private static final int TRIES = 4;

    private final Setup setup;
    private final World world;
    private final InjectedFaults faults;
    private final Wire wire;
    private final Crypto crypto;
    private final Replies replies;
    private final Duration patience;
    private final HttpClient http;

    Courier(Parts parts, Duration patience) {
        this.setup = parts.setup();
        this.world = parts.world();
        this.faults = parts.faults();
        this.wire = parts.wire();
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
        this.crypto = new Crypto(setup.token(), setup.aesKey(), setup.corpId());
        this.replies = new Replies(world, crypto);
    }

    /**
     * Delivers a message or event until it is answered, or the tries are used up.
     *
     * @param what the kind of message or event
     * @param plain its XML, before it is sealed
     */
    CallbackResult deliver(String userid, String what, String plain)
            throws InterruptedException, GeneralSecurityException {
        Optional<InjectedFault> fault = faults.strike(InjectedFault.Where.CALLBACK);
        String played = fault.map(InjectedFault::kind).orElse("");
        if (played.equals("late")) {
            Thread.sleep(fault.orElseThrow().millis());
        }
        HttpRequest request = request(plain);
        Optional<String> lost = Optional.empty();
        int status = 0;
        for (int i = 0; i < TRIES; i++) {
            long began = System.nanoTime();
            Optional<HttpResponse<String>> answer = once(request);
            status = status(answer);
            wire.callback(what, userid, "HTTP " + status, i == 0 ? played : "retry");
            Optional<String> reply = answer.filter(a -> a.statusCode() == 200).map(a -> replies.open(a.body()));
            if (reply.isPresent() && !(played.equals("unanswered") && i == 0)) {
                lost.ifPresent(before -> compare(before, reply.get()));
                String shown = replies.show(userid, what, reply.get());
                if (played.equals("repeat")) {
                    again(request, userid, what, reply.get());
                }
                return new CallbackResult(true, status, shown);
            }
            lost = lost.or(() -> reply);
            if (i + 1 < TRIES) {
                waitFor(began);
            }
        }
        world.add(userid, "platform", "notice", "没有送达（HTTP " + status + "），平台已重试 3 次");
        return new CallbackResult(false, status, "");
    }

    /** 0: nothing answered. */
    private static int status(Optional<HttpResponse<String>> answer) {
        return answer.map(HttpResponse::statusCode).orElse(0);
    }

    /** A try that failed at once is repeated when its patience would have ended. */
    private void waitFor(long began) throws InterruptedException {
        long left = patience.toMillis() - (System.nanoTime() - began) / 1_000_000;
        if (left > 0) {
            Thread.sleep(left);
        }
    }

    private void again(HttpRequest request, String userid, String what, String first) throws InterruptedException {
        Optional<HttpResponse<String>> answer = once(request);
        wire.callback(what, userid, "HTTP " + status(answer), "repeat");
        answer.ifPresent(second -> compare(first, replies.open(second.body())));
    }

    /** The page asks to know a repeated message by its MsgId; another answer shows that it was taken twice. */
    private void compare(String first, String second) {
        if (!Replies.content(first).equals(Replies.content(second))) {
            world.violation("one message, delivered twice, got two different answers (page 90238)");
        }
    }

    private Optional<HttpResponse<String>> once(HttpRequest request) throws InterruptedException {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private HttpRequest request(String plain) throws GeneralSecurityException {
        String timestamp = Long.toString(world.now().getEpochSecond());
        String nonce = "sim" + world.nextId();
        String encrypted = crypto.encrypt(plain);
        String query = "?msg_signature=" + crypto.sign(timestamp, nonce, encrypted) + "&timestamp=" + timestamp
                + "&nonce=" + URLEncoder.encode(nonce, StandardCharsets.UTF_8);
        String body = "<xml><ToUserName>" + Callbacks.cdata(setup.corpId()) + "</ToUserName><AgentID>" + setup.agentId()
                + "</AgentID><Encrypt>" + Callbacks.cdata(encrypted) + "</Encrypt></xml>";
        return HttpRequest.newBuilder(URI.create(setup.bot() + "/wecom/callback" + query))
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
