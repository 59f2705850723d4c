package gradcheck.wecom;

/** Something answered in the platform's place, or the platform in a way that nobody documents: nothing is known. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String found) {
        super(found);
    }
}
