package gradcheck.flows.photo;

import gradcheck.message.Choices;
import gradcheck.message.Phrase;

/** What the photo check says. */
public final class PhotoPhrases {
    public static final Phrase WEB = Phrase.of("photo.web", "known", "choices");
    public static final Phrase WEB_GUIDED = Phrase.of("photo.webGuided", "choices");
    public static final Phrase WEB_BRIEF = Phrase.of("photo.webBrief", "choices");
    public static final Phrase KNOWN_UNKNOWN = Phrase.of("photo.knownUnknown");
    public static final Phrase KNOWN_NOT_COLLECTED = Phrase.of("photo.knownNotCollected");
    public static final Phrase KNOWN_COLLECTED = Phrase.of("photo.knownCollected");
    public static final Phrase KNOWN_ONLINE = Phrase.of("photo.knownOnline");
    public static final Phrase WHICH = Phrase.of("photo.which");
    public static final Phrase NOT_COLLECTED = Phrase.of("photo.notCollected", "phone", "deadline");
    public static final Phrase NOT_COLLECTED_LATE = Phrase.of("photo.notCollectedLate", "phone", "deadline");
    public static final Phrase COLLECTED = Phrase.of("photo.collected", "phone", "deadline", "date");
    public static final Phrase SEEN_BUT_NOT = Phrase.of("photo.seenButNot", "phone");
    public static final Phrase TAKEN_BUT_NOT = Phrase.of("photo.takenButNot", "phone", "deadline");
    public static final Phrase IS_BUT_NOT_TAKEN = Phrase.of("photo.isButNotTaken", "state", "phone");
    public static final Phrase ONLINE_BUT_NOT = Phrase.of("photo.onlineButNot", "phone");
    public static final Phrase NOTED_ALL_RIGHT = Phrase.of("photo.notedAllRight");
    public static final Phrase SITE = Phrase.of("photo.site", "choices");
    public static final Phrase SITE_STUCK = Phrase.of("photo.siteStuck");
    public static final Phrase LOGIN = Phrase.of("photo.login", "choices");
    public static final Phrase ACCOUNT = Phrase.of("photo.account", "choices");
    public static final Phrase UNREGISTERED = Phrase.of("photo.unregistered", "help");
    public static final Phrase FORGOTTEN = Phrase.of("photo.forgotten", "help");
    public static final Phrase PHONE_CHANGED = Phrase.of("photo.phoneChanged", "help");
    public static final Phrase MISSING = Phrase.of("photo.missing", "phone");
    public static final Phrase OTHER_TROUBLE = Phrase.of("photo.otherTrouble", "help");
    public static final Phrase CHSI_HELP = Phrase.of("photo.chsiHelp", "account", "phone", "mail");
    public static final Phrase HOME = Phrase.of("photo.home", "choices");
    public static final Phrase HOME_STUCK = Phrase.of("photo.homeStuck", "phone");
    public static final Phrase PAGE = Phrase.of("photo.page", "choices");
    public static final Phrase PAGE_STUCK = Phrase.of("photo.pageStuck", "phone");
    public static final Phrase OWN = Phrase.of("photo.own", "choices");
    public static final Phrase WRONG = Phrase.of("photo.wrong", "choices");
    public static final Phrase NOT_ME = Phrase.of("photo.notMe", "phone", "secretary");
    public static final Phrase UGLY = Phrase.of("photo.ugly", "phone");
    public static final Phrase FLAWED = Phrase.of("photo.flawed", "phone", "secretary");
    public static final Phrase RETAKEN = Phrase.of("photo.retaken", "choices");
    public static final Phrase NEWEST = Phrase.of("photo.newest", "choices");
    public static final Phrase NEWEST_KNOWN = Phrase.of("photo.newestKnown", "choices");
    public static final Phrase NOT_NEWEST = Phrase.of("photo.notNewest", "phone");
    public static final Phrase PAPER = Phrase.of("photo.paper", "secretary", "choices");
    public static final Phrase PAPER_OLD = Phrase.of("photo.paperOld", "secretary", "phone");
    public static final Phrase PAPER_NONE = Phrase.of("photo.paperNone", "secretary");
    public static final Phrase RECORD = Phrase.of("photo.record", "choices");
    public static final Phrase RECORD_BRIEF = Phrase.of("photo.recordBrief", "choices");
    public static final Phrase RECORD_ALONE = Phrase.of("photo.recordAlone", "choices");
    public static final Phrase RECORD_ALONE_BRIEF = Phrase.of("photo.recordAloneBrief", "choices");
    public static final Phrase RECORD_EARLY = Phrase.of("photo.recordEarly", "choices");
    public static final Phrase RECORD_LATER = Phrase.of("photo.recordLater");
    public static final Phrase RECORD_WRONG = Phrase.of("photo.recordWrong", "phones", "mail", "proofMail");
    public static final Phrase RECORD_WRONG_EARLY = Phrase.of("photo.recordWrongEarly", "phones", "mail", "proofMail");
    public static final Phrase SUBMIT = Phrase.of("photo.submit", "choices");
    public static final Phrase SUBMIT_BRIEF = Phrase.of("photo.submitBrief", "choices");
    public static final Phrase SUBMIT_STUCK = Phrase.of("photo.submitStuck", "help");
    public static final Phrase SUBMIT_CHECK = Phrase.of("photo.submitCheck");
    public static final Phrase SUBMIT_LAST = Phrase.of("photo.submitLast");
    public static final Phrase SECRET = Phrase.of("photo.secret");
    public static final Phrase NOTED_RECORD = Phrase.of("photo.notedRecord");
    public static final Phrase LEFT = Phrase.of("photo.left");
    public static final Phrase BACK_TO_WEB = Phrase.of("photo.backToWeb");
    public static final Phrase RESUMED = Phrase.of("photo.resumed");
    public static final Phrase LOOKED = Phrase.of("photo.looked", "choices");

    public static final Choices WEB_CHOICES =
            Choices.of("photo.web", "seen", "notTaken", "taken", "stuck", "stillStuck");
    public static final Choices STEP_CHOICES = Choices.of("photo.step", "done", "stuck");
    public static final Choices ACCOUNT_CHOICES =
            Choices.of("photo.account", "unregistered", "forgotten", "phoneChanged", "missing", "other");
    public static final Choices OWN_CHOICES = Choices.of("photo.own", "right", "wrong");
    public static final Choices WRONG_CHOICES = Choices.of("photo.wrong", "notMe", "ugly", "old", "other");
    public static final Choices RETAKEN_CHOICES = Choices.of("photo.retaken", "no", "yes");
    public static final Choices NEWEST_CHOICES = Choices.of("photo.newest", "yes", "no");
    public static final Choices PAPER_CHOICES = Choices.of("photo.paper", "newest", "old", "none");
    public static final Choices RECORD_CHOICES =
            Choices.of("photo.record", "submitted", "right", "wrong", "stuck", "later");
    public static final Choices SUBMIT_CHOICES = Choices.of("photo.submit", "done", "stuck");
    public static final Choices LOOKED_CHOICES = Choices.of("photo.looked", "enough", "again");

    private PhotoPhrases() {}
}
