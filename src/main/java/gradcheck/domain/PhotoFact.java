package gradcheck.domain;

/** What the second check keeps about one student; each has its own value and its own date. */
public enum PhotoFact {
    /** What the student saw of the photo on 学信网, in the words of {@link WebPhoto}; the registrar's list wins. */
    WEB,
    /**
     * The student's own look at the photo (R23): {@link #RIGHT}, {@link #WRONG} (the office is at it), or {@link
     * #AWAITS_NEW}.
     */
    OWN_CHECK,
    /** 学信网's 学籍信息: {@link #RIGHT} or {@link #WRONG} (R20, R21). */
    CHSI_RECORD,
    /** Taken anew with 新华社: {@link #NO} or {@link #YES} (R27). */
    RETAKEN,
    /** Whether the newest photo is the one on 学信网: {@link #YES} or {@link #NO} (R27, R29). */
    NEWEST,
    /** The paper photo at the secretary's, in the words of {@link PaperPhoto} (R28). */
    PAPER,
    /** The submission in the 注册系统, where the season requires one: 已提交 (R17). */
    SUBMITTED;

    public static final String RIGHT = "正确";
    public static final String WRONG = "有误";
    /** The old photo still stands on 学信网: nothing is to be clicked before the new one does (R29). */
    public static final String AWAITS_NEW = "待换新照片";

    public static final String YES = "是";
    public static final String NO = "否";
}
