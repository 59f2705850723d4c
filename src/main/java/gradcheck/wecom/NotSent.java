package gradcheck.wecom;

/** What had to be fetched before a message could leave did not come: it surely reached nobody. */
final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSent(String missing, Throwable cause) {
        super(missing, cause);
    }
}
