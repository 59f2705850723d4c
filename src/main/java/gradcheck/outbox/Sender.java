package gradcheck.outbox;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.Outbox;
import gradcheck.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims what is due, sends it, settles it; equal texts go to up to a thousand people in one call. */
public final class Sender {
    /** Longer than a call can take, so that a claim is taken over only when its process is gone. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final int CLAIM = 2000;
    /** After this many tries a message that nobody takes is given up, and says so. */
    private static final int MOST_TRIES = 8;

    private final Store store;
    private final Channel channel;
    private final Prepare prepare;
    private final Clock clock;

    public Sender(Store store, Channel channel, Prepare prepare, Clock clock) {
        this.store = store;
        this.channel = channel;
        this.prepare = prepare;
        this.clock = clock;
    }

    /** Decides, at the moment of sending, what a message is; empty when it no longer holds. */
    @FunctionalInterface
    public interface Prepare {
        Optional<Outgoing> message(Outbox.Row row);
    }

    /** Sends what is due now; how many messages were settled or put off. */
    public int sendDue() {
        Instant now = clock.instant();
        List<Outbox.Row> due = store.write(tables -> tables.outbox().claim(now, now.plus(LEASE), CLAIM))
                .join();
        Map<Outgoing, List<Outbox.Row>> equal = new LinkedHashMap<>();
        for (Outbox.Row row : due) {
            prepare.message(row)
                    .ifPresentOrElse(
                            message -> equal.computeIfAbsent(message, m -> new ArrayList<>())
                                    .add(row),
                            () -> settle(row, "dropped: no longer due"));
        }
        equal.forEach(this::sendEqual);
        return due.size();
    }

    private void sendEqual(Outgoing message, List<Outbox.Row> rows) {
        for (int from = 0; from < rows.size(); from += Channel.MOST_RECEIVERS) {
            List<Outbox.Row> batch = rows.subList(from, Math.min(rows.size(), from + Channel.MOST_RECEIVERS));
            List<PersonId> people =
                    batch.stream().map(Outbox.Row::person).distinct().toList();
            SendOutcome outcome = channel.send(people, message);
            if (message instanceof Outgoing.Card card && outcome instanceof SendOutcome.Sent sent) {
                keepCode(card, sent);
            }
            settle(batch, outcome);
        }
    }

    private void keepCode(Outgoing.Card card, SendOutcome.Sent sent) {
        store.write(tables -> {
                    tables.cards().answered(card.taskId(), sent.responseCode());
                    return card;
                })
                .join();
    }

    private void settle(List<Outbox.Row> rows, SendOutcome outcome) {
        Set<PersonId> refused = outcome instanceof SendOutcome.PartlyRefused partly
                ? partly.refusals().stream().map(SendOutcome.Refusal::person).collect(Collectors.toSet())
                : Set.of();
        for (Outbox.Row row : rows) {
            if (outcome instanceof SendOutcome.TryLater later) {
                retry(row, "try later: " + later.reason(), later.pause());
            } else if (outcome instanceof SendOutcome.Unknown unknown) {
                retry(row, "unknown: " + unknown.reason(), Duration.ofSeconds(10));
            } else if (outcome instanceof SendOutcome.Refused gone) {
                settle(row, "refused: " + gone.code() + " " + gone.reason());
            } else {
                settle(row, refused.contains(row.person()) ? "refused: not reachable" : "sent");
            }
        }
    }

    /** The identical request goes out again inside the platform's duplicate window, so it can't arrive twice. */
    private void retry(Outbox.Row row, String outcome, Duration pause) {
        if (row.attempts() + 1 >= MOST_TRIES) {
            settle(row, "given up: " + outcome);
            return;
        }
        Instant due = clock.instant().plus(pause.multipliedBy(1L << Math.min(row.attempts(), 6)));
        store.write(tables -> {
                    tables.outbox().retry(row.id(), outcome, due);
                    return row;
                })
                .join();
    }

    private void settle(Outbox.Row row, String outcome) {
        Instant now = clock.instant();
        store.write(tables -> {
                    tables.outbox().settle(row.id(), outcome, now);
                    tables.attachments().delete(row.id());
                    return row;
                })
                .join();
    }
}
