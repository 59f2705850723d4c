package gradcheck.flows;

import gradcheck.message.Phrase;

/** What the photo check says. */
public final class PhotoPhrases {
    public static final Phrase WEB = Phrase.of("photo.web", "known");
    public static final Phrase WEB_BRIEF = Phrase.of("photo.webBrief");
    public static final Phrase KNOWN_UNKNOWN = Phrase.of("photo.knownUnknown");
    public static final Phrase KNOWN_NOT_COLLECTED = Phrase.of("photo.knownNotCollected");
    public static final Phrase KNOWN_COLLECTED = Phrase.of("photo.knownCollected");
    public static final Phrase KNOWN_ONLINE = Phrase.of("photo.knownOnline");
    public static final Phrase NOT_COLLECTED = Phrase.of("photo.notCollected", "phone", "deadline");
    public static final Phrase COLLECTED = Phrase.of("photo.collected", "phone");
    public static final Phrase OWN = Phrase.of("photo.own");
    public static final Phrase OWN_WRONG = Phrase.of("photo.ownWrong", "phone", "secretary");
    public static final Phrase RETAKEN = Phrase.of("photo.retaken");
    public static final Phrase NEWEST = Phrase.of("photo.newest");
    public static final Phrase NOT_NEWEST = Phrase.of("photo.notNewest", "phone");
    public static final Phrase PAPER = Phrase.of("photo.paper", "secretary");
    public static final Phrase PAPER_OLD = Phrase.of("photo.paperOld", "secretary");
    public static final Phrase RECORD = Phrase.of("photo.record");
    public static final Phrase RECORD_WRONG = Phrase.of("photo.recordWrong", "phones", "mail");

    private PhotoPhrases() {}
}
