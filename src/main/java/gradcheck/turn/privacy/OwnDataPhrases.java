package gradcheck.turn.privacy;

import gradcheck.message.Choices;
import gradcheck.message.Phrase;

/** What is said about what is kept of a person. */
public final class OwnDataPhrases {
    public static final Phrase PRIVACY = Phrase.of("own.privacy", "days", "kept", "mail");
    public static final Phrase ALL =
            Phrase.of("own.all", "who", "record", "photo", "chat", "reminders", "seen", "days", "kept");
    public static final Phrase WHO = Phrase.of("own.who", "number", "name", "college", "account", "bound");
    public static final Phrase BOUND = Phrase.of("own.bound", "date");
    public static final Phrase BY_ROSTER = Phrase.of("own.byRoster");
    public static final Phrase RECORD = Phrase.of("own.record", "count", "certificate", "confirmation", "corrections");
    public static final Phrase NO_VALUE = Phrase.of("own.noValue");
    public static final Phrase CONFIRMED = Phrase.of("own.confirmed", "date", "receipt", "result");
    public static final Phrase UNCONFIRMED = Phrase.of("own.unconfirmed");
    public static final Phrase PHOTO = Phrase.of("own.photo", "state", "facts");
    public static final Phrase CHAT = Phrase.of("own.chat", "answers", "drafts", "since");
    public static final Phrase REMINDERS = Phrase.of("own.reminders", "count", "muted");
    public static final Phrase MUTED = Phrase.of("own.muted");
    public static final Phrase UNMUTED = Phrase.of("own.unmuted");
    public static final Phrase NOBODY = Phrase.of("own.nobody", "days");
    public static final Phrase STAFF = Phrase.of("own.staff", "days");
    public static final Phrase FORGET = Phrase.of("own.forget", "choices");
    public static final Phrase FORGOTTEN = Phrase.of("own.forgotten", "kept");
    public static final Phrase NOT_FORGOTTEN = Phrase.of("own.notForgotten");

    public static final Choices FORGET_CHOICES = Choices.of("own.forget", "delete", "keep");

    private OwnDataPhrases() {}
}
