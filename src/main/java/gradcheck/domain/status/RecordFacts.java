package gradcheck.domain.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a student's first check.
 *
 * @param confirmed the latest confirmation
 * @param reopened when the roster or the office asked for it once more, where it was not confirmed since; a student's own
 *     wish to look again is no debt
 * @param postponed what is kept back until the Party committee was asked (R11)
 */
public record RecordFacts(
        Optional<Confirmed> confirmed,
        Optional<Instant> reopened,
        List<CorrectionCase> corrections,
        List<Postponed> postponed) {
    /** Of whom nothing is known. */
    public static final RecordFacts NONE = new RecordFacts(Optional.empty(), Optional.empty(), List.of(), List.of());

    public RecordFacts {
        corrections = List.copyOf(corrections);
        postponed = List.copyOf(postponed);
    }

    /** A confirmation. */
    public record Confirmed(int version, Instant at) {}

    /** A correction of this field that is kept back. */
    public record Postponed(String field, Instant since) {}

    /** Whether it is confirmed, and nobody asked for it once more. */
    public boolean isConfirmed() {
        return confirmed.isPresent() && reopened.isEmpty();
    }

    /** The latest version; 0: none. */
    public int version() {
        return confirmed.map(Confirmed::version).orElse(0);
    }
}
