package gradcheck.config;

import java.util.ResourceBundle;

/** What is said to whoever runs the program, in a terminal or a log: the sentences of {@code commands.properties}. */
public final class TerminalText {
    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle("gradcheck.config.commands");

    private TerminalText() {}

    /** The sentence of a key, with its values in the order of their {@code %s}. */
    public static String of(String key, Object... values) {
        return String.format(SENTENCES.getString(key), values);
    }
}
