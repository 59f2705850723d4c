package gradcheck.verification;

/** What the second check keeps about one student; each has its own value and its own date. */
public enum PhotoFact {
    /** What the student saw of the photo on 学信网, in the words of {@link WebPhoto}; the registrar's list wins. */
    WEB,
    /** The student's own look at the photo: 正确 or 有误 (R23). */
    OWN_CHECK,
    /** 学信网's 学籍信息: 正确 or 有误 (R20, R21). */
    CHSI_RECORD,
    /** Taken anew with 新华社: 否 or 是 (R27). */
    RETAKEN,
    /** Whether the newest photo is the one on 学信网: 是 or 否 (R27, R29). */
    NEWEST,
    /**
     * The paper photo at the secretary's (R28), by the student's word or the secretary's, whichever came last: {@link
     * #PAPER_HANDED_IN}, {@link #PAPER_OUTDATED} or {@link #PAPER_MISSING}.
     */
    PAPER,
    /** The submission in the 注册系统, where the season requires one: 已提交 (R17). */
    SUBMITTED;

    /** The newest photo is at the secretary's. */
    public static final String PAPER_HANDED_IN = "已交";

    /** What is there is not the newest photo. */
    public static final String PAPER_OUTDATED = "需换新";

    public static final String PAPER_MISSING = "未交";
}
