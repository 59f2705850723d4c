package gradcheck.reminders;

import gradcheck.message.Phrase;

/** What reminders say. */
public final class ReminderPhrases {
    public static final Phrase NOT_COLLECTED = Phrase.of("reminder.notCollected", "name", "days", "deadline", "phone");
    public static final Phrase NOT_COLLECTED_TODAY = Phrase.of("reminder.notCollectedToday", "name", "phone");

    public static final Phrase NOT_COLLECTED_LAST = Phrase.of("reminder.notCollectedLast", "name", "phone");

    private ReminderPhrases() {}
}
