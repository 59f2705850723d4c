package gradcheck.desk.ask;

/** By what an answer is divided. */
public enum GroupBy {
    CLASS,
    COLLEGE,
    MAJOR,
    FIELD
}
