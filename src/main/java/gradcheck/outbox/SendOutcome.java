package gradcheck.outbox;

import gradcheck.message.OutcomeCause;
import gradcheck.message.PersonId;
import java.time.Duration;
import java.util.List;

/** How one call to the platform ended: always a value, never an exception. */
public sealed interface SendOutcome {
    /** The number of what no platform has a number for. */
    String NO_CODE = "0";

    /**
     * The platform took it for everyone.
     *
     * @param msgId the platform's id, empty where it names none
     * @param responseCode of a card: with it the card can be updated once within 72 h; else empty
     */
    record Sent(String msgId, String responseCode) implements SendOutcome {
        public Sent(String msgId) {
            this(msgId, "");
        }
    }

    /** The platform took it, but not for these people. */
    record PartlyRefused(String msgId, List<Refusal> refusals) implements SendOutcome {}

    /**
     * Never again as it stands: nobody got it.
     *
     * @param code the platform's own number, for people and counters; nothing here knows any
     */
    record Refused(OutcomeCause cause, String code, String reason) implements SendOutcome {
        /** Whether it failed because of whom it was for. */
        public boolean isNobodyThere() {
            return cause == OutcomeCause.INVALID;
        }
    }

    /**
     * Nobody got it; worth another try after {@code pause}.
     *
     * @param code the platform's own number, for people and counters; nothing here knows any
     */
    record TryLater(OutcomeCause cause, String code, String reason, Duration pause) implements SendOutcome {
        /** Whether fewer calls at a time would have been taken. */
        public boolean isCrowded() {
            return cause == OutcomeCause.TOO_MANY_AT_ONCE;
        }

        /** Whether nothing else would go out now either: then it doesn't count as a try of this message. */
        public boolean isForEverybody() {
            return cause.isForEverybody();
        }
    }

    /** The request left, no answer came: it may have arrived. Repeat only the identical request. */
    record Unknown(String reason) implements SendOutcome {}

    /** Why one person was left out: {@link OutcomeCause#INVALID} or {@link OutcomeCause#UNLICENSED}. */
    record Refusal(PersonId person, OutcomeCause cause) {}

    /** The platform's own number of what went wrong; {@link #NO_CODE} where it named none. */
    default String platformCode() {
        if (this instanceof Refused refused) {
            return refused.code();
        }
        return this instanceof TryLater later ? later.code() : NO_CODE;
    }
}
