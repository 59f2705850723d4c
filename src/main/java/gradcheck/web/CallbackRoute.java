package gradcheck.web;

import gradcheck.log.Cause;
import gradcheck.message.Incoming;
import gradcheck.turn.Answer;
import gradcheck.wecom.door.Door;
import gradcheck.wecom.door.Rejected;
import gradcheck.wecom.door.Signed;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /wecom/callback}: the platform's check of the address, and its messages (interface.md §3, page 90238). */
public final class CallbackRoute implements Consumer<RoutesConfig> {
    private static final Logger log = LoggerFactory.getLogger(CallbackRoute.class);
    static final String PATH = "/wecom/callback";
    static final int LARGEST = 64 * 1024;
    /** A body that is not here by then is no platform's. */
    static final long BODY_MILLIS = TimeUnit.SECONDS.toMillis(5);

    /** The platform waits five seconds; what is not stored by then it sends again. */
    private static final long PATIENCE_MILLIS = 3500;

    /** Sealing and sending answers is work of their own; the thread that completes a turn has the next one to do. */
    private static final int ANSWERING = 2;

    private final Executor answering = Executors.newFixedThreadPool(ANSWERING, work -> {
        Thread thread = new Thread(work, "answering");
        thread.setDaemon(true);
        return thread;
    });
    private final Door door;
    private final BiFunction<Incoming, Instant, CompletableFuture<Answer>> turns;

    public CallbackRoute(Door door, BiFunction<Incoming, Instant, CompletableFuture<Answer>> turns) {
        this.door = door;
        this.turns = turns;
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get(PATH, this::verify);
        routes.post(PATH, this::receive);
    }

    private void verify(Context request) {
        try {
            request.contentType("text/plain;charset=utf-8")
                    .result(door.verifyAddress(signed(request), one(request, "echostr")));
        } catch (Rejected e) {
            reject(request, e);
        } catch (MissingParameter e) {
            answer(request, 400, "bad request");
        }
    }

    private void receive(Context request) {
        byte[] body = body(request);
        if (body.length > LARGEST) {
            answer(request, 413, "too large");
            return;
        }
        try {
            Door.Opened opened = door.open(signed(request), body);
            request.future(() -> turns.apply(opened.incoming(), opened.signedAt())
                    .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .handleAsync((answer, failure) -> finish(request, opened, answer, failure), answering));
        } catch (Rejected e) {
            reject(request, e);
        } catch (MissingParameter e) {
            answer(request, 400, "bad request");
        }
    }

    private @Nullable Void finish(
            Context request, Door.Opened opened, @Nullable Answer answer, @Nullable Throwable failure) {
        if (failure != null || answer == null) {
            log.error(
                    "event=message_not_taken key={} cause={}", opened.incoming().key(), Cause.of(failure));
            answer(request, 503, "try again");
        } else if (answer instanceof Answer.Says says) {
            request.status(200).contentType("application/xml;charset=utf-8").result(door.reply(opened, says.text()));
        } else if (answer instanceof Answer.Stale) {
            log.warn("event=stale_message key={}", opened.incoming().key());
            answer(request, 403, "forbidden");
        } else {
            answer(request, 200, "");
        }
        return null;
    }

    private static void reject(Context request, Rejected why) {
        log.warn("event=callback_rejected reason={} forbidden={}", Cause.quoted(why.getMessage()), why.isForbidden());
        answer(request, why.isForbidden() ? 403 : 400, why.isForbidden() ? "forbidden" : "bad request");
    }

    private static void answer(Context request, int status, String text) {
        request.status(status).contentType("text/plain;charset=utf-8").result(text);
    }

    /** It is here already ({@link WholeBodies}); of one that is too large only as much as shows it. */
    private static byte[] body(Context request) {
        try (InputStream in = request.bodyInputStream()) {
            return in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Signed signed(Context request) throws MissingParameter {
        return new Signed(one(request, "msg_signature"), one(request, "timestamp"), one(request, "nonce"));
    }

    private static String one(Context request, String name) throws MissingParameter {
        List<String> values = request.queryParams(name);
        return Optional.of(values)
                .filter(v -> v.size() == 1 && !v.get(0).isEmpty())
                .map(v -> v.get(0))
                .orElseThrow(MissingParameter::new);
    }

    /** A parameter is missing, empty or there twice. */
    private static final class MissingParameter extends Exception {
        private static final long serialVersionUID = 1;
    }
}
