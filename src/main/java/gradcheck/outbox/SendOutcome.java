package gradcheck.outbox;

import gradcheck.message.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How one call to the platform ended: always a value, never an exception. */
public sealed interface SendOutcome {
    /** Beside the platform's errcodes: whoever answered in its place has no certificate of its name. */
    int UNTRUSTED = -99_998;

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
     * @param code the platform's errcode
     */
    record Refused(int code, String reason) implements SendOutcome {
        private static final Set<Integer> NOBODY_THERE = Set.of(81013, 40003, 60111, 46004);

        /** Whether it failed because of whom it was for. */
        public boolean isNobodyThere() {
            return NOBODY_THERE.contains(code);
        }
    }

    /** Nobody got it; worth another try after {@code pause}. */
    record TryLater(int code, String reason, Duration pause) implements SendOutcome {
        /**
         * The rate limit; and what somebody has to set right: secret, rights, trusted addresses, agent id, the way to the
         * platform.
         */
        private static final Set<Integer> EVERYBODY =
                Set.of(45009, 40001, 40056, 48002, 48006, 50003, 60020, 301002, UNTRUSTED);

        private static final int TOO_MANY_AT_ONCE = 45033;

        /** Whether fewer calls at a time would have been taken. */
        public boolean isCrowded() {
            return code == TOO_MANY_AT_ONCE;
        }

        /** Whether nothing else would go out now either: then it doesn't count as a try of this message. */
        public boolean isForEverybody() {
            return EVERYBODY.contains(code);
        }
    }

    /** The request left, no answer came: it may have arrived. Repeat only the identical request. */
    record Unknown(String reason) implements SendOutcome {}

    /** Why one person was left out. */
    record Refusal(PersonId person, Reason reason) {}

    /** The platform's lists of people it leaves out. */
    enum Reason {
        /** Not in the visible scope, or no such member (invaliduser). */
        INVALID("invalid"),
        /** In scope, but without a licence for the interface (unlicenseduser). */
        UNLICENSED("unlicensed");

        private final String title;

        Reason(String title) {
            this.title = title;
        }

        /** The word in the ledger. */
        public String title() {
            return title;
        }
    }
}
