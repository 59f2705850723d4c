package gradcheck.store;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.OutcomeCause;
import gradcheck.message.OutcomeKind;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.Connections;
import gradcheck.store.engine.Migrations;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.SendResult;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What earlier programs wrote as text about how a message ended is read once, and stands in columns from then on. */
class EarlierOutcomesTest {
    /** The last schema without them. */
    private static final int TEXTS_ONLY = 17;

    @TempDir
    Path folder;

    private String address() {
        return "jdbc:sqlite:" + folder.resolve("o.db");
    }

    private Store upgraded(String table, String outcome) throws Exception {
        Migrations.bringUpTo(TEXTS_ONLY, new Connections(address()));
        try (Connection raw = DriverManager.getConnection(address());
                PreparedStatement insert = raw.prepareStatement(table)) {
            insert.setString(1, outcome);
            insert.executeUpdate();
        }
        return Stores.open(
                address(), new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', NONE, NONE",
        "sent, SENT, NONE",
        "refused: not reachable (invalid), REFUSED, INVALID",
        "refused: not reachable (unlicensed), REFUSED, UNLICENSED",
        "refused: 81013 no such receiver, REFUSED, INVALID",
        "refused: 40003 no such receiver, REFUSED, INVALID",
        "refused: 60111 no such receiver, REFUSED, INVALID",
        "refused: 46004 no such receiver, REFUSED, INVALID",
        "refused: 60011 outside the visible scope, REFUSED, OUT_OF_SCOPE",
        "refused: 45002 refused by the platform, REFUSED, TOO_LONG",
        "refused: 43012 refused by the platform, REFUSED, OTHER",
        "given up: try later: -1 busy, GIVEN_UP, BUSY",
        "given up: try later: 45033 busy, GIVEN_UP, TOO_MANY_AT_ONCE",
        "try later: 45009 rate limit, TRY_LATER, RATE_LIMIT",
        "try later: 42001 token, TRY_LATER, TOKEN",
        "try later: 40001 wrong secret, TRY_LATER, WRONG_SETTINGS",
        "try later: 60020 this address is not among the trusted IPs, TRY_LATER, WRONG_SETTINGS",
        "try later: -99998 certificate not trusted, TRY_LATER, UNTRUSTED",
        "try later: 0 no connection, TRY_LATER, NO_CONNECTION",
        "try later: 0 no upload, TRY_LATER, NO_CONNECTION",
        "'unknown: no answer came, it may have arrived', UNKNOWN, NO_ANSWER",
        "dropped: done, DROPPED, DONE",
        "dropped: too late, DROPPED, TOO_LATE",
        "dropped: not in the list, DROPPED, NOT_IN_LIST",
        "dropped: paused, DROPPED, PAUSED",
        "dropped: out, DROPPED, OUT",
        "dropped: stopped, DROPPED, STOPPED",
        "dropped: capped: day, DROPPED, CAPPED_DAY",
        "dropped: capped: week, DROPPED, CAPPED_WEEK",
        "dropped: cancelled, DROPPED, CANCELLED",
        "dropped: undone, DROPPED, UNDONE",
        "dropped: answered by another reviewer, DROPPED, ANSWERED_BY_ANOTHER",
        "dropped: the account is another student's, DROPPED, ACCOUNT_MOVED",
        "dropped: no longer due, DROPPED, NO_LONGER_DUE",
        "dropped: something of long ago, DROPPED, OTHER",
        "put off: quiet hours or a crowded minute, PUT_OFF, QUIET_HOURS",
        "put off: another is under way, PUT_OFF, ANOTHER_UNDER_WAY",
        "not sent: the process stopped before, NOT_SENT, PROCESS_STOPPED"
    })
    void a_text_becomes_its_kind_and_cause_and_stays(String outcome, OutcomeKind kind, OutcomeCause cause)
            throws Exception {
        String row = "INSERT INTO outbox (id, person, kind, body, urgency, due_at, queued_at, state, attempts,"
                + " lease_until, settled_at, outcome) VALUES ('m', 'p', 'text', 'x', 0, 1, 1, 'settled', 1, 0, 1, ?)";
        try (Store store = upgraded(row, outcome)) {
            SendResult result =
                    store.read(t -> t.outbox().byId("m")).orElseThrow().result();
            assertThat(result).isEqualTo(new SendResult(kind, cause, "", outcome));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "refused: 43012 refused by the platform, 43012",
        "try later: 60020 this address is not among the trusted IPs, 60020",
        "try later: -1 busy, -1",
        "sent, ''",
        "unknown: timeout, ''"
    })
    void a_call_keeps_the_platforms_number(String outcome, String code) throws Exception {
        String row = "INSERT INTO batch (id, people, text, urgency, first_at, next_at, last_at, lease_until, tries,"
                + " is_doubtful, state, outcome) VALUES ('c', '', 'x', 0, 5, 5, 5, 0, 1, 0, 'settled', ?)";
        try (Store store = upgraded(row, outcome)) {
            Map<String, Integer> failed = store.read(t -> t.batches().failedSince(Instant.EPOCH));
            assertThat(failed).isEqualTo(code.isEmpty() ? Map.of() : Map.of(code, 1));
        }
    }

    /** It was claimed by a lease that has long to run; but who claimed it is gone, and it was in no call. */
    @Test
    void what_a_dead_process_had_claimed_and_not_called_out_waits_again() throws Exception {
        String row = "INSERT INTO outbox (id, person, kind, body, urgency, due_at, queued_at, state, attempts,"
                + " lease_until, settled_at, outcome) VALUES ('m', 'p', 'text', 'x', 0, 1, 1, 'sending', 1,"
                + " 9000000000000, 0, ?)";
        try (Store store = upgraded(row, "")) {
            List<Outbox.Row> due = store.read(t -> t.sending().due(Instant.ofEpochMilli(2), Outbox.REPLY, 9));
            assertThat(due).singleElement().satisfies(waits -> {
                assertThat(waits.isWaiting()).isTrue();
                assertThat(waits.attempts()).isEqualTo(1);
                assertThat(waits.result().kind()).isEqualTo(OutcomeKind.NOT_SENT);
            });
        }
    }

    @Test
    void what_is_written_now_reads_as_what_was_carried_over() {
        assertThat(Results.of("dropped: capped: day")).isEqualTo(SendResult.dropped(OutcomeCause.CAPPED_DAY));
        assertThat(Results.of("put off: quiet hours")).isEqualTo(SendResult.putOff(OutcomeCause.QUIET_HOURS));
        assertThat(Results.of("refused: not reachable (invalid)"))
                .isEqualTo(SendResult.unreachable(OutcomeCause.INVALID));
    }
}
