package gradcheck.domain;

/** Who decides about a correction of a field. */
public enum EditClass {
    /** 关键信息: no change without valid proof, decided by the registrar (R32, R34–R38). */
    KEY("关键信息"),
    /** 政治面貌: the college's Party committee confirms, the secretary reviews (R11, R12, R33). */
    POLITICAL("政治面貌"),
    /** Everything else: noted and reviewed by the college (R09, R10). */
    GENERAL("一般信息"),
    /** Not to be corrected here at all: the student is given the contact. */
    LOCKED("不在此更正");

    private final String title;

    EditClass(String title) {
        this.title = title;
    }

    /** The name in lists and exports. */
    public String title() {
        return title;
    }
}
