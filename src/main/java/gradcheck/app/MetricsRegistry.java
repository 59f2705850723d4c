package gradcheck.app;

import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.metrics.Counter;
import gradcheck.metrics.Histogram;
import gradcheck.metrics.Metrics;
import gradcheck.outbox.Channel;
import gradcheck.outbox.SendOutcome;
import gradcheck.turn.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is counted and timed where it happens: turns, calls to the platform, answers over HTTP, failed rounds. */
public final class MetricsRegistry {
    private final Counter turns;
    private final Histogram turnSeconds;
    private final Counter calls;
    private final Counter people;
    private final Histogram callSeconds;
    private final Counter responses;
    private final Counter failures;

    public MetricsRegistry(Metrics metrics) {
        this.turns = metrics.counter("gradcheck_turns_total", "Messages taken, by kind and answer.", "kind", "answer");
        this.turnSeconds = metrics.histogram(
                "gradcheck_turn_seconds", "From a message's decoding to its commit, the answer ready.");
        this.calls = metrics.counter(
                "gradcheck_sends_total", "Calls to send, by outcome and the platform's code.", "outcome", "code");
        this.people = metrics.counter("gradcheck_sent_people_total", "People named in calls that were taken.");
        this.callSeconds = metrics.histogram("gradcheck_send_seconds", "How long a call to send takes.");
        this.responses = metrics.counter(
                "gradcheck_http_responses_total", "Answers over HTTP, by route and status.", "route", "status");
        this.failures = metrics.counter("gradcheck_background_failures_total", "Rounds of the background that failed.");
    }

    public BiFunction<Incoming, Instant, CompletableFuture<Answer>> timed(
            BiFunction<Incoming, Instant, CompletableFuture<Answer>> take) {
        return (incoming, signedAt) -> {
            long begun = System.nanoTime();
            return take.apply(incoming, signedAt).whenComplete((answer, failure) -> {
                turnSeconds.took(System.nanoTime() - begun);
                turns.count(kind(incoming), kind(answer));
            });
        };
    }

    public Channel counted(Channel channel) {
        return new Channel() {
            @Override
            public SendOutcome send(List<PersonId> to, Outgoing message, String call) {
                long begun = System.nanoTime();
                SendOutcome outcome = channel.send(to, message, call);
                callSeconds.took(System.nanoTime() - begun);
                calls.count(kind(outcome), outcome.platformCode());
                if (outcome instanceof SendOutcome.Sent || outcome instanceof SendOutcome.PartlyRefused) {
                    people.add(to.size());
                }
                return outcome;
            }

            @Override
            public int atOnce() {
                return channel.atOnce();
            }
        };
    }

    public BiConsumer<String, Integer> responses() {
        return (route, status) -> responses.count(route, status.toString());
    }

    public void failed() {
        failures.count();
    }

    private static String kind(Incoming incoming) {
        return incoming.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String kind(@Nullable Answer answer) {
        return answer == null ? "failed" : answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String kind(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent) {
            return "sent";
        }
        if (outcome instanceof SendOutcome.PartlyRefused) {
            return "partly_refused";
        }
        if (outcome instanceof SendOutcome.Refused) {
            return "refused";
        }
        return outcome instanceof SendOutcome.TryLater ? "try_later" : "unknown";
    }
}
