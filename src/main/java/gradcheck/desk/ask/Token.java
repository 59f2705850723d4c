package gradcheck.desk.ask;

import java.util.List;

/**
 * A piece of a question.
 *
 * @param value its meaning among its kind
 * @param names for a place: what it may be
 */
record Token(Kind kind, String value, String text, List<String> names) {
    /** What a piece is. */
    enum Kind {
        ASK,
        STATE,
        VERB,
        WEAK,
        NEGATION,
        TIME,
        BY,
        TOPIC,
        REFINE,
        TURN,
        ACT,
        NOISE,
        COLLEGE,
        CLASS,
        MAJOR,
        FIELD,
        PERSON,
        NUMBER,
        CLASS_NUMBER,
        DATE,
        DAYS,
        WEEKDAY,
        UNKNOWN
    }

    static Token of(Kind kind, String value, String text) {
        return new Token(kind, value, text, List.of());
    }
}
