package gradcheck.desk.ask;

/** By what an answer is divided. */
public enum By {
    CLASS,
    COLLEGE,
    MAJOR,
    FIELD
}
