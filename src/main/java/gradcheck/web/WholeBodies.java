package gradcheck.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a small request's body without a thread: read in a thread, three hundred that come in drops would hold all
 * there are. What is not here in time is answered 408.
 */
final class WholeBodies extends Handler.Wrapper {
    private static final Logger log = LoggerFactory.getLogger(WholeBodies.class);
    private static final int TOO_SLOW = 408;

    private final Predicate<String> paths;
    private final int largest;
    private final long millis;

    /**
     * @param paths which paths it is for
     * @param largest of a larger body one byte more is handed on, so that whoever reads it sees that it is too large
     * @param millis for the whole of a body, however it comes
     */
    WholeBodies(Predicate<String> paths, int largest, long millis) {
        this.paths = paths;
        this.largest = largest;
        this.millis = millis;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!paths.test(Request.getPathInContext(request))) {
            return super.handle(request, response, callback);
        }
        new Arriving(request, response, callback).begin();
        return true;
    }

    private final class Arriving {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final AtomicBoolean ended = new AtomicBoolean();

        Arriving(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        void begin() {
            Scheduler.Task limit =
                    request.getComponents().getScheduler().schedule(this::giveUp, millis, TimeUnit.MILLISECONDS);
            Request.addCompletionListener(request, failure -> limit.cancel());
            read();
        }

        private void read() {
            while (!ended.get()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this::read);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    fail(chunk.getFailure());
                    return;
                }
                boolean isLast = take(chunk);
                if ((isLast || body.size() > largest) && ended.compareAndSet(false, true)) {
                    request.getComponents().getExecutor().execute(this::handOn);
                }
            }
        }

        private boolean take(Content.Chunk chunk) {
            byte[] bytes = new byte[Math.min(chunk.remaining(), largest + 1 - body.size())];
            chunk.get(bytes, 0, bytes.length);
            body.write(bytes, 0, bytes.length);
            boolean isLast = chunk.isLast();
            chunk.release();
            return isLast;
        }

        private void handOn() {
            Content.Source here = Content.Source.from(ByteBuffer.wrap(body.toByteArray()));
            try {
                if (!WholeBodies.super.handle(new Arrived(request, here), response, callback)) {
                    callback.failed(new IllegalStateException("no route"));
                }
            } catch (Exception e) {
                callback.failed(e);
            }
        }

        private void fail(Throwable failure) {
            if (ended.compareAndSet(false, true)) {
                callback.failed(failure);
            }
        }

        private void giveUp() {
            if (ended.compareAndSet(false, true)) {
                log.warn("event=callback_rejected reason=slow forbidden=false");
                response.setStatus(TOO_SLOW);
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
                Content.Sink.write(response, true, "too slow", callback);
            }
        }
    }

    /** A request whose body is here. */
    private static final class Arrived extends Request.Wrapper {
        private final Content.Source body;

        Arrived(Request request, Content.Source body) {
            super(request);
            this.body = body;
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable demandCallback) {
            body.demand(demandCallback);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
        }
    }
}
