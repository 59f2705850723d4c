package gradcheck.domain.status;

/** What the student does next about a task. */
public enum NextStep {
    NONE(false),
    START_RECORD(true),
    CONFIRM_AGAIN(true),
    /** The field of a correction that was sent back is written anew. */
    REWRITE_FIELD(true),
    /** R36: the proof goes by mail, and that takes days. */
    SEND_MATERIAL(false),
    /** R11: the field is named when the Party committee has answered. */
    ASK_PARTY(false),
    /** R17. */
    SUBMIT(true),
    CHECK_PHOTO(true),
    /** R24: at once. */
    CALL_OFFICE(true),
    /** R21, R29: something stands wrong; it was said, and the office is at it. */
    FOLLOW_UP(false),
    /** R28. */
    BRING_PAPER(false);

    private final boolean atOnce;

    NextStep(boolean atOnce) {
        this.atOnce = atOnce;
    }

    /** Whether it is done now; what takes its time comes next only where there is nothing to be done now. */
    public boolean isAtOnce() {
        return atOnce;
    }
}
