package gradcheck.domain.status;

/** The things a student's two checks are made of, in the order in which they are listed. */
public enum TaskKind {
    RECORD(true),
    /** One for each correction. */
    CORRECTION(true),
    /** One for each field that was left out until the Party committee has answered (R11). */
    POSTPONED(true),
    /** The submission in the 注册系统, where the season requires one (R17). */
    REGISTRATION(true),
    WEB_PHOTO(false),
    /** The student's own look at the photo (R23). */
    OWN_CHECK(false),
    /** Whether the newest photo is the one online; of who had one taken anew (R27). */
    NEWEST(false),
    /** The paper photo at the secretary's (R28). */
    PAPER(false),
    /** 学信网's 学籍信息 (R20, R21). */
    CHSI_RECORD(false);

    private final boolean ofRecord;

    TaskKind(boolean ofRecord) {
        this.ofRecord = ofRecord;
    }

    /** Whether it belongs to the first check; else to the second. */
    public boolean isOfRecord() {
        return ofRecord;
    }
}
