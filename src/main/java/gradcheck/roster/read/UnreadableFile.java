package gradcheck.roster.read;

import gradcheck.message.Phrase.Say;

/** A file that can't be read as a whole; {@link #why} says what to do. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Say why;

    UnreadableFile(Say why) {
        super(why.phrase().key());
        this.why = why;
    }

    UnreadableFile(Say why, Exception cause) {
        super(why.phrase().key(), cause);
        this.why = why;
    }

    public Say why() {
        return why;
    }
}
