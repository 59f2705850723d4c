package gradcheck.turn.onboarding;

import gradcheck.message.Phrase;

/** What is said to people when they come, and to those whom nobody knows yet. */
public final class GreetingPhrases {
    public static final Phrase FIRST = Phrase.of("greeting.first", "name", "year", "days", "kept", "next");
    public static final Phrase AGAIN = Phrase.of("greeting.again", "name", "next");
    public static final Phrase GO_ON = Phrase.of("greeting.goOn");
    public static final Phrase NOTHING = Phrase.of("greeting.nothing");
    public static final Phrase KEPT_UNTIL = Phrase.of("greeting.keptUntil", "date");
    public static final Phrase KEPT_BY_RULE = Phrase.of("greeting.keptByRule");
    public static final Phrase NEWCOMER = Phrase.of("greeting.newcomer", "year", "office", "phone");
    public static final Phrase NEWCOMER_HELP = Phrase.of("greeting.newcomerHelp", "office", "phone");
    public static final Phrase NOT_YET = Phrase.of("greeting.notYet");
    public static final Phrase FAILED = Phrase.of("greeting.failed", "left");
    public static final Phrase LOCKED = Phrase.of("greeting.locked", "until", "office", "phone");
    public static final Phrase RESTING = Phrase.of("greeting.resting", "office", "phone");
    public static final Phrase LOCKED_NOTICE = Phrase.of("greeting.lockedNotice", "who", "account", "number");
    public static final Phrase LOCKED_NOBODY = Phrase.of("greeting.lockedNobody", "account");
    public static final Phrase RESTING_NOTICE = Phrase.of("greeting.restingNotice", "who", "count", "number");

    private GreetingPhrases() {}
}
