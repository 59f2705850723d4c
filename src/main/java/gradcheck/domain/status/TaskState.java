package gradcheck.domain.status;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.WebPhoto;

/** Where a task stands; of one kind exactly one holds. */
public enum TaskState {
    UNCONFIRMED,
    /** Confirmed, and the office or the roster has asked for it once more. */
    REOPENED,
    CONFIRMED,

    PENDING,
    MATERIAL_DUE,
    MATERIAL_SENT,
    MATERIAL_RECEIVED,
    WITH_OFFICE,
    PASSED,
    SENT_BACK,
    WITHDRAWN,
    IN_SYSTEM,

    POSTPONED,

    UNSUBMITTED,
    SUBMITTED,

    /** Nobody knows about the photo: asked, never warned about. */
    PHOTO_UNKNOWN,
    UNCOLLECTED,
    /** Taken, and not to be seen yet. */
    COLLECTED,
    ONLINE,

    OWN_UNCHECKED,
    OWN_RIGHT,
    OWN_WRONG,
    /** The old photo still stands there (R29). */
    OWN_AWAITS_NEW,

    NEWEST_UNSAID,
    NEWEST_ONLINE,
    NEWEST_MISSING,

    /** Not registered as handed in, whether anybody has said so or not. */
    PAPER_MISSING,
    PAPER_IN,
    PAPER_OUTDATED,

    CHSI_UNCHECKED,
    CHSI_RIGHT,
    CHSI_WRONG;

    static TaskState of(CorrectionState state) {
        return valueOf(state.name());
    }

    static TaskState of(WebPhoto photo) {
        return switch (photo) {
            case UNKNOWN -> PHOTO_UNKNOWN;
            case NOT_COLLECTED -> UNCOLLECTED;
            case COLLECTED -> COLLECTED;
            case ONLINE -> ONLINE;
        };
    }
}
