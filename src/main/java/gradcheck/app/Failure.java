package gradcheck.app;

/** Why a command can't do its work, in a sentence that says what to do. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final int exitCode;

    /** @param key of the sentence in the commands' words */
    Failure(String key, Object... values) {
        this(FAILED, Main.word(key, values));
    }

    private Failure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    static Failure wrongUse(String key, Object... values) {
        return new Failure(WRONG_USE, Main.word(key, values));
    }

    int exitCode() {
        return exitCode;
    }
}
