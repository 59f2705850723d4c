package gradcheck.flows.record;

import gradcheck.message.Choices;
import gradcheck.message.Phrase;

/** What the record check says. */
public final class RecordPhrases {
    public static final Phrase NOTICE = Phrase.of("record.notice", "name", "year");
    public static final Phrase NOTICE_FIRST_TIME = Phrase.of("record.noticeFirstTime", "notice");
    public static final Phrase NOTICE_BRIEF = Phrase.of("record.noticeBrief");
    public static final Phrase FIELDS_BRIEF = Phrase.of("record.fieldsBrief");
    public static final Phrase NOTICE_FIRST = Phrase.of("record.noticeFirst");
    public static final Phrase FIELDS = Phrase.of("record.fields", "verdict", "lines", "drafts");
    public static final Phrase LINE = Phrase.of("record.line", "number", "label", "value");
    public static final Phrase CLEAN = Phrase.of("record.clean", "count");
    public static final Phrase DOUBTFUL = Phrase.of("record.doubtful", "count", "clean", "doubts");
    public static final Phrase DOUBT = Phrase.of("record.doubt", "number", "label", "why");
    public static final Phrase OVERSEAS = Phrase.of("record.overseas");
    public static final Phrase EARLIER = Phrase.of("record.earlier", "lines");
    public static final Phrase EARLIER_LINE = Phrase.of("record.earlierLine", "label", "value", "state");
    public static final Phrase SENT_BACK_LINE = Phrase.of("record.sentBackLine", "label", "reason");
    public static final Phrase NO_DRAFTS = Phrase.of("record.noDrafts");
    public static final Phrase DRAFTS = Phrase.of("record.drafts", "lines");
    public static final Phrase CONFIRM_FIRST = Phrase.of("record.confirmFirst");
    public static final Phrase NO_SUCH_NUMBER = Phrase.of("record.noSuchNumber", "count");
    public static final Phrase VALUE = Phrase.of("record.value", "label", "value");
    public static final Phrase VALUE_OF = Phrase.of("record.valueOf", "label", "value", "options");
    public static final Phrase LOCKED = Phrase.of("record.locked", "label", "secretary");
    public static final Phrase NOTED = Phrase.of("record.noted", "lines");
    public static final Phrase SINCE = Phrase.of("record.since", "labels", "choices");
    public static final Phrase WEB = Phrase.of("record.web", "labels", "choices");
    public static final Phrase PROOF = Phrase.of("record.proof", "labels", "mail", "subject");
    public static final Phrase SUBJECT = Phrase.of("record.subject", "year", "number", "name", "labels");
    public static final Phrase HALF_CHANGED = Phrase.of("record.halfChanged", "labels", "secretary");
    public static final Phrase FROM_THE_START = Phrase.of("record.fromTheStart", "labels", "secretary", "mail");
    public static final Phrase PARTY = Phrase.of("record.party", "line", "party", "choices");
    public static final Phrase PARTY_ASKED = Phrase.of("record.partyAsked", "secretary");
    public static final Phrase PARTY_NOT_YET = Phrase.of("record.partyNotYet", "party");
    public static final Phrase HOLDING = Phrase.of("record.holding", "type", "choices");
    public static final Phrase HOLDING_NOTED = Phrase.of("record.holdingNoted", "type");
    public static final Phrase HOLDING_NONE = Phrase.of("record.holdingNone", "secretary");
    public static final Phrase DROP = Phrase.of("record.drop", "line", "choices");
    public static final Phrase DROP_ALL = Phrase.of("record.dropAll", "lines", "choices");
    public static final Phrase DROPPED = Phrase.of("record.dropped", "label");
    public static final Phrase ALL_DROPPED = Phrase.of("record.allDropped");
    public static final Phrase LEFT_AS_IT_IS = Phrase.of("record.leftAsItIs", "label");
    public static final Phrase NOTHING_OF_IT = Phrase.of("record.nothingOfIt", "label");
    public static final Phrase KEPT = Phrase.of("record.kept");
    public static final Phrase ALSO_WRONG = Phrase.of("record.alsoWrong", "labels");
    public static final Phrase NOTHING_TO_DROP = Phrase.of("record.nothingToDrop");
    public static final Phrase IS_ALREADY = Phrase.of("record.isAlready", "label", "value");
    public static final Phrase UNCHANGED = Phrase.of("record.unchanged");
    public static final Phrase REASON = Phrase.of("record.reason", "choices");
    public static final Phrase REASON_IN_WORDS = Phrase.of("record.reasonInWords");
    public static final Phrase SUMMARY = Phrase.of("record.summary", "lines", "secretary");
    public static final Phrase SUMMARY_RIGHT = Phrase.of("record.summaryRight", "count");
    public static final Phrase SUMMARY_POSTPONED = Phrase.of("record.summaryPostponed", "lines");
    public static final Phrase POSTPONED_LINE = Phrase.of("record.postponedLine", "line");
    public static final Phrase JUST_CONFIRM = Phrase.of("record.justConfirm");

    public static final Phrase WHICH_WRONG = Phrase.of("record.whichWrong");
    public static final Phrase ALREADY_READ = Phrase.of("record.alreadyRead");
    public static final Phrase ANSWER_FIRST = Phrase.of("record.answerFirst");

    public static final Choices NOTICE_CHOICES = Choices.of("record.notice", "read");
    public static final Choices RECORD_CHOICES = Choices.of("record.record", "right");
    public static final Choices SUMMARY_CHOICES = Choices.of("record.summary", "confirm");
    public static final Choices REASON_CHOICES = Choices.of("record.reason", "found", "mistaken", "sentBack", "other");
    public static final Choices SINCE_CHOICES = Choices.of("record.since", "atSchool", "fromTheStart", "unsure");
    public static final Choices WEB_CHOICES = Choices.of("record.web", "old", "new", "unseen");
    public static final Choices PARTY_CHOICES = Choices.of("record.party", "asked", "notYet");
    public static final Choices HOLDING_CHOICES =
            Choices.of("record.holding", "hongKong", "macau", "taiwan", "passport", "none");
    public static final Choices DROP_CHOICES = Choices.of("record.drop", "drop", "keep");
    public static final Choices DROP_ALL_CHOICES = Choices.of("record.dropAll", "drop", "keep");

    private RecordPhrases() {}
}
