package gradcheck.flows;

import gradcheck.message.Phrase;

/** What is said while an account finds its student. */
public final class BindingPhrases {
    public static final Phrase NUMBER = Phrase.of("binding.number");
    public static final Phrase NAME = Phrase.of("binding.name");
    public static final Phrase LAST_SIX = Phrase.of("binding.lastSix");
    public static final Phrase NUMBER_FORM = Phrase.of("binding.numberForm");
    public static final Phrase NAME_FORM = Phrase.of("binding.nameForm");
    public static final Phrase LAST_SIX_FORM = Phrase.of("binding.lastSixForm", "count");

    private BindingPhrases() {}
}
