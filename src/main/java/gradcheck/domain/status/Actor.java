package gradcheck.domain.status;

/** Whose turn a task is. */
public enum Actor {
    STUDENT,
    /** The college's secretary. */
    COLLEGE,
    /** The registrar's office. */
    OFFICE,
    /** The college's Party committee, whom the student has to ask (R11). */
    PARTY,
    /** A system that takes its time: a photo is online weeks after it was taken. */
    PLATFORM,
    /** It is done, or nothing was ever owed. */
    NOBODY
}
