package gradcheck.roster.read;

import gradcheck.message.Phrase;

/** What people are told when a file has changed something about them. */
public final class ImportPhrases {
    public static final Phrase SETTLED = Phrase.of("imported.settled", "name", "lines");
    public static final Phrase SETTLED_NEXT = Phrase.of("imported.settledNext");
    public static final Phrase REOPENED = Phrase.of("imported.reopened", "name", "lines");
    public static final Phrase MIDWAY = Phrase.of("imported.midway", "name", "lines");
    public static final Phrase REASON = Phrase.of("imported.reason", "fields");

    public static final Phrase ONLINE = Phrase.of("imported.online", "name");
    public static final Phrase ONLINE_CHECKED = Phrase.of("imported.onlineChecked", "name");
    public static final Phrase COLLECTED = Phrase.of("imported.collected", "name");
    public static final Phrase NOT_COLLECTED = Phrase.of("imported.notCollected", "name", "phone", "deadline");
    public static final Phrase NOT_COLLECTED_LATE = Phrase.of("imported.notCollectedLate", "name", "phone", "deadline");

    public static final Phrase SEEN_BUT_NOT = Phrase.of("imported.seenButNot", "name", "date", "phone");
    public static final Phrase TAKEN_BUT_NOT = Phrase.of("imported.takenButNot", "name", "date", "phone");
    public static final Phrase IS_BUT_NOT_TAKEN = Phrase.of("imported.isButNotTaken", "name", "date", "state", "phone");
    public static final Phrase CLASHES = Phrase.of("imported.clashes", "name", "count", "lines", "phone", "first");
    public static final Phrase CLASH = Phrase.of("imported.clash", "name", "tail", "said", "state");
    public static final Phrase CLASHES_MORE = Phrase.of("imported.clashesMore", "count");

    public static final Phrase COLLEGE_SAYS = Phrase.of("imported.collegeSays", "name", "sender", "count", "lines");
    public static final Phrase COLLEGE_DIFFERS = Phrase.of("imported.collegeDiffers", "name", "tail", "what");
    public static final Phrase COLLEGE_ADDS = Phrase.of("imported.collegeAdds", "name", "number");
    public static final Phrase COLLEGE_ADDS_CELL = Phrase.of("imported.collegeAddsCell");
    public static final Phrase COLLEGE_SAYS_MORE = Phrase.of("imported.collegeSaysMore", "count");
    public static final Phrase COLLEGE_FILE = Phrase.of("imported.collegeFile", "day");

    public static final Phrase ACCOUNT_LOST = Phrase.of("imported.accountLost", "name", "secretary");
    public static final Phrase ACCOUNT_MOVED = Phrase.of("imported.accountMoved", "account", "who", "to", "listed");

    private ImportPhrases() {}
}
