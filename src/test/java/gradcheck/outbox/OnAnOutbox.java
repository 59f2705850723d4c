package gradcheck.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.QuietHours;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tests of sending on a real outbox; only the way out and the time are made up. */
abstract class OnAnOutbox extends OnAFreshStore {
    static final Instant NOW = Instant.parse("2027-04-20T01:10:00Z");

    /** One call to the platform. */
    record Call(List<PersonId> people, String text) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();
    Function<Call, SendOutcome> platform = call -> new SendOutcome.Sent("");
    Instant now = NOW;
    QuietHours quiet = new QuietHours(List.of());
    int budget = 1_000_000;
    int atOnce = 1;

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private Channel channel() {
        return new Channel() {
            @Override
            public SendOutcome send(List<PersonId> to, Outgoing message, String name) {
                String text = message instanceof Outgoing.Text words ? words.text() : message.toString();
                Call call = new Call(to, text);
                calls.add(call);
                return platform.apply(call);
            }

            @Override
            public int atOnce() {
                return atOnce;
            }
        };
    }

    /** A sender as a fresh process would build it. */
    Sender sender() {
        return sender(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /** The same, where no message is tried after that moment. */
    Sender sender(Instant until) {
        return sender(rows -> rows.stream()
                .collect(Collectors.toMap(
                        Outbox.Row::id, row -> new Prepared.Ready(new Outgoing.Text(row.body()), until), (a, b) -> a)));
    }

    Sender sender(Sender.Prepare prepare) {
        Limits limits = new Limits(budget, quiet, ZoneId.of("Asia/Shanghai"));
        return new Sender(store(), channel(), prepare, limits, clock, new Ids(clock, new SecureRandom()));
    }

    void sendAll() {
        while (sender().sendDue() > 0) {
            // One message of each person at a time.
        }
    }

    void queue(int people) {
        write(tables -> {
            IntStream.range(0, people)
                    .forEach(i -> assertThat(tables.outbox().queue(row("id" + i, "p" + i, "同样的话", Outbox.BULK), now))
                            .isTrue());
            return people;
        });
    }

    void queue(Outbox.New row) {
        boolean isNew = write(tables -> tables.outbox().queue(row, now));
        assertThat(isNew).isTrue();
    }

    Outbox.New row(String id, String person, String body, int urgency) {
        return new Outbox.New(id, new PersonId(person), "text", body, urgency, now, Optional.empty());
    }

    String outcome(String person) {
        List<Outbox.Row> rows = read(tables -> tables.outbox().of(new PersonId(person), 1));
        return rows.get(0).state() + " " + rows.get(0).result().detail();
    }
}
