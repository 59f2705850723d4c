package gradcheck.flows;

import gradcheck.message.Choices;
import gradcheck.message.Phrase;

/** What is said while a student's words wait to be handed on. */
public final class HandoffPhrases {
    public static final Phrase SHOWN = Phrase.of("handoff.shown", "secretary", "text", "choices");
    public static final Phrase SHOWN_BRIEF = Phrase.of("handoff.shownBrief", "secretary", "choices");
    public static final Phrase REWRITE = Phrase.of("handoff.rewrite");
    public static final Phrase NOT_SENT = Phrase.of("handoff.notSent");
    public static final Phrase LEFT = Phrase.of("handoff.left");

    public static final Choices SHOWN_CHOICES = Choices.of("handoff.shown", "send", "rewrite", "drop");

    private HandoffPhrases() {}
}
