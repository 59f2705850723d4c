package gradcheck.flows;

import gradcheck.message.Phrase;

/** What is said while a student's words wait to be handed on. */
public final class HandoffPhrases {
    public static final Phrase SHOWN = Phrase.of("handoff.shown", "secretary", "text");
    public static final Phrase SHOWN_BRIEF = Phrase.of("handoff.shownBrief", "secretary");
    public static final Phrase REWRITE = Phrase.of("handoff.rewrite");
    public static final Phrase NOT_SENT = Phrase.of("handoff.notSent");
    public static final Phrase LEFT = Phrase.of("handoff.left");

    private HandoffPhrases() {}
}
