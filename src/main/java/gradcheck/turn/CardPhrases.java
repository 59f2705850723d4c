package gradcheck.turn;

import gradcheck.message.Phrase;

/** What stands on cards and is said about them. */
public final class CardPhrases {
    public static final Phrase INSTEAD = Phrase.of("card.instead");
    public static final Phrase CHOSEN = Phrase.of("card.chosen", "label");
    public static final Phrase TYPED = Phrase.of("card.typed");
    public static final Phrase OVER = Phrase.of("card.over");
    public static final Phrase OLD = Phrase.of("card.old");
    public static final Phrase OLD_IDLE = Phrase.of("card.oldIdle");
    public static final Phrase TEXT_ONLY = Phrase.of("card.textOnly");
    public static final Phrase BUTTONS = Phrase.of("card.buttons");

    private CardPhrases() {}
}
