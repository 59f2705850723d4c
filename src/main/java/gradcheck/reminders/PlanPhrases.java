package gradcheck.reminders;

import gradcheck.message.Phrase;

/** What a plan of reminders says. */
public final class PlanPhrases {
    public static final Phrase HEAD = Phrase.of("plan.head", "day", "weekday", "kind", "time", "record", "photo");
    public static final Phrase WORKING = Phrase.of("plan.working");
    public static final Phrase OFF = Phrase.of("plan.off");
    public static final Phrase NO_WINDOW = Phrase.of("plan.noWindow");
    public static final Phrase LEFT = Phrase.of("plan.left", "date", "days");
    public static final Phrase TODAY = Phrase.of("plan.today", "date");
    public static final Phrase LATE = Phrase.of("plan.late", "reason", "date");
    public static final Phrase OVER = Phrase.of("plan.over", "date");
    public static final Phrase UNKNOWN_YEAR = Phrase.of("plan.unknownYear", "year");
    public static final Phrase QUIET = Phrase.of("plan.quiet", "from", "to");
    public static final Phrase NOBODY = Phrase.of("plan.nobody");
    public static final Phrase SUM = Phrase.of("plan.sum", "people", "groups");
    public static final Phrase GROUP =
            Phrase.of("plan.group", "number", "people", "lacking", "reasons", "colleges", "who", "more", "text");
    public static final Phrase MORE = Phrase.of("plan.more", "count");
    public static final Phrase NO_MORE = Phrase.of("plan.noMore");
    public static final Phrase WEEKLY = Phrase.of("plan.weekly", "rule", "time");
    public static final Phrase COUNTING = Phrase.of("plan.counting", "rule", "date", "before", "time");
    public static final Phrase NOT = Phrase.of("plan.not", "people", "why");
    public static final Phrase DONE = Phrase.of("plan.done");
    public static final Phrase UNREACHABLE = Phrase.of("plan.unreachable", "people");
    public static final Phrase NEXT = Phrase.of("plan.next", "date", "weekday", "people");

    private PlanPhrases() {}
}
