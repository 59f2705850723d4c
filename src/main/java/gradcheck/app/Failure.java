package gradcheck.app;

import gradcheck.config.TerminalText;

/** Why a command can't do its work, in a sentence that says what to do. */
public final class Failure extends Exception {
    private static final long serialVersionUID = 1;
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final int exitCode;

    /** @param key of the sentence in the commands' words */
    public Failure(String key, Object... values) {
        this(FAILED, TerminalText.of(key, values));
    }

    private Failure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public static Failure wrongUse(String key, Object... values) {
        return new Failure(WRONG_USE, TerminalText.of(key, values));
    }

    public int exitCode() {
        return exitCode;
    }
}
