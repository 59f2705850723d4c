package gradcheck.store.outbox;

import gradcheck.message.OutcomeCause;
import gradcheck.message.OutcomeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * How far a message or a call has come, as the ledger has it.
 *
 * @param code the platform's own number, for who looks it up; empty where it gave none, and in a message's row
 * @param detail free text for people; nothing reads it
 */
public record SendResult(OutcomeKind kind, OutcomeCause cause, String code, String detail) {
    public static final SendResult SENT = new SendResult(OutcomeKind.SENT, OutcomeCause.NONE, "", "sent");
    /** The columns of a row, to be filled by {@link #bindTo}. */
    static final String COLUMNS = "outcome_kind = :outcomeKind, outcome_cause = :outcomeCause, outcome = :outcome";

    private static SendResult of(OutcomeKind kind, String lead, OutcomeCause cause) {
        return new SendResult(kind, cause, "", lead + cause.title());
    }

    public static SendResult dropped(OutcomeCause cause) {
        return of(OutcomeKind.DROPPED, "dropped: ", cause);
    }

    public static SendResult putOff(OutcomeCause cause) {
        return of(OutcomeKind.PUT_OFF, "put off: ", cause);
    }

    /** The whole call was refused. */
    public static SendResult refused(OutcomeCause cause, String code, String reason) {
        return new SendResult(OutcomeKind.REFUSED, cause, code, "refused: " + code + " " + reason);
    }

    /** The call was taken, but not for this person. */
    public static SendResult unreachable(OutcomeCause cause) {
        return new SendResult(OutcomeKind.REFUSED, cause, "", "refused: not reachable (" + cause.title() + ")");
    }

    public static SendResult tryLater(OutcomeCause cause, String code, String reason) {
        return new SendResult(OutcomeKind.TRY_LATER, cause, code, "try later: " + code + " " + reason);
    }

    public static SendResult unknown(String reason) {
        return new SendResult(OutcomeKind.UNKNOWN, OutcomeCause.NO_ANSWER, "", "unknown: " + reason);
    }

    /** The last of many tries ended so. */
    public SendResult givenUp() {
        return new SendResult(OutcomeKind.GIVEN_UP, cause, code, "given up: " + detail);
    }

    static SendResult read(ResultSet row) throws SQLException {
        return new SendResult(
                OutcomeKind.valueOf(row.getString("outcome_kind")),
                OutcomeCause.valueOf(row.getString("outcome_cause")),
                "",
                row.getString("outcome"));
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement
                .bind("outcomeKind", kind.name())
                .bind("outcomeCause", cause.name())
                .bind("outcome", detail);
    }
}
