package gradcheck.domain.chain;

import java.util.Optional;

/** Follows the audit's chain line by line, and remembers the first that doesn't fit. */
public final class AuditCheck {
    private long count;
    private long erased;
    private long firstUnpurged;
    private String head = Chain.BEGINNING;
    private Optional<Fault> fault = Optional.empty();

    /** What can be wrong with a line. */
    public enum Wrong {
        /** It is not what was written, or one before it isn't. */
        CHANGED,
        /** Lines are missing before it, or it stood elsewhere. */
        MISPLACED,
        /** A name was taken out of it, and no purge was recorded since. */
        ERASED
    }

    /** @param link the line's number in the audit */
    public record Fault(Wrong wrong, long link) {}

    /** The next line. */
    public void take(AuditLine line) {
        if (fault.isPresent()) {
            return;
        }
        boolean isPlaced = line.link() == count + 1;
        if (!isPlaced || !line.isErasedRightly() || !line.hash().equals(line.hashAfter(head))) {
            fault = Optional.of(new Fault(isPlaced ? Wrong.CHANGED : Wrong.MISPLACED, line.link()));
            return;
        }
        count++;
        head = line.hash();
        note(line);
    }

    /** The next line, of which not even the parts can be told. */
    public void refuse() {
        fault = fault.or(() -> Optional.of(new Fault(Wrong.CHANGED, count + 1)));
    }

    private void note(AuditLine line) {
        if (line.isErased()) {
            erased++;
            firstUnpurged = firstUnpurged == 0 ? count : firstUnpurged;
        }
        if (line.act().equals(AuditLine.PURGE)) {
            firstUnpurged = 0;
        }
    }

    /** The first fault; a name that is missing can be judged only when all lines were seen. */
    public Optional<Fault> fault() {
        return fault.or(
                () -> firstUnpurged == 0 ? Optional.empty() : Optional.of(new Fault(Wrong.ERASED, firstUnpurged)));
    }

    /** How many lines fit. */
    public long count() {
        return count;
    }

    /** Of those, how many somebody's name was purged from. */
    public long erased() {
        return erased;
    }

    /** The last line's hash: what to compare with a number from a trusted place. */
    public String head() {
        return head;
    }
}
