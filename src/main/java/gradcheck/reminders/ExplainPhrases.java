package gradcheck.reminders;

import gradcheck.message.Phrase;

/** Why somebody did or did not get a reminder. */
public final class ExplainPhrases {
    public static final Phrase WHY = Phrase.of("explain.why", "name", "reason");
    public static final Phrase HEAD =
            Phrase.of("explain.head", "name", "number", "college", "className", "lacks", "why");
    public static final Phrase NOTHING = Phrase.of("explain.nothing");
    public static final Phrase DECISION = Phrase.of("explain.decision", "time", "rule", "meaning");
    public static final Phrase MESSAGE = Phrase.of("explain.message", "time", "text", "meaning");
    public static final Phrase UNSAID = Phrase.of("explain.unsaid");
    public static final Phrase AT = Phrase.of("explain.at", "time", "meaning");
    public static final Phrase WAITING = Phrase.of("explain.waiting", "time");
    public static final Phrase NOT_YET = Phrase.of("explain.notYet");
    public static final Phrase NOT_IN_LIST = Phrase.of("explain.notInList", "number");
    public static final Phrase LACKS_NOTHING = Phrase.of("explain.lacksNothing");
    public static final Phrase STOPPED = Phrase.of("explain.stopped");
    public static final Phrase PAUSED = Phrase.of("explain.paused", "reason");
    public static final Phrase OUT = Phrase.of("explain.out", "reason");

    public static final Phrase SENT = Phrase.of("explain.means.sent");
    public static final Phrase INVALID = Phrase.of("explain.means.invalid");
    public static final Phrase UNLICENSED = Phrase.of("explain.means.unlicensed");
    public static final Phrase UNKNOWN = Phrase.of("explain.means.unknown");
    public static final Phrase GIVEN_UP = Phrase.of("explain.means.givenUp");
    public static final Phrase DONE = Phrase.of("explain.means.done");
    public static final Phrase TOO_LATE = Phrase.of("explain.means.tooLate");
    public static final Phrase PAUSED_THEN = Phrase.of("explain.means.paused");
    public static final Phrase OUT_THEN = Phrase.of("explain.means.out");
    public static final Phrase STOPPED_THEN = Phrase.of("explain.means.stopped");
    public static final Phrase CANCELLED = Phrase.of("explain.means.cancelled");
    public static final Phrase CAPPED = Phrase.of("explain.means.cappedWeek");
    public static final Phrase CAPPED_DAY = Phrase.of("explain.means.cappedDay");
    public static final Phrase CAPPED_RULE = Phrase.of("explain.means.cappedRule");
    public static final Phrase KEPT = Phrase.of("explain.means.kept");
    public static final Phrase SUPERSEDED = Phrase.of("explain.means.superseded");
    public static final Phrase MERGED = Phrase.of("explain.means.merged");
    public static final Phrase QUEUED = Phrase.of("explain.means.queued");
    public static final Phrase PUT_OFF = Phrase.of("explain.means.putOff");
    public static final Phrase DROPPED = Phrase.of("explain.means.dropped");
    public static final Phrase OTHER = Phrase.of("explain.means.other", "outcome");

    private ExplainPhrases() {}
}
