package gradcheck.flows;

import gradcheck.message.Phrase;

/** What the record check says. */
public final class RecordPhrases {
    public static final Phrase NOTICE = Phrase.of("record.notice", "name", "year");
    public static final Phrase NOTICE_BRIEF = Phrase.of("record.noticeBrief");
    public static final Phrase FIELDS_BRIEF = Phrase.of("record.fieldsBrief");
    public static final Phrase NOTICE_FIRST = Phrase.of("record.noticeFirst");
    public static final Phrase FIELDS = Phrase.of("record.fields", "verdict", "lines", "drafts");
    public static final Phrase LINE = Phrase.of("record.line", "number", "label", "value");
    public static final Phrase CLEAN = Phrase.of("record.clean", "count");
    public static final Phrase DOUBTFUL = Phrase.of("record.doubtful", "count", "clean", "doubts");
    public static final Phrase DOUBT = Phrase.of("record.doubt", "number", "label", "why");
    public static final Phrase NO_DRAFTS = Phrase.of("record.noDrafts");
    public static final Phrase DRAFTS = Phrase.of("record.drafts", "lines");
    public static final Phrase CONFIRM_FIRST = Phrase.of("record.confirmFirst");
    public static final Phrase VALUE = Phrase.of("record.value", "label", "value");
    public static final Phrase LOCKED = Phrase.of("record.locked", "label", "secretary");
    public static final Phrase NOTED = Phrase.of("record.noted", "line");
    public static final Phrase NOTED_KEY = Phrase.of("record.notedKey", "line", "label", "mail");
    public static final Phrase NOTED_POLITICAL = Phrase.of("record.notedPolitical", "line");
    public static final Phrase DROP = Phrase.of("record.drop", "line");
    public static final Phrase DROPPED = Phrase.of("record.dropped", "label");
    public static final Phrase KEPT = Phrase.of("record.kept");
    public static final Phrase NOTHING_TO_DROP = Phrase.of("record.nothingToDrop");
    public static final Phrase SUMMARY = Phrase.of("record.summary", "lines");
    public static final Phrase SUMMARY_RIGHT = Phrase.of("record.summaryRight", "count");

    private RecordPhrases() {}
}
