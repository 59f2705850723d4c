package gradcheck.desk.file;

import gradcheck.message.Phrase;

/** What one-time pages say. */
public final class PagePhrases {
    public static final Phrase TITLE = Phrase.of("page.title");
    public static final Phrase WELCOME = Phrase.of("page.welcome");
    public static final Phrase BUTTON_OPEN = Phrase.of("page.buttonOpen");
    public static final Phrase GONE = Phrase.of("page.gone");
    public static final Phrase TAKEN = Phrase.of("page.taken");
    public static final Phrase NOT_YOURS = Phrase.of("page.notYours");
    public static final Phrase UPLOAD_ROSTER = Phrase.of("page.uploadRoster");
    public static final Phrase UPLOAD_PHOTOS = Phrase.of("page.uploadPhotos");
    public static final Phrase BUTTON_UPLOAD = Phrase.of("page.buttonUpload");
    public static final Phrase BUTTON_CONFIRM = Phrase.of("page.buttonConfirm");
    public static final Phrase BUTTON_NEW_COLLEGE = Phrase.of("page.buttonNewCollege");
    public static final Phrase NEW_COLLEGES = Phrase.of("page.newColleges", "count", "colleges");
    public static final Phrase NEW_COLLEGE = Phrase.of("page.newCollege", "college", "rows");
    public static final Phrase HELD = Phrase.of("page.held", "count", "lines", "next");
    public static final Phrase HELD_WOULD = Phrase.of("page.heldWould");
    public static final Phrase HELD_TOLD = Phrase.of("page.heldTold");
    public static final Phrase HELD_UNTOLD = Phrase.of("page.heldUntold", "office");
    public static final Phrase ROSTER_WOULD =
            Phrase.of("page.rosterWould", "added", "changed", "unchanged", "flagged", "refused", "told", "reasons");
    public static final Phrase ROSTER_DONE =
            Phrase.of("page.rosterDone", "added", "changed", "unchanged", "flagged", "refused", "told", "reasons");
    public static final Phrase PHOTOS_WOULD =
            Phrase.of("page.photosWould", "changed", "unchanged", "unknown", "refused", "told", "reasons");
    public static final Phrase PHOTOS_DONE =
            Phrase.of("page.photosDone", "changed", "unchanged", "unknown", "refused", "told", "reasons");
    public static final Phrase REFUSED_ROW = Phrase.of("page.refusedRow", "number", "why");
    public static final Phrase OTHER_COLLEGE = Phrase.of("page.otherCollege", "sees");
    public static final Phrase DONE = Phrase.of("page.done");

    private PagePhrases() {}
}
