package gradcheck.turn;

import gradcheck.message.Phrase;

/** What is said outside the guided conversations. */
public final class TurnPhrases {
    public static final Phrase NOT_UNDERSTOOD = Phrase.of("turn.notUnderstood");
    public static final Phrase GO_ON_HERE = Phrase.of("turn.goOnHere");
    public static final Phrase NOT_UNDERSTOOD_IDLE = Phrase.of("turn.notUnderstoodIdle", "next");
    public static final Phrase NOTHING_TO_CANCEL = Phrase.of("turn.nothingToCancel");
    public static final Phrase MEDIA = Phrase.of("turn.media");
    public static final Phrase DOCUMENT = Phrase.of("turn.document", "mail");
    public static final Phrase DOCUMENT_DUE = Phrase.of("turn.documentDue", "labels", "mail");
    public static final Phrase VOICE = Phrase.of("turn.voice");
    public static final Phrase VIDEO = Phrase.of("turn.video");
    public static final Phrase LOCATION = Phrase.of("turn.location");
    public static final Phrase LINK = Phrase.of("turn.link");
    public static final Phrase FACES = Phrase.of("turn.faces");
    public static final Phrase SLOWER = Phrase.of("turn.slower");
    public static final Phrase UNSUPPORTED = Phrase.of("turn.unsupported");
    public static final Phrase EMPTY = Phrase.of("turn.empty");
    public static final Phrase TOO_LONG = Phrase.of("turn.tooLong");
    public static final Phrase HELP = Phrase.of("turn.help");
    public static final Phrase CONTACT = Phrase.of("turn.contact", "secretary", "phones", "mail", "chsi");
    public static final Phrase NO_WAY_BACK = Phrase.of("turn.noWayBack");
    public static final Phrase MUTED = Phrase.of("turn.muted");
    public static final Phrase UNMUTED = Phrase.of("turn.unmuted");
    public static final Phrase RECEIPT_RIGHT = Phrase.of("turn.receiptRight", "receipt", "time", "code", "next");
    public static final Phrase RECEIPT_CORRECTED =
            Phrase.of("turn.receiptCorrected", "receipt", "time", "code", "lines", "secretary", "next");
    public static final Phrase REOPEN_CLOSED = Phrase.of("turn.reopenClosed", "date", "secretary");
    public static final Phrase REOPENED = Phrase.of("turn.reopened", "reason");
    public static final Phrase BEGUN_WITH = Phrase.of("turn.begunWith", "lines");
    public static final Phrase MATERIAL_SENT = Phrase.of("turn.materialSent", "labels");
    public static final Phrase MATERIAL_NONE = Phrase.of("turn.materialNone");
    public static final Phrase LOST_CONFIRMATION = Phrase.of("turn.lostConfirmation", "from", "until");
    public static final Phrase LOST_RECEIPT = Phrase.of("turn.lostReceipt", "receipt", "from", "until");
    public static final Phrase UNKNOWN_RECEIPT = Phrase.of("turn.unknownReceipt", "receipt");
    public static final Phrase NOT_YOUR_RECEIPT = Phrase.of("turn.notYourReceipt", "receipt");
    public static final Phrase OWN_RECEIPT = Phrase.of("turn.ownReceipt");
    public static final Phrase NO_RECEIPT = Phrase.of("turn.noReceipt");
    public static final Phrase MY_RECEIPT = Phrase.of("turn.myReceipt", "receipt", "result", "time", "code");
    public static final Phrase ALREADY_CONFIRMED = Phrase.of("turn.alreadyConfirmed", "receipt", "time");
    public static final Phrase NEXT_PHOTO = Phrase.of("turn.nextPhoto");
    public static final Phrase NEXT_PROGRESS = Phrase.of("turn.nextProgress");
    public static final Phrase NEXT_REGISTRATION = Phrase.of("turn.nextRegistration");
    public static final Phrase NEXT_REGISTRATION_REMARK = Phrase.of("turn.nextRegistrationRemark");
    public static final Phrase NEXT_NOTHING = Phrase.of("turn.nextNothing");
    public static final Phrase SUBMITTED = Phrase.of("turn.submitted");
    public static final Phrase SUBMITTED_EARLY = Phrase.of("turn.submittedEarly");
    public static final Phrase SUBMITTED_NOT_NEEDED = Phrase.of("turn.submittedNotNeeded");
    public static final Phrase PROGRESS = Phrase.of("progress.all", "name", "lines", "end");
    public static final Phrase PROGRESS_LINES = Phrase.of("progress.lines", "name", "lines");
    public static final Phrase PROGRESS_DONE = Phrase.of("progress.done");
    public static final Phrase PROGRESS_OPEN = Phrase.of("progress.open", "next");
    public static final Phrase PROGRESS_WORD = Phrase.of("progress.word", "word");
    public static final Phrase RECORD_LOST = Phrase.of("progress.recordLost", "from", "until");
    public static final Phrase RECORD_OPEN = Phrase.of("progress.recordOpen");
    public static final Phrase RECORD_BEGUN = Phrase.of("progress.recordBegun");
    public static final Phrase RECORD_REOPENED = Phrase.of("progress.recordReopened", "date", "reason");
    public static final Phrase RECORD_DONE = Phrase.of("progress.recordDone", "date", "receipt");
    public static final Phrase CORRECTION = Phrase.of("progress.correction", "tag", "line", "state", "date");
    public static final Phrase PASSED = Phrase.of("progress.passed", "tag", "line");
    public static final Phrase SENT_BACK = Phrase.of("progress.sentBack", "tag", "line", "reason", "label");
    public static final Phrase MATERIAL_DUE = Phrase.of("progress.materialDue", "tag", "line", "date");
    public static final Phrase POSTPONED = Phrase.of("progress.postponed", "line", "party", "label");
    public static final Phrase REGISTRATION_OPEN = Phrase.of("progress.registrationOpen");
    public static final Phrase REGISTRATION_DONE = Phrase.of("progress.registrationDone", "date");
    public static final Phrase SEASON_CLOSED = Phrase.of("turn.seasonClosed", "year", "office", "phone");

    public static final Phrase PART_LEFT = Phrase.of("turn.partLeft", "text");
    public static final Phrase NOTED_BEFORE = Phrase.of("turn.notedBefore");
    public static final Phrase PART_OFFERED = Phrase.of("turn.partOffered", "text", "title");
    public static final Phrase ENGLISH = Phrase.of("turn.english");

    private TurnPhrases() {}
}
