package gradcheck.desk.ask;

/** What somebody wants to know of the students they speak of. */
public enum QuestionKind {
    /** How many they are. */
    COUNT,
    /** Who they are. */
    LIST,
    /** How far they are: how many of all, in percent. */
    RATE,
    /** Which class, college or major has the lowest rate. */
    SLOWEST,
    /** Which has the highest. */
    FASTEST,
    /** All of them by their rate. */
    RANK,
    /** Which has most of these students. */
    MOST,
    /** Which has fewest. */
    FEWEST,
    /** What has happened. */
    CHANGES,
    /** The rates as a picture. */
    PICTURE,
    /** One student. */
    DETAIL,
    /** Which fields the corrections are about. */
    FIELDS,
    /** What there is for the asker to do. */
    TODO,
    /** Which students wait for an answer of the asker. */
    INQUIRIES,
    /** Who reviewed a correction. */
    REVIEWER,
    /** Remind them. */
    REMIND
}
