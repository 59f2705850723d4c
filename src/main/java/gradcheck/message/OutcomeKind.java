package gradcheck.message;

/** How far a message has come, or how it ended; the names stand in the ledger. */
public enum OutcomeKind {
    /** Not tried yet. */
    NONE,
    SENT,
    /** The platform will never take it: nobody got it. */
    REFUSED,
    /** Tried as often as it is worth: nobody got it. */
    GIVEN_UP,
    /** No answer came: it may have arrived. */
    UNKNOWN,
    /** Not sent, for it no longer held. */
    DROPPED,
    /** It waits for another moment; not tried. */
    PUT_OFF,
    /** Tried, and to be tried again: nobody got it yet. */
    TRY_LATER,
    /** The process stopped before it was tried. */
    NOT_SENT
}
