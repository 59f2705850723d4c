package gradcheck.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.Outbox;
import gradcheck.store.Seal;
import gradcheck.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending on a real outbox; only the way out is made up. */
class SenderTest {
    private static final Instant NOW = Instant.parse("2027-04-20T01:10:00Z");

    @TempDir
    Path folder;

    private final Channel channel = mock(Channel.class);
    private Store store;

    @BeforeEach
    void open() {
        Seal seal = new Seal(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom());
        store = Store.open("jdbc:sqlite:" + folder.resolve("t.db"), seal);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Sender sender(Sender.Prepare prepare, Instant now) {
        return new Sender(store, channel, prepare, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void queue(int people) {
        store.write(tables -> {
                    IntStream.range(0, people).forEach(i -> assertThat(tables.outbox()
                                    .queue(
                                            new Outbox.New(
                                                    "id" + i,
                                                    new PersonId("p" + i),
                                                    "text",
                                                    "同样的话",
                                                    Outbox.BULK,
                                                    NOW,
                                                    Optional.empty()),
                                            NOW))
                            .isTrue());
                    return people;
                })
                .join();
    }

    private String outcome(String person) {
        List<Outbox.Row> rows = store.read(t -> t.outbox().of(new PersonId(person), 1));
        return rows.get(0).state() + " " + rows.get(0).outcome();
    }

    @Test
    void equal_texts_go_to_a_thousand_people_a_call() {
        queue(2000);
        when(channel.send(any(), any())).thenReturn(new SendOutcome.Sent(""));
        assertThat(sender(row -> Optional.of(new Outgoing.Text(row.body())), NOW)
                        .sendDue())
                .isEqualTo(2000);
        verify(channel, times(2)).send(any(), any(Outgoing.Text.class));
        assertThat(outcome("p1999")).isEqualTo("settled sent");
    }

    @Test
    void who_is_refused_by_name_is_settled_so_and_the_others_as_sent() {
        queue(2);
        when(channel.send(any(), any()))
                .thenReturn(new SendOutcome.PartlyRefused(
                        "", List.of(new SendOutcome.Refusal(new PersonId("p1"), SendOutcome.Reason.INVALID))));
        assertThat(sender(row -> Optional.of(new Outgoing.Text(row.body())), NOW)
                        .sendDue())
                .isEqualTo(2);
        assertThat(outcome("p0")).isEqualTo("settled sent");
        assertThat(outcome("p1")).isEqualTo("settled refused: not reachable");
    }

    @Test
    void what_no_longer_holds_is_dropped_unsent() {
        queue(1);
        assertThat(sender(row -> Optional.empty(), NOW).sendDue()).isEqualTo(1);
        verifyNoInteractions(channel);
        assertThat(outcome("p0")).isEqualTo("settled dropped: no longer due");
    }

    @Test
    void what_nobody_takes_is_tried_later_and_given_up_in_the_end() {
        queue(1);
        when(channel.send(any(), any())).thenReturn(new SendOutcome.Unknown("timeout"));
        assertThat(sender(row -> Optional.of(new Outgoing.Text(row.body())), NOW)
                        .sendDue())
                .isEqualTo(1);
        assertThat(sender(row -> Optional.of(new Outgoing.Text(row.body())), NOW)
                        .sendDue())
                .isZero();
        assertThat(outcome("p0")).isEqualTo("new unknown: timeout");
        for (int i = 1; i < 8; i++) {
            assertThat(sender(row -> Optional.of(new Outgoing.Text(row.body())), NOW.plusSeconds(3600L * i))
                            .sendDue())
                    .isEqualTo(1);
        }
        assertThat(outcome("p0")).isEqualTo("settled given up: unknown: timeout");
    }
}
