package gradcheck.outbox;

import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import java.time.Instant;

/** What becomes of a claimed message, decided at the moment of sending. */
public sealed interface Prepared {

    /**
     * It goes out.
     *
     * @param until after that moment it is not tried again
     */
    record Ready(Outgoing message, Instant until) implements Prepared {
        public Ready(Outgoing message) {
            this(message, Instant.ofEpochMilli(Long.MAX_VALUE));
        }
    }

    /** It no longer holds. */
    record Dropped(OutcomeCause why) implements Prepared {}

    /** It still holds, but not now. */
    record Later(Instant at, OutcomeCause why) implements Prepared {}
}
