package gradcheck.turn.privacy;

import gradcheck.message.Phrase;

/** What is said to numbers and secrets that should not stand in a chat. */
public final class DiscretionPhrases {
    public static final Phrase NUMBER = Phrase.of("discretion.number");
    public static final Phrase NUMBER_SAME = Phrase.of("discretion.numberSame");
    public static final Phrase NUMBER_OTHER = Phrase.of("discretion.numberOther");
    public static final Phrase SECRET = Phrase.of("discretion.secret");
    public static final Phrase PHONE = Phrase.of("discretion.phone");

    private DiscretionPhrases() {}
}
