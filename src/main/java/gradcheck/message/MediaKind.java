package gradcheck.message;

/** The kinds of message without words. */
public enum MediaKind {
    IMAGE,
    VOICE,
    VIDEO,
    FILE,
    LOCATION,
    LINK
}
