package gradcheck.desk;

import gradcheck.message.Phrase;

/** What the desk says. */
public final class DeskPhrases {
    public static final Phrase HELP = Phrase.of("desk.help");
    public static final Phrase PROGRESS = Phrase.of(
            "desk.progress", "college", "students", "confirmed", "rate", "corrected", "photos", "classes", "time");
    public static final Phrase CLASS = Phrase.of("desk.class", "name", "confirmed", "students");
    public static final Phrase PHOTOS = Phrase.of("desk.photos", "collected", "uncollected", "unknown");
    public static final Phrase UNCONFIRMED = Phrase.of("desk.unconfirmed", "college", "count", "of", "lines", "time");
    public static final Phrase UNCOLLECTED = Phrase.of("desk.uncollected", "college", "count", "of", "lines", "time");
    public static final Phrase NONE_LEFT = Phrase.of("desk.noneLeft", "college", "of", "time");
    public static final Phrase LINE = Phrase.of("desk.line", "number", "name", "tail", "className", "state");
    public static final Phrase MORE = Phrase.of("desk.more", "count");
    public static final Phrase WHO = Phrase.of("desk.who");
    public static final Phrase NOT_FOUND = Phrase.of("desk.notFound", "typed");
    public static final Phrase WHICH = Phrase.of("desk.which", "name", "lines", "example");
    public static final Phrase STUDENT =
            Phrase.of("desk.student", "name", "tail", "className", "major", "record", "photo", "own", "chsi", "lines");
    public static final Phrase CORRECTION = Phrase.of("desk.correction", "tag", "field", "category", "state");
    public static final Phrase RECORD_OPEN = Phrase.of("desk.recordOpen");
    public static final Phrase RECORD_DONE = Phrase.of("desk.recordDone", "result", "date", "receipt");
    public static final Phrase EMPTY = Phrase.of("desk.empty", "college");

    private DeskPhrases() {}
}
