package gradcheck.desk.ask;

/** What somebody wants to know of the students they speak of. */
public enum Ask {
    COUNT,
    LIST,
    RATE,
    SLOWEST,
    FASTEST,
    RANK,
    MOST,
    FEWEST,
    CHANGES,
    PICTURE,
    /** One student. */
    DETAIL,
    /** Which fields the corrections are about. */
    FIELDS,
    /** Remind them. */
    REMIND
}
