package gradcheck.reminders.digest;

import gradcheck.message.Phrase;

/** What a secretary's morning digest says. */
public final class DigestPhrases {
    public static final Phrase DIGEST = Phrase.of("digest.text", "students", "lines");
    public static final Phrase UNCONFIRMED = Phrase.of("digest.unconfirmed", "count", "change");
    public static final Phrase UNCOLLECTED = Phrase.of("digest.uncollected", "count", "change");
    public static final Phrase UNKNOWN = Phrase.of("digest.unknown", "count", "change");
    public static final Phrase TO_REVIEW = Phrase.of("digest.toReview", "count", "change");
    public static final Phrase UNREACHABLE = Phrase.of("digest.unreachable", "count", "change");
    public static final Phrase SAME = Phrase.of("digest.same");
    public static final Phrase LESS = Phrase.of("digest.less", "count");
    public static final Phrase MORE = Phrase.of("digest.more", "count");
    public static final Phrase SILENT = Phrase.of("digest.silent", "count", "names");
    public static final Phrase LEFT = Phrase.of("digest.left", "count", "names");
    public static final Phrase NAME = Phrase.of("digest.name", "name", "tail", "className", "lacks");
    public static final Phrase MORE_NAMES = Phrase.of("digest.moreNames", "count");
    public static final Phrase RECORD_DEADLINE = Phrase.of("digest.recordDeadline", "days", "day");
    public static final Phrase PHOTO_DEADLINE = Phrase.of("digest.photoDeadline", "days", "day");
    public static final Phrase RECORD_TODAY = Phrase.of("digest.recordToday", "day");
    public static final Phrase PHOTO_TODAY = Phrase.of("digest.photoToday", "day");
    public static final Phrase ACCOUNTS = Phrase.of("digest.accounts", "count", "lines");
    public static final Phrase ACCOUNT = Phrase.of("digest.account", "name", "tail", "account");
    public static final Phrase NEXT_ACCOUNT = Phrase.of("digest.nextAccount", "number", "account");
    public static final Phrase NEXT_REVIEW = Phrase.of("digest.nextReview");
    public static final Phrase NEXT_CALL = Phrase.of("digest.nextCall", "name");
    public static final Phrase NEXT_UNCONFIRMED = Phrase.of("digest.nextUnconfirmed");
    public static final Phrase NEXT_PROGRESS = Phrase.of("digest.nextProgress");

    private DigestPhrases() {}
}
