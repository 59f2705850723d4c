package gradcheck.wecom.door;

/** A callback that is not let in. */
public final class Rejected extends Exception {
    private final boolean forbidden;

    private Rejected(boolean forbidden, String why) {
        super(why);
        this.forbidden = forbidden;
    }

    /** Its signature or its receiver is not right. */
    static Rejected forbidden(String why) {
        return new Rejected(true, why);
    }

    /** It can't be read. */
    static Rejected unreadable(String why) {
        return new Rejected(false, why);
    }

    /** Whether it was not allowed in, rather than not to be read. */
    public boolean isForbidden() {
        return forbidden;
    }
}
