package gradcheck.reminders;

import gradcheck.message.OutcomeCause;
import gradcheck.message.Phrase;
import java.util.Arrays;
import java.util.Optional;

/** What was decided about an occasion of a student; the ledger keeps its writing for ever. */
enum Verdict {
    QUEUED("queued", ExplainPhrases.QUEUED),
    /** Said in another rule's message of the day. */
    MERGED("merged", ExplainPhrases.MERGED),
    /** A newer occasion of the same rule came before this one was said. */
    SUPERSEDED("superseded", ExplainPhrases.SUPERSEDED),
    STOPPED("stopped", ExplainPhrases.STOPPED_THEN),
    TOO_LATE("dropped: too late", ExplainPhrases.TOO_LATE),
    CAPPED_DAY("capped: day", ExplainPhrases.CAPPED_DAY),
    CAPPED_WEEK("capped: week", ExplainPhrases.CAPPED),
    CAPPED_KEPT("capped: kept for the last day", ExplainPhrases.KEPT),
    CAPPED_RULE("capped: rule", ExplainPhrases.CAPPED_RULE);

    private final String written;
    private final Phrase meaning;

    Verdict(String written, Phrase meaning) {
        this.written = written;
        this.meaning = meaning;
    }

    String written() {
        return written;
    }

    Phrase meaning() {
        return meaning;
    }

    static Optional<Verdict> read(String written) {
        return Arrays.stream(values()).filter(v -> v.written.equals(written)).findFirst();
    }

    /** @param cap one of the caps */
    static Verdict of(OutcomeCause cap) {
        return valueOf(cap.name());
    }
}
