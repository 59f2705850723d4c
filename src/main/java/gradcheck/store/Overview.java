package gradcheck.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Counts and lists over a college's students, or over all where the college is empty, from what is stored now. */
public final class Overview {
    /** A confirmation that nobody but the student has reopened. */
    private static final String LATEST = "(EXISTS (SELECT 1 FROM confirmation c"
            + " WHERE c.season = s.season AND c.number = s.number)"
            + " AND NOT EXISTS (SELECT 1 FROM reopening r WHERE r.season = s.season AND r.number = s.number"
            + " AND r.actor <> s.person AND NOT EXISTS (SELECT 1 FROM confirmation d WHERE d.season = r.season"
            + " AND d.number = r.number AND d.version >= r.version)))";

    private static final String SCOPE =
            " FROM student s WHERE s.season = :season AND (:college = '' OR s.college = :college)";
    private static final RowMapper<Line> LINE = (row, context) -> new Line(
            row.getString("number"), row.getString("name"), row.getString("class_name"), row.getString("web_photo"));

    private final Handle handle;

    Overview(Handle handle) {
        this.handle = handle;
    }

    /** How far a group of students is. */
    public record Count(
            String className,
            int students,
            int confirmed,
            int corrected,
            int collected,
            int uncollected,
            int unknown) {}

    /** A student in a list. */
    public record Line(String number, String name, String className, String webPhoto) {}

    /** One count per class, in the order of their names. */
    public List<Count> byClass(int season, String college) {
        return handle.createQuery("SELECT s.class_name, COUNT(*) AS students,"
                        + " SUM(" + LATEST + ") AS confirmed,"
                        + " SUM(" + LATEST
                        + " AND (SELECT c.result FROM confirmation c WHERE c.season = s.season AND c.number = s.number"
                        + " ORDER BY c.version DESC LIMIT 1) = '有更正') AS corrected,"
                        + " SUM(s.web_photo IN ('已采集', '已上网')) AS collected,"
                        + " SUM(s.web_photo = '未采集') AS uncollected, SUM(s.web_photo = '未知') AS unknown"
                        + SCOPE + " GROUP BY s.college, s.class_name ORDER BY s.college, s.class_name")
                .bind("season", season)
                .bind("college", college)
                .map((row, context) -> new Count(
                        row.getString("class_name"),
                        row.getInt("students"),
                        row.getInt("confirmed"),
                        row.getInt("corrected"),
                        row.getInt("collected"),
                        row.getInt("uncollected"),
                        row.getInt("unknown")))
                .list();
    }

    /** Who has not confirmed the record. */
    public List<Line> unconfirmed(int season, String college) {
        return lines(" AND NOT " + LATEST, season, college);
    }

    /** Whose photo is not collected. */
    public List<Line> uncollected(int season, String college) {
        return lines(" AND s.web_photo = '未采集'", season, college);
    }

    private List<Line> lines(String and, int season, String college) {
        return handle.createQuery("SELECT s.number, s.name, s.class_name, s.web_photo" + SCOPE + and
                        + " ORDER BY s.college, s.class_name, s.number")
                .bind("season", season)
                .bind("college", college)
                .map(LINE)
                .list();
    }
}
