package gradcheck.store.query;

import gradcheck.domain.status.StudentState;
import gradcheck.store.people.Students;
import java.util.EnumMap;
import java.util.Map;

/**
 * Each state as a piece of SQL over {@code student s}. What few students have is a set made once; what most have is looked
 * up for each.
 *
 * <p>Where time matters it is a thing that happened from {@code :since} until before {@code :until}; a thing that has not
 * happened had not until {@code :until}.
 */
final class StateSql {
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
    /** The registrar has no word about the photo: the student's own counts (domain.PhotoEvidence). */
    static final String UNLISTED = "s.web_photo = '未知'";

    static final String UNCOLLECTED = "(s.web_photo = '未采集' OR (" + UNLISTED + " AND " + fact("WEB", "'未采集'") + "))";
    /** Who sees it online knows more than a list of the collected. */
    static final String ONLINE =
            "(s.web_photo = '已上网' OR (s.web_photo IN ('未知', '已采集') AND " + fact("WEB", "'已上网'") + "))";

    static final String UNREACHABLE = ACCOUNT + " IN (SELECT u.person FROM unreachable u)";

    /** Since the last message that went out. */
    static final String CALLED = "EXISTS (SELECT 1 FROM phone_call p WHERE p.season = s.season"
            + " AND p.number = s.number AND p.at >= COALESCE((SELECT MAX(o.settled_at) FROM outbox o"
            + " WHERE o.person = " + ACCOUNT + "), 0))";

    private static final Map<StudentState, String> ALL = new EnumMap<>(StudentState.class);

    static {
        put(StudentState.CONFIRMED, confirmation("") + " AND NOT " + REOPENED);
        put(StudentState.UNCONFIRMED, "(NOT " + CONFIRMED_BY_THEN + " OR " + REOPENED + ")");
        put(StudentState.RIGHT, LATEST_RESULT + " = '无误' AND " + confirmation(""));
        put(StudentState.CORRECTED, LATEST_RESULT + " = '有更正' AND " + confirmation(""));
        put(StudentState.REOPENED, REOPENED);
        put(StudentState.LATE, confirmation(" AND c.late = 1"));

        put(StudentState.TO_REVIEW, correction("'待审核', '材料已寄', '材料已收'"));
        put(StudentState.OPEN_CORRECTION, correction("'待审核', '材料待交', '材料已寄', '材料已收', '待教务处'"));
        put(StudentState.ANY_CORRECTION, correction("'待审核', '材料待交', '材料已寄', '材料已收', '待教务处', '已通过', '已退回', '系统已更新'"));
        put(StudentState.PENDING, correction("'待审核'"));
        put(StudentState.SENT_BACK, correction("'已退回'"));
        put(StudentState.MATERIAL_DUE, correction("'材料待交'"));
        put(StudentState.MATERIAL_SENT, correction("'材料已寄'"));
        put(StudentState.MATERIAL_RECEIVED, correction("'材料已收'"));
        put(StudentState.WITH_OFFICE, correction("'待教务处'"));
        put(StudentState.PASSED, correction("'已通过'"));
        put(StudentState.WITHDRAWN, correction("'已撤回'"));
        put(StudentState.IN_SYSTEM, correction("'系统已更新'"));
        put(StudentState.POSTPONED, "s.number IN (SELECT p.number FROM postponed p WHERE p.season = :season)");
        put(StudentState.UNSUBMITTED, CONFIRMED_BY_THEN + " AND NOT " + REOPENED + " AND NOT " + said("SUBMITTED"));

        put(StudentState.UNCOLLECTED, UNCOLLECTED);
        put(
                StudentState.COLLECTED,
                "s.web_photo IN ('已采集', '已上网') OR (" + UNLISTED + " AND " + fact("WEB", "'已采集', '已上网'") + ")");
        put(StudentState.NOT_ONLINE, "NOT " + ONLINE);
        put(StudentState.ONLINE, ONLINE);
        put(StudentState.PHOTO_UNKNOWN, UNLISTED + " AND NOT " + fact("WEB", "'未采集', '已采集', '已上网'"));
        put(StudentState.OWN_UNCHECKED, "NOT " + fact("OWN_CHECK", "'正确', '有误', '待换新照片'"));
        put(StudentState.OWN_CHECKED, fact("OWN_CHECK", "'正确', '有误'"));
        put(StudentState.OWN_WRONG, fact("OWN_CHECK", "'有误'"));
        put(StudentState.CHSI_WRONG, fact("CHSI_RECORD", "'有误'"));
        put(StudentState.UNCHECKED, ONLINE + " AND NOT (" + said("OWN_CHECK") + " AND " + said("CHSI_RECORD") + ")");
        put(StudentState.PAPER_MISSING, "NOT " + fact("PAPER", "'已交'"));
        put(StudentState.PAPER_IN, fact("PAPER", "'已交'"));
        put(StudentState.PAPER_OUTDATED, fact("PAPER", "'需换新'"));
        put(StudentState.RETAKEN, RETAKEN);
        put(
                StudentState.RETAKE,
                RETAKEN + " AND " + ONLINE + " AND (" + fact("PAPER", "'未交', '需换新'") + " OR (NOT "
                        + fact("OWN_CHECK", "'有误'") + " AND NOT (" + said("NEWEST") + " AND " + said("PAPER") + ")))");

        put(StudentState.UNREACHABLE, UNREACHABLE);
        put(StudentState.SILENT, reminded(3));
        put(
                StudentState.TO_CALL,
                "(" + UNREACHABLE + " OR " + reminded(3) + ") AND (" + UNCOLLECTED + " OR NOT " + CONFIRMED_BY_THEN
                        + " OR " + REOPENED + ") AND NOT " + CALLED);
        put(StudentState.NEVER_HEARD, "NOT EXISTS (SELECT 1 FROM inbox i WHERE i.person = " + ACCOUNT + ")");
        put(StudentState.MUTED, ACCOUNT + " IN (SELECT m.person FROM mute m)");
        put(StudentState.PAUSED, standing("d.state = 'PAUSED'"));
        put(StudentState.EXTENDED, standing("d.until <> ''"));
        put(StudentState.OUT, standing("d.state = 'OUT'"));

        put(StudentState.OVERSEAS, "s.certificate_type NOT IN ('', '居民身份证')");
        put(StudentState.HONG_KONG, "s.certificate_type = '香港身份证'");
        put(StudentState.MACAU, "s.certificate_type = '澳门身份证'");
        put(StudentState.HONG_KONG_OR_MACAU, "s.certificate_type IN ('香港身份证', '澳门身份证', '港澳居民来往内地通行证')");
        put(StudentState.TAIWAN, "s.certificate_type = '台湾居民来往大陆通行证'");
        put(StudentState.PASSPORT, "s.certificate_type = '护照'");
        put(StudentState.MALE, field("XB", "男"));
        put(StudentState.FEMALE, field("XB", "女"));
        put(
                StudentState.PERHAPS_DOUBTFUL,
                "(s.certificate_type <> '居民身份证' OR s.certificate IS NULL OR length(s.certificate) <> "
                        + SEALED_RESIDENT_NUMBER + ")");
    }

