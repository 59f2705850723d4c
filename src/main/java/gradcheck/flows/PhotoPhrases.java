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
    public static final Phrase SITE = Phrase.of("photo.site");
    public static final Phrase SITE_STUCK = Phrase.of("photo.siteStuck", "phone");
    public static final Phrase LOGIN = Phrase.of("photo.login");
    public static final Phrase HOME = Phrase.of("photo.home");
    public static final Phrase HOME_STUCK = Phrase.of("photo.homeStuck", "phone");
    public static final Phrase ENTRY = Phrase.of("photo.entry");
    public static final Phrase ENTRY_STUCK = Phrase.of("photo.entryStuck", "phone");
    public static final Phrase ACCOUNT = Phrase.of("photo.account");
    public static final Phrase REGISTER = Phrase.of("photo.register");
    public static final Phrase FORGOTTEN = Phrase.of("photo.forgotten");
    public static final Phrase NEW_NUMBER = Phrase.of("photo.newNumber");
    public static final Phrase NO_RECORD = Phrase.of("photo.noRecord", "phone");
    public static final Phrase ANYTHING_ELSE = Phrase.of("photo.anythingElse");
    public static final Phrase CHSI_HELP = Phrase.of("photo.chsiHelp", "first", "account", "phone", "mail");
    public static final Phrase NOT_COLLECTED = Phrase.of("photo.notCollected", "phone", "deadline");
    public static final Phrase LISTED_BUT_NOT_TAKEN = Phrase.of("photo.listedButNotTaken", "phone");
    public static final Phrase COLLECTED = Phrase.of("photo.collected", "phone");
    public static final Phrase OWN = Phrase.of("photo.own");
    public static final Phrase WHICH = Phrase.of("photo.which");
    public static final Phrase NOT_PRETTY = Phrase.of("photo.notPretty");
    public static final Phrase OWN_WRONG = Phrase.of("photo.ownWrong", "phone", "secretary");
    public static final Phrase RETAKEN = Phrase.of("photo.retaken");
    public static final Phrase NEWEST = Phrase.of("photo.newest");
    public static final Phrase NEWEST_LISTED = Phrase.of("photo.newestListed");
    public static final Phrase NOT_NEWEST = Phrase.of("photo.notNewest", "phone");
    public static final Phrase PAPER = Phrase.of("photo.paper", "secretary");
    public static final Phrase PAPER_OLD = Phrase.of("photo.paperOld", "secretary");
    public static final Phrase RECORD = Phrase.of("photo.record");
    public static final Phrase RECORD_WRONG = Phrase.of("photo.recordWrong", "phones", "mail");
    public static final Phrase FINISH = Phrase.of("photo.finish");
    public static final Phrase AGAIN = Phrase.of("photo.again");

    private PhotoPhrases() {}
}
