package gradcheck.store.query;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.status.StateBits;
import gradcheck.domain.status.StudentState;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a state says of a span of time or of one field, as a piece of SQL over {@code student_status s}: that a confirmation
 * was made from {@code :since} until before {@code :until}, or that a correction of the field became what it is. Everything
 * else a state says is about now, and stands in the row ({@link FilterSql}).
 */
final class HappenedSql {
    private static final String CONFIRMED_BY_THEN = "EXISTS (SELECT 1 FROM confirmation c WHERE c.season = s.season"
            + " AND c.number = s.number AND c.confirmed_at < :until)";

    private HappenedSql() {}

    /** Empty for a state of which only now is known. */
    static Optional<String> of(StudentState state) {
        return switch (state) {
            case CONFIRMED -> Optional.of(confirmation("") + " AND NOT " + is(StudentState.REOPENED));
            case UNCONFIRMED -> Optional.of("(NOT " + CONFIRMED_BY_THEN + " OR " + is(StudentState.REOPENED) + ")");
            case RIGHT, CORRECTED -> Optional.of(is(state) + " AND " + confirmation(""));
            case LATE -> Optional.of(confirmation(" AND c.late = 1"));
            default -> Optional.of(state.ofCorrections())
                    .filter(corrections -> !corrections.isEmpty())
                    .map(HappenedSql::correction);
        };
    }

    /** That the row has the state. */
    static String is(StudentState state) {
        return "(s.states & " + StateBits.of(state) + ") <> 0";
    }

    private static String confirmation(String and) {
        return "EXISTS (SELECT 1 FROM confirmation c WHERE c.season = s.season AND c.number = s.number"
                + " AND c.confirmed_at >= :since AND c.confirmed_at < :until" + and + ")";
    }

    private static String correction(Set<CorrectionState> corrections) {
        String titles = corrections.stream().map(c -> "'" + c.title() + "'").collect(Collectors.joining(", "));
        return "s.number IN (SELECT k.number FROM correction k WHERE k.season = :season AND k.state IN (" + titles
                + ") AND (:field = '' OR k.field = :field) AND k.updated_at >= :since AND k.updated_at < :until)";
    }
}
