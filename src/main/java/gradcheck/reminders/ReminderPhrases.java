package gradcheck.reminders;

import gradcheck.message.Phrase;

/** What reminders say. */
public final class ReminderPhrases {
    public static final Phrase HEAD = Phrase.of("reminder.head");
    public static final Phrase HEAD_MANY = Phrase.of("reminder.headMany", "count");
    public static final Phrase HEAD_TODAY = Phrase.of("reminder.headToday");
    public static final Phrase HEAD_MUTED = Phrase.of("reminder.headMuted");
    public static final Phrase NUMBERED = Phrase.of("reminder.numbered", "number", "line");
    public static final Phrase NEXT = Phrase.of("reminder.next", "step");
    public static final Phrase STOP = Phrase.of("reminder.stop");

    public static final Phrase UNCONFIRMED = Phrase.of("reminder.line.record", "when");
    public static final Phrase REOPENED = Phrase.of("reminder.line.again", "when");
    public static final Phrase SENT_BACK = Phrase.of("reminder.line.back", "corrections", "when");
    public static final Phrase MATERIAL_DUE = Phrase.of("reminder.line.material", "corrections", "when");
    public static final Phrase PARTY = Phrase.of("reminder.line.party", "when");
    public static final Phrase UNSUBMITTED = Phrase.of("reminder.line.submit", "when");
    public static final Phrase NOT_COLLECTED = Phrase.of("reminder.line.photo", "when");
    public static final Phrase PHOTO_UNKNOWN = Phrase.of("reminder.line.unknown", "when");
    public static final Phrase UNCHECKED = Phrase.of("reminder.line.check", "when");
    public static final Phrase RETAKE = Phrase.of("reminder.line.retake", "when");
    public static final Phrase PAPER = Phrase.of("reminder.line.paper", "when");

    public static final Phrase WHEN_NONE = Phrase.of("reminder.when.none");
    public static final Phrase WHEN_FAR = Phrase.of("reminder.when.far", "days", "date");
    public static final Phrase WHEN_NEAR = Phrase.of("reminder.when.near", "days", "date");
    public static final Phrase WHEN_TOMORROW = Phrase.of("reminder.when.tomorrow", "date");
    public static final Phrase WHEN_TODAY = Phrase.of("reminder.when.today");

    public static final Phrase WHY_RECORD = Phrase.of("reminder.why.record");
    public static final Phrase WHY_PHOTO = Phrase.of("reminder.why.photo");
    public static final Phrase WHY_SAME = Phrase.of("reminder.why.same");

    public static final Phrase STEP_UNCONFIRMED = Phrase.of("reminder.step.record");
    public static final Phrase STEP_REOPENED = Phrase.of("reminder.step.again");
    public static final Phrase STEP_SENT_BACK = Phrase.of("reminder.step.back", "field");
    public static final Phrase STEP_MATERIAL_DUE = Phrase.of("reminder.step.material");
    public static final Phrase STEP_PARTY = Phrase.of("reminder.step.party");
    public static final Phrase STEP_UNSUBMITTED = Phrase.of("reminder.step.submit");
    public static final Phrase STEP_NOT_COLLECTED = Phrase.of("reminder.step.photo", "phone");
    public static final Phrase STEP_PHOTO = Phrase.of("reminder.step.check");
    public static final Phrase STEP_PAPER = Phrase.of("reminder.step.paper");
    public static final Phrase STEP_RETAKE = Phrase.of("reminder.step.retake");

    public static final Phrase STILL_ASKED = Phrase.of("reminder.stillAsked", "day", "contact");
    public static final Phrase STILL_WAITING = Phrase.of("reminder.stillWaiting", "name", "tail", "className", "day");

    private ReminderPhrases() {}
}
