package gradcheck.turn.student;

import gradcheck.message.Phrase;

/** What the list of progress says of the second check. */
public final class PhotoLinePhrases {
    public static final Phrase UNKNOWN = Phrase.of("progress.photoUnknown");
    public static final Phrase NOT_COLLECTED = Phrase.of("progress.photoNotCollected", "state", "phone", "deadline");
    public static final Phrase NOT_COLLECTED_LATE =
            Phrase.of("progress.photoNotCollectedLate", "state", "phone", "deadline");
    public static final Phrase LISTED_NOT_COLLECTED = Phrase.of("progress.photoListedNotCollected");
    public static final Phrase SAID_NOT_TAKEN = Phrase.of("progress.photoSaidNotTaken");
    public static final Phrase SAID_TAKEN = Phrase.of("progress.photoSaidTaken");
    public static final Phrase SAID_SEEN = Phrase.of("progress.photoSaidSeen");
    public static final Phrase CALL = Phrase.of("progress.photoCall", "phone");
    public static final Phrase COLLECTED = Phrase.of("progress.photoCollected", "date", "look");
    public static final Phrase COLLECTED_SAID = Phrase.of("progress.photoCollectedSaid", "date", "look");
    public static final Phrase COLLECTED_DUE = Phrase.of("progress.photoCollectedDue", "date");
    public static final Phrase ONLINE = Phrase.of("progress.photoOnline", "date");
    public static final Phrase ONLINE_SAID = Phrase.of("progress.photoOnlineSaid", "date");
    public static final Phrase DISPUTED =
            Phrase.of("progress.photoDisputed", "state", "listDate", "said", "date", "phone");
    public static final Phrase OWN_OPEN = Phrase.of("progress.ownOpen");
    public static final Phrase OWN_NOT_YET = Phrase.of("progress.ownNotYet");
    public static final Phrase OWN_RIGHT = Phrase.of("progress.ownRight", "date");
    public static final Phrase OWN_WRONG = Phrase.of("progress.ownWrong", "date", "phone");
    public static final Phrase OWN_AWAITS = Phrase.of("progress.ownAwaits", "date");
    public static final Phrase NEWEST_OPEN = Phrase.of("progress.newestOpen");
    public static final Phrase NEWEST_RIGHT = Phrase.of("progress.newestRight", "date");
    public static final Phrase NEWEST_WRONG = Phrase.of("progress.newestWrong", "date", "phone");
    public static final Phrase PAPER_OPEN = Phrase.of("progress.paperOpen");
    public static final Phrase PAPER_RIGHT = Phrase.of("progress.paperRight", "date");
    public static final Phrase PAPER_OLD = Phrase.of("progress.paperOld", "date");
    public static final Phrase PAPER_NONE = Phrase.of("progress.paperNone", "date");
    public static final Phrase PAPER_BRING = Phrase.of("progress.paperBring", "secretary");
    public static final Phrase CHSI_OPEN = Phrase.of("progress.chsiOpen");
    public static final Phrase CHSI_RIGHT = Phrase.of("progress.chsiRight", "date");
    public static final Phrase CHSI_WRONG = Phrase.of("progress.chsiWrong", "date", "phone");

    private PhotoLinePhrases() {}
}
