package gradcheck.store;

/**
 * What can be true of a student, as the desk asks for it; each is a piece of SQL over {@code student s}.
 *
 * <p>Where time matters it is a thing that happened from {@code :since} until before {@code :until}; a thing that has not
 * happened had not until {@code :until}.
 */
public enum Condition {
    CONFIRMED("已核对", Sql.confirmation("") + " AND NOT " + Sql.REOPENED),
    UNCONFIRMED("还没核对", "(NOT " + Sql.CONFIRMED_BY_THEN + " OR " + Sql.REOPENED + ")"),
    RIGHT("核对无误", Sql.LATEST_RESULT + " = '无误' AND " + Sql.confirmation("")),
    CORRECTED("有更正", Sql.LATEST_RESULT + " = '有更正' AND " + Sql.confirmation("")),
    REOPENED("被重新打开", Sql.REOPENED),
    LATE("逾期核对", Sql.confirmation(" AND c.late = 1")),

    UNCOLLECTED("照片未采集", "s.web_photo = '未采集'"),
    COLLECTED("照片已采集", "s.web_photo IN ('已采集', '已上网')"),
    NOT_ONLINE("照片还没上网", "s.web_photo <> '已上网'"),
    ONLINE("照片已上网", "s.web_photo = '已上网'"),
    PHOTO_UNKNOWN("照片未知", "s.web_photo = '未知'"),
    OWN_UNCHECKED("还没校对照片", "NOT " + Sql.fact("OWN_CHECK", "'正确', '有误', '待换新照片'")),
    OWN_CHECKED("已校对照片", Sql.fact("OWN_CHECK", "'正确', '有误'")),
    OWN_WRONG("说照片有误", Sql.fact("OWN_CHECK", "'有误'")),
    CHSI_WRONG("说学信网信息有误", Sql.fact("CHSI_RECORD", "'有误'")),
    PAPER_MISSING("纸质照片没交", Sql.RETAKEN + " AND NOT " + Sql.fact("PAPER", "'已交'")),
    PAPER_IN("纸质照片已交", Sql.fact("PAPER", "'已交'")),
    PAPER_OUTDATED("纸质照片需换新", Sql.fact("PAPER", "'需换新'")),
    RETAKEN("照片重拍过", Sql.RETAKEN),

    TO_REVIEW("有更正要处理", Sql.correction("'待审核', '材料已寄', '材料已收'")),
    OPEN_CORRECTION("更正没办完", Sql.correction("'待审核', '材料待交', '材料已寄', '材料已收', '待教务处'")),
    ANY_CORRECTION("写了更正", Sql.correction("'待审核', '材料待交', '材料已寄', '材料已收', '待教务处', '已通过', '已退回', '系统已更新'")),
    PENDING("更正待审核", Sql.correction("'待审核'")),
    MATERIAL_DUE("材料待交", Sql.correction("'材料待交'")),
    MATERIAL_SENT("材料已寄", Sql.correction("'材料已寄'")),
    MATERIAL_RECEIVED("材料已收", Sql.correction("'材料已收'")),
    WITH_OFFICE("更正待教务处", Sql.correction("'待教务处'")),
    PASSED("更正已通过", Sql.correction("'已通过'")),
    SENT_BACK("更正已退回", Sql.correction("'已退回'")),
    WITHDRAWN("更正已撤回", Sql.correction("'已撤回'")),
    IN_SYSTEM("更正系统已更新", Sql.correction("'系统已更新'")),
    /** Kept back until the Party committee was asked (R11). */
    POSTPONED("等党委确认", "s.number IN (SELECT p.number FROM postponed p WHERE p.season = :season)"),

    UNREACHABLE("发不到", Sql.UNREACHABLE),
    /** Three reminders in a row without a word. */
    SILENT("提醒三次没回音", Sql.reminded(3)),
    /** Whom a telephone call may help: unreachable or silent, and something is missing. */
    TO_CALL(
            "要打电话",
            "(" + Sql.UNREACHABLE + " OR " + Sql.reminded(3) + ") AND (s.web_photo = '未采集' OR NOT "
                    + Sql.CONFIRMED_BY_THEN + ") AND NOT " + Sql.CALLED),
    NEVER_HEARD("从没打开过", "NOT EXISTS (SELECT 1 FROM inbox i WHERE i.person = " + Sql.ACCOUNT + ")"),
    MUTED("停止提醒", Sql.ACCOUNT + " IN (SELECT m.person FROM mute m)"),
    PAUSED("暂停", Sql.standing("d.state = 'PAUSED'")),
    EXTENDED("延期", Sql.standing("d.until <> ''")),
    OUT("移出名单", Sql.standing("d.state = 'OUT'")),