    private StateSql() {}

    private static void put(StudentState state, String sql) {
        ALL.put(state, "(" + sql + ")");
    }

    /** The state of the photo that counts, by the title of {@code domain.WebPhoto}. */
    static String webPhoto() {
        return "CASE WHEN " + of(StudentState.ONLINE) + " THEN '已上网' WHEN " + of(StudentState.COLLECTED)
                + " THEN '已采集' WHEN " + of(StudentState.UNCOLLECTED) + " THEN '未采集' ELSE '未知' END";
    }

    static String of(StudentState state) {
        String sql = ALL.get(state);
        if (sql == null) {
            throw new IllegalArgumentException("no SQL for " + state);
        }
        return sql;
    }

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

    /** Whether anything was said of it. */
    static String said(String fact) {
        return "s.number IN (SELECT f.number FROM photo_fact f WHERE f.season = :season AND f.fact = '" + fact + "')";
    }

    static String correction(String states) {
        return "s.number IN (SELECT k.number FROM correction k WHERE k.season = :season AND k.state IN (" + states
                + ") AND (:field = '' OR k.field = :field) AND k.updated_at >= :since AND k.updated_at < :until)";
    }

    static String standing(String condition) {
        return "s.number IN (SELECT d.number FROM standing d WHERE d.season = :season AND " + condition + ")";
    }

    static String reminded(int times) {
        return "(SELECT COUNT(*) FROM outbox o WHERE o.person = " + ACCOUNT + " AND o.occasion IS NOT NULL"
                + " AND o.outcome_kind = 'SENT' AND o.settled_at > COALESCE((SELECT MAX(i.received_at)"
                + " FROM inbox i WHERE i.person = " + ACCOUNT + "), 0)) >= " + times;
    }
}
