package gradcheck.desk;

import gradcheck.message.Phrase;

/** What the desk says. */
public final class DeskPhrases {
    public static final Phrase HELP = Phrase.of("desk.help");
    public static final Phrase PROGRESS = Phrase.of(
            "desk.progress",
            "place",
            "confirmed",
            "students",
            "rate",
            "corrected",
            "collected",
            "uncollected",
            "unknown",
            "lines",
            "time",
            "next");
    public static final Phrase CLASS = Phrase.of("desk.class", "name", "confirmed", "students");
    public static final Phrase MORE_GROUPS = Phrase.of("desk.moreGroups", "count");
    public static final Phrase EMPTY = Phrase.of("desk.empty", "place");
    public static final Phrase NEXT_UNCONFIRMED = Phrase.of("desk.nextUnconfirmed");
    public static final Phrase NEXT_EXPORT = Phrase.of("desk.nextExport");
    public static final Phrase COUNT = Phrase.of("desk.count", "place", "state", "count", "of", "rate", "time", "next");
    public static final Phrase ALL_OF_THEM = Phrase.of("desk.allOfThem", "place", "count", "time");
    public static final Phrase NEXT_NAMES = Phrase.of("desk.nextNames");
    public static final Phrase NOT_UNDERSTOOD = Phrase.of("desk.notUnderstood");
    public static final Phrase NEXT_REMIND_ONE = Phrase.of("desk.nextRemindOne", "name");
    public static final Phrase GONE = Phrase.of("desk.gone", "name", "what", "command");
    public static final Phrase NEXT_NONE = Phrase.of("desk.nextNone");
    public static final Phrase LIST = Phrase.of("desk.list", "place", "state", "count", "of", "lines", "time", "next");
    public static final Phrase NOBODY = Phrase.of("desk.nobody", "place", "state", "of", "time");
    public static final Phrase LINE = Phrase.of("desk.line", "number", "name", "tail", "className", "state");
    public static final Phrase MORE = Phrase.of("desk.more", "count");
    public static final Phrase NEXT_LOOK = Phrase.of("desk.nextLook", "who");
    public static final Phrase NEXT_REMIND = Phrase.of("desk.nextRemind");
    public static final Phrase NEXT_REVIEW = Phrase.of("desk.nextReview");
    public static final Phrase NEXT_CALL = Phrase.of("desk.nextCall");
    public static final Phrase WHOM = Phrase.of("desk.whom");
    public static final Phrase UNKNOWN_WORDS = Phrase.of("desk.unknownWords", "words", "sees");
    public static final Phrase WHICH_PLACE = Phrase.of("desk.whichPlace", "words", "lines");
    public static final Phrase WHICH_PLACES = Phrase.of("desk.whichPlaces", "words", "names");
    public static final Phrase PLACE_LINE = Phrase.of("desk.placeLine", "number", "name");
    public static final Phrase NO_PLACE = Phrase.of("desk.noPlace", "words", "names");
    public static final Phrase SELECTED = Phrase.of("desk.selected", "command", "count", "reason", "lines", "notes");
    public static final Phrase SELECTED_REASON = Phrase.of("desk.selectedReason", "count", "lines", "notes");
    public static final Phrase SELECTED_BECAUSE = Phrase.of("desk.selectedBecause", "reason");
    public static final Phrase SELECTED_APART = Phrase.of("desk.selectedApart", "count", "example");
    public static final Phrase SELECTED_UNABLE = Phrase.of("desk.selectedUnable", "tags");
    public static final Phrase SELECTED_MISSED = Phrase.of("desk.selectedMissed", "words");
    public static final Phrase NOT_ON_LIST = Phrase.of("desk.notOnList", "words");
    public static final Phrase INQUIRIES = Phrase.of("desk.inquiries", "count", "names", "example");
    public static final Phrase NO_INQUIRIES = Phrase.of("desk.noInquiries");
    public static final Phrase HISTORY = Phrase.of("desk.history", "tag", "line", "state", "lines");
    public static final Phrase HISTORY_STEP = Phrase.of("desk.historyStep", "time", "state", "by", "reason");
    public static final Phrase HISTORY_OF_WHICH = Phrase.of("desk.historyOfWhich");
    public static final Phrase NO_LIST = Phrase.of("desk.noList");
    public static final Phrase IN_PART = Phrase.of("desk.inPart", "words", "what");
    public static final Phrase IN_PART_ALL = Phrase.of("desk.inPartAll");
    public static final Phrase RANK = Phrase.of("desk.rank", "place", "state", "order", "lines", "time", "example");
    public static final Phrase ORDER_UP = Phrase.of("desk.orderUp");
    public static final Phrase ORDER_DOWN = Phrase.of("desk.orderDown");
    public static final Phrase ORDER_FEWEST = Phrase.of("desk.orderFewest");
    public static final Phrase ORDER_MOST = Phrase.of("desk.orderMost");
    public static final Phrase RANK_LINE = Phrase.of("desk.rankLine", "number", "name", "count", "of", "rate");
    public static final Phrase CHANGES = Phrase.of("desk.changes", "place", "from", "lines", "time");
    public static final Phrase SPAN = Phrase.of("desk.span", "from", "to");
    public static final Phrase CHANGE = Phrase.of("desk.change", "state", "count");
    public static final Phrase NO_CHANGES = Phrase.of("desk.noChanges", "place", "from", "time");
    public static final Phrase FIELDS = Phrase.of("desk.fields", "place", "lines", "time");
    public static final Phrase NO_CORRECTIONS = Phrase.of("desk.noCorrections", "place", "time");
    public static final Phrase PICTURE = Phrase.of("desk.picture", "place");
    public static final Phrase NO_FONT = Phrase.of("desk.noFont");
    public static final Phrase CHART_TITLE = Phrase.of("desk.chartTitle", "place");
    public static final Phrase CHART_WHOLE = Phrase.of("desk.chartWhole", "done", "of", "rate");
    public static final Phrase CHART_FOOT = Phrase.of("desk.chartFoot", "time");
    public static final Phrase WHO = Phrase.of("desk.who", "command");
    public static final Phrase NOT_FOUND = Phrase.of("desk.notFound", "sees", "typed");
    public static final Phrase WHICH = Phrase.of("desk.which", "typed", "lines");
    public static final Phrase WHICH_NEARLY = Phrase.of("desk.whichNearly", "typed", "lines");
    public static final Phrase MEANT = Phrase.of("desk.meant", "who", "what");
    public static final Phrase MEANT_NEARLY = Phrase.of("desk.meantNearly", "typed", "who", "what");
    public static final Phrase NOT_DONE_YET = Phrase.of("desk.notDoneYet", "what");
    public static final Phrase REMIND_UNREACHABLE = Phrase.of("desk.remindUnreachable", "count");
    public static final Phrase REMIND_STOPPED = Phrase.of("desk.remindStopped", "count");
    public static final Phrase REMIND_PAUSED = Phrase.of("desk.remindPaused", "count");
    public static final Phrase REMIND_CAPPED = Phrase.of("desk.remindCapped", "count");
    public static final Phrase REMIND_NAMED = Phrase.of("desk.remindNamed", "names");
    public static final Phrase STUDENT = Phrase.of(
            "desk.student",
            "name",
            "tail",
            "className",
            "major",
            "record",
            "photo",
            "own",
            "chsi",
            "paper",
            "lines",
            "next");
    public static final Phrase CORRECTION = Phrase.of("desk.correction", "tag", "field", "category", "state");
    public static final Phrase RECORD_OPEN = Phrase.of("desk.recordOpen");
    public static final Phrase RECORD_REOPENED = Phrase.of("desk.recordReopened", "date", "result", "receipt");
    public static final Phrase RECORD_DONE = Phrase.of("desk.recordDone", "date", "result", "receipt");
    public static final Phrase STANDING = Phrase.of("desk.standing", "state", "reason", "date");
    public static final Phrase UNTIL = Phrase.of("desk.until", "day");
    public static final Phrase CALL = Phrase.of("desk.call", "date", "result");
    public static final Phrase QUEUE = Phrase.of("desk.queue", "sees", "count", "lines", "time", "next");
    public static final Phrase QUEUE_LINE = Phrase.of("desk.queueLine", "tag", "name", "className", "line", "state");
    public static final Phrase QUEUE_EMPTY = Phrase.of("desk.queueEmpty", "sees", "time", "next");
    public static final Phrase NEXT_DUE = Phrase.of("desk.nextDue", "count");
    public static final Phrase MORE_CORRECTIONS = Phrase.of("desk.moreCorrections", "count");
    public static final Phrase NEXT_PASS = Phrase.of("desk.nextPass", "tag");
    public static final Phrase NEXT_RECEIVE = Phrase.of("desk.nextReceive", "tag");
    public static final Phrase NO_SUCH_TAG = Phrase.of("desk.noSuchTag", "sees", "tag");
    public static final Phrase WHICH_TAG = Phrase.of("desk.whichTag", "tag", "names", "example");
    public static final Phrase WHICH_CORRECTION = Phrase.of("desk.whichCorrection", "command", "tag");
    public static final Phrase NO_CORRECTION_FOR = Phrase.of("desk.noCorrectionFor", "sees", "command", "time");
    public static final Phrase ASK_REASON = Phrase.of("desk.askReason", "tag");
    public static final Phrase REASON_TOO_LONG = Phrase.of("desk.reasonTooLong", "most");
    public static final Phrase REVIEWED = Phrase.of("desk.reviewed", "tag", "name", "line", "what");
    public static final Phrase PASSED = Phrase.of("desk.passed");
    public static final Phrase WITH_OFFICE = Phrase.of("desk.withOffice");
    public static final Phrase SENT_BACK = Phrase.of("desk.sentBack", "reason");
    public static final Phrase RECEIVED = Phrase.of("desk.received", "tag");
    public static final Phrase RECEIVED_PROOF = Phrase.of("desk.receivedProof", "tag", "proof");
    public static final Phrase NEEDS_MATERIAL = Phrase.of("desk.needsMaterial", "tag", "label", "state");
    public static final Phrase OFFICE_DECIDES = Phrase.of("desk.officeDecides", "tag", "office");
    public static final Phrase FOUR_EYES = Phrase.of("desk.fourEyes", "tag");
    public static final Phrase COLLEGE_DECIDES = Phrase.of("desk.collegeDecides", "tag", "state", "secretary");
    public static final Phrase NOT_NOW = Phrase.of("desk.notNow", "tag", "name", "line", "state", "by", "command");
    public static final Phrase CARD_TITLE = Phrase.of("desk.cardTitle", "tag", "name");
    public static final Phrase TELL_SENT_BACK = Phrase.of("desk.tellSentBack", "line", "reason", "label");
    public static final Phrase TELL_PASSED = Phrase.of("desk.tellPassed", "line");
    public static final Phrase TELL_WITH_OFFICE = Phrase.of("desk.tellWithOffice", "line");
    public static final Phrase TELL_RECEIVED = Phrase.of("desk.tellReceived", "line");
    public static final Phrase SUMMARY = Phrase.of("desk.summary", "sees", "count", "office", "time");
    public static final Phrase SUMMARY_EMPTY = Phrase.of("desk.summaryEmpty", "sees", "time");
    public static final Phrase EXPORT_WHICH = Phrase.of("desk.exportWhich");
    public static final Phrase EXPORT = Phrase.of("desk.export", "sees", "kind", "time");
    public static final Phrase EXPORT_OFFICE_ONLY = Phrase.of("desk.exportOfficeOnly", "office");
    public static final Phrase IMPORT_ROSTER = Phrase.of("desk.importRoster");
    public static final Phrase IMPORT_PHOTOS = Phrase.of("desk.importPhotos");
    public static final Phrase IMPORT_LINK = Phrase.of("desk.importLink", "what", "url");
    public static final Phrase IMPORT_NO_PAGE = Phrase.of("desk.importNoPage", "office");
    public static final Phrase IMPORT_OFFICE_ONLY = Phrase.of("desk.importOfficeOnly", "office");
    public static final Phrase NOTHING_TO_UNDO = Phrase.of("desk.nothingToUndo");
    public static final Phrase UNDO_TOO_LATE = Phrase.of("desk.undoTooLate", "time");
    public static final Phrase UNDO_MOVED_ON = Phrase.of("desk.undoMovedOn", "tag");
    public static final Phrase UNDONE_REVIEW = Phrase.of("desk.undoneReview", "tag", "state");
    public static final Phrase UNDONE_ROUND = Phrase.of("desk.undoneRound", "count");
    public static final Phrase UNDONE_NOTICE = Phrase.of("desk.undoneNotice");
    public static final Phrase NOTHING_TO_CONFIRM = Phrase.of("desk.nothingToConfirm");
    public static final Phrase DROPPED = Phrase.of("desk.dropped");
    public static final Phrase DROPPED_SAY_AGAIN = Phrase.of("desk.droppedSayAgain");
    public static final Phrase REMIND_WHOM = Phrase.of("desk.remindWhom");
    public static final Phrase REMIND_NOT_THEIRS = Phrase.of("desk.remindNotTheirs", "state");
    public static final Phrase REMIND_NOBODY = Phrase.of("desk.remindNobody", "state", "sees");
    public static final Phrase REMIND_NONE_LEFT = Phrase.of("desk.remindNoneLeft", "state", "left");
    public static final Phrase REMIND_PREVIEW =
            Phrase.of("desk.remindPreview", "state", "people", "when", "left", "sample");
    public static final Phrase REMIND_AT = Phrase.of("desk.remindAt", "first");
    public static final Phrase REMIND_FROM = Phrase.of("desk.remindFrom", "first", "last");
    public static final Phrase REMIND_STARTED = Phrase.of("desk.remindStarted", "people", "first");
    public static final Phrase BROADCAST_HOW = Phrase.of("desk.broadcastHow");
    public static final Phrase BROADCAST_NOBODY = Phrase.of("desk.broadcastNobody", "words");
    public static final Phrase BROADCAST_PREVIEW =
            Phrase.of("desk.broadcastPreview", "people", "whom", "time", "sample");
    public static final Phrase BROADCAST = Phrase.of("desk.broadcast", "name", "content");
    public static final Phrase BROADCAST_STARTED = Phrase.of("desk.broadcastStarted", "people", "time");
    public static final Phrase REASON_NEEDED = Phrase.of("desk.reasonNeeded", "command", "called");
    public static final Phrase PAUSED = Phrase.of("desk.paused", "name", "reason", "called");
    public static final Phrase TAKEN_OUT = Phrase.of("desk.takenOut", "name", "reason", "called");
    public static final Phrase RESUMED = Phrase.of("desk.resumed", "name", "before");
    public static final Phrase NOT_PAUSED = Phrase.of("desk.notPaused", "name");
    public static final Phrase EXTEND_WHEN = Phrase.of("desk.extendWhen", "name", "typed", "called", "day");
    public static final Phrase EXTEND_PAST = Phrase.of("desk.extendPast", "day");
    public static final Phrase EXTENDED = Phrase.of("desk.extended", "name", "day");
    public static final Phrase TELL_EXTENDED = Phrase.of("desk.tellExtended", "day");
    public static final Phrase REOPEN_NOT_CONFIRMED = Phrase.of("desk.reopenNotConfirmed", "name");
    public static final Phrase REOPENED = Phrase.of("desk.reopened", "name", "receipt");
    public static final Phrase TELL_REOPENED = Phrase.of("desk.tellReopened", "reason");
    public static final Phrase NOT_NOTED = Phrase.of("desk.notNoted");
    public static final Phrase NOT_DONE = Phrase.of("desk.notDone");
    public static final Phrase NOTED = Phrase.of("desk.noted", "value", "day");
    public static final Phrase STATE_PHOTO = Phrase.of("desk.statePhoto", "state");
    public static final Phrase STATE_PAPER = Phrase.of("desk.statePaper", "state");
    public static final Phrase PAPER_WHAT = Phrase.of("desk.paperWhat", "name", "called");
    public static final Phrase PAPER_NOTED = Phrase.of("desk.paperNoted", "name", "value");
    public static final Phrase PAPER_OLD_NOTED = Phrase.of("desk.paperOldNoted", "name");
    public static final Phrase TELL_PAPER_OLD = Phrase.of("desk.tellPaperOld", "secretary");
    public static final Phrase CALL_WHAT = Phrase.of("desk.callWhat", "name", "called");
    public static final Phrase CALLED = Phrase.of("desk.called", "name", "result", "left");
    public static final Phrase WHY = Phrase.of("desk.why", "reason", "lines", "next");
    public static final Phrase WHY_SENT = Phrase.of("desk.whySent", "time", "outcome");
    public static final Phrase WHY_NOTHING = Phrase.of("desk.whyNothing");
    public static final Phrase MORE_PEOPLE = Phrase.of("desk.morePeople", "count");
    public static final Phrase LINE_NOT_TAG =
            Phrase.of("desk.lineNotTag", "number", "line", "name", "remark", "example");
    public static final Phrase LINE_OR_TAG = Phrase.of("desk.lineOrTag", "line", "tag", "other", "example");
    public static final Phrase OR_TAG = Phrase.of("desk.orTag", "tag");
    public static final Phrase WHY_NEXT = Phrase.of("desk.whyNext", "name");
    public static final Phrase WHY_NEXT_REFUSED = Phrase.of("desk.whyNextRefused");
    public static final Phrase OUTCOME_SENT = Phrase.of("desk.outcomeSent");
    public static final Phrase OUTCOME_WAITING = Phrase.of("desk.outcomeWaiting");
    public static final Phrase OUTCOME_RETRYING = Phrase.of("desk.outcomeRetrying");
    public static final Phrase OUTCOME_DROPPED = Phrase.of("desk.outcomeDropped");
    public static final Phrase OUTCOME_UNDONE = Phrase.of("desk.outcomeUndone");
    public static final Phrase NO_SUCH_LINE = Phrase.of("desk.noSuchLine", "number");
    public static final Phrase NO_STUDENT = Phrase.of("desk.noStudent");
    public static final Phrase OUTCOME_REFUSED = Phrase.of("desk.outcomeRefused");
    public static final Phrase OUTCOME_UNLICENSED = Phrase.of("desk.outcomeUnlicensed");
    public static final Phrase OUTCOME_UNKNOWN = Phrase.of("desk.outcomeUnknown");
    public static final Phrase RELAY_WAITS = Phrase.of("desk.relayWaits", "secretary", "time");
    public static final Phrase RELAY_SETTLED = Phrase.of("desk.relaySettled", "time");
    public static final Phrase RELAY_NEVER = Phrase.of("desk.relayNever");
    public static final Phrase RELAY_ASK = Phrase.of("desk.relayAsk");
    public static final Phrase RELAY_TAKEN = Phrase.of("desk.relayTaken", "secretary");
    public static final Phrase RELAY_NOBODY = Phrase.of("desk.relayNobody", "secretary");
    public static final Phrase RELAYED = Phrase.of("desk.relayed", "name", "tail", "className", "stand", "text");
    public static final Phrase RELAY_CHECKED = Phrase.of("desk.relayChecked", "photo");
    public static final Phrase RELAY_UNCHECKED = Phrase.of("desk.relayUnchecked", "photo");
    public static final Phrase RELAY_CARD = Phrase.of("desk.relayCard", "name");
    public static final Phrase RELAY_CARD_BODY = Phrase.of("desk.relayCardBody");
    public static final Phrase RELAY_ANSWER = Phrase.of("desk.relayAnswer");
    public static final Phrase RELAY_ANSWERED = Phrase.of("desk.relayAnswered");
    public static final Phrase REPLY = Phrase.of("desk.reply", "secretary", "content");
    public static final Phrase REPLY_WHAT = Phrase.of("desk.replyWhat", "called");
    public static final Phrase REPLIED = Phrase.of("desk.replied", "called");

    private DeskPhrases() {}
}