    OVERSEAS("港澳台侨（证件不是居民身份证）", "s.certificate_type NOT IN ('', '居民身份证')"),
    HONG_KONG("证件是香港身份证", "s.certificate_type = '香港身份证'"),
    MACAU("证件是澳门身份证", "s.certificate_type = '澳门身份证'"),
    /** Who holds a permit may come from either. */
    HONG_KONG_OR_MACAU("证件是港澳身份证或通行证", "s.certificate_type IN ('香港身份证', '澳门身份证', '港澳居民来往内地通行证')"),
    TAIWAN("证件是台胞证", "s.certificate_type = '台湾居民来往大陆通行证'"),
    /** The roster doesn't say whether they are Chinese. */
    PASSPORT("证件是护照（华侨、国际学生）", "s.certificate_type = '护照'"),
    MALE("性别是男", Sql.field("XB", "男")),
    FEMALE("性别是女", Sql.field("XB", "女")),
    /**
     * Whose type and number of certificate may disagree: the number is sealed, its length is not; who is one of them is
     * decided on the opened record.
     */
    PERHAPS_DOUBTFUL(
            "证件类型和号码对不上",
            "(s.certificate_type <> '居民身份证' OR s.certificate IS NULL OR length(s.certificate) <> "
                    + Sql.SEALED_RESIDENT_NUMBER + ")");

    private final String title;
    private final String sql;

    Condition(String title, String sql) {
        this.title = title;
        this.sql = sql;
    }

    /** As an answer names it. */
    public String title() {
        return title;
    }

    String sql() {
        return "(" + sql + ")";
    }

    /**
     * The pieces; apart, because an enum's constants come first. What few students have is a set made once; what most have
     * is looked up for each.
     */
    private static final class Sql {
        /** A nonce of 12, 18 signs and a tag of 16. */
        static final int SEALED_RESIDENT_NUMBER = 12 + 18 + 16;

        static final String ACCOUNT = Students.account("s");
        static final String CONFIRMED_BY_THEN = "EXISTS (SELECT 1 FROM confirmation c WHERE c.season = s.season"
                + " AND c.number = s.number AND c.confirmed_at < :until)";
        /** Somebody else than the student has opened the record again, and it was not confirmed since. */
        static final String REOPENED = "s.number IN (SELECT r.number FROM reopening r WHERE r.season = :season"
                + " AND r.actor <> COALESCE((SELECT " + Students.account("t") + " FROM student t"
                + " WHERE t.season = r.season AND t.number = r.number), '')"
                + " AND NOT EXISTS (SELECT 1 FROM confirmation e WHERE e.season = r.season AND e.number = r.number"
                + " AND e.version >= r.version))";

        static final String LATEST_RESULT = "(SELECT l.result FROM confirmation l WHERE l.season = s.season"
                + " AND l.number = s.number ORDER BY l.version DESC LIMIT 1)";
        static final String RETAKEN = "(s.retaken = 1 OR " + fact("RETAKEN", "'是'") + ")";
        static final String UNREACHABLE = ACCOUNT + " IN (SELECT u.person FROM unreachable u)";

        /** Since the last message that went out. */
        static final String CALLED = "EXISTS (SELECT 1 FROM phone_call p WHERE p.season = s.season"
                + " AND p.number = s.number AND p.at >= COALESCE((SELECT MAX(o.settled_at) FROM outbox o"
                + " WHERE o.person = " + Sql.ACCOUNT + "), 0))";

        private Sql() {}

        static String confirmation(String and) {
            return "EXISTS (SELECT 1 FROM confirmation c WHERE c.season = s.season AND c.number = s.number"
                    + " AND c.confirmed_at >= :since AND c.confirmed_at < :until" + and + ")";
        }

        /** As it is written among the fields, a line each. */
        static String field(String code, String value) {
            return "instr(char(10) || s.fields || char(10), char(10) || '" + code + "=" + value + "' || char(10)) > 0";
        }

        static String fact(String fact, String values) {
            return "s.number IN (SELECT f.number FROM photo_fact f WHERE f.season = :season AND f.fact = '" + fact
                    + "' AND f.value IN (" + values + "))";
        }

        static String correction(String states) {
            return "s.number IN (SELECT k.number FROM correction k WHERE k.season = :season AND k.state IN (" + states
                    + ") AND (:field = '' OR k.field = :field) AND k.updated_at >= :since AND k.updated_at < :until)";
        }

        static String standing(String condition) {
            return "s.number IN (SELECT d.number FROM standing d WHERE d.season = :season AND " + condition + ")";
        }

        static String reminded(int times) {
            return "(SELECT COUNT(*) FROM outbox o WHERE o.person = " + Sql.ACCOUNT + " AND o.occasion IS NOT NULL"
                    + " AND o.outcome LIKE 'sent%' AND o.settled_at > COALESCE((SELECT MAX(i.received_at)"
                    + " FROM inbox i WHERE i.person = " + Sql.ACCOUNT + "), 0)) >= " + times;
        }
    }
}
