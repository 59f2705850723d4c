package gradcheck.store;

import gradcheck.message.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Counts and lists of students by what is true of them; whoever asks must say within which scope. */
public final class Roll {
    private static final String LINES =
            "SELECT s.number, s.name, s.college, s.class_name, s.web_photo, " + Students.account("s") + " AS account";
    private static final String OUT = Condition.OUT.sql();
    private static final RowMapper<Line> LINE = (row, context) -> new Line(
            row.getString("number"),
            row.getString("name"),
            row.getString("college"),
            row.getString("class_name"),
            row.getString("web_photo"),
            new PersonId(row.getString("account")));

    private final Handle handle;

    Roll(Handle handle) {
        this.handle = handle;
    }

    /** Whose season's students are asked about, and by whom. */
    public record Asked(int season, Scope scope) {}

    /** How many of a group fit, of how many. */
    public record Share(String name, int students, int fitting) {}

    /** By what students are put together. */
    public enum Group {
        CLASS("s.college, s.class_name", "s.class_name"),
        COLLEGE("s.college", "s.college"),
        MAJOR("s.major", "s.major");

        private final String columns;
        private final String name;

        Group(String columns, String name) {
            this.columns = columns;
            this.name = name;
        }
    }

    /** How many corrections are about a field. */
    public record OfField(String field, int corrections) {}

    /** How far a class is. */
    public record Count(
            String college,
            String className,
            int students,
            int confirmed,
            int corrected,
            int collected,
            int uncollected,
            int unknown) {}

    /** A student in a list. */
    public record Line(
            String number, String name, String college, String className, String webPhoto, PersonId person) {}

    /** A class with its college and one of its majors. */
    public record Place(String college, String className, String major) {}

    /** How many fit in each group of the place, groups where nobody does included. */
    public List<Share> shares(Asked asked, Sought sought, Group group) {
        String fits = sought.conditions().isEmpty() ? "1" : all(sought);
        return bound(
                        "SELECT " + group.name + " AS name, COUNT(*) AS students, SUM(" + fits + ") AS fitting"
                                + from(asked, sought) + counted(sought)
                                + " GROUP BY " + group.columns + " ORDER BY " + group.columns,
                        asked,
                        sought)
                .map((row, context) -> new Share(row.getString("name"), row.getInt("students"), row.getInt("fitting")))
                .list();
    }

    /** What the corrections are about, the most frequent first. */
    public List<OfField> fields(Asked asked, Sought sought) {
        return bound(
                        "SELECT k.field, COUNT(*) AS corrections FROM " + beside(asked, "correction k")
                                + " WHERE k.season = s.season AND k.number = s.number AND s.season = :season AND "
                                + where(asked, sought) + counted(sought) + " AND k.state <> '已撤回'"
                                + " AND k.updated_at >= :since AND k.updated_at < :until"
                                + " GROUP BY k.field ORDER BY corrections DESC, k.field",
                        asked,
                        sought)
                .map((row, context) -> new OfField(row.getString("field"), row.getInt("corrections")))
                .list();
    }

    /** How far each class of the place is. */
    public List<Count> counts(Asked asked, Sought sought) {
        return bound(
                        "SELECT college, class_name, COUNT(*) AS students, SUM(result IS NOT NULL) AS confirmed,"
                                + " SUM(result = '有更正') AS corrected,"
                                + " SUM(web_photo IN ('已采集', '已上网')) AS collected,"
                                + " SUM(web_photo = '未采集') AS uncollected, SUM(web_photo = '未知') AS unknown"
                                + " FROM (SELECT s.college, s.class_name, s.web_photo, CASE WHEN "
                                + Condition.REOPENED.sql() + " THEN NULL ELSE (SELECT l.result FROM confirmation l"
                                + " WHERE l.season = s.season AND l.number = s.number"
                                + " ORDER BY l.version DESC LIMIT 1) END AS result" + from(asked, sought)
                                + counted(sought) + ") GROUP BY college, class_name ORDER BY college, class_name",
                        asked,
                        sought)
                .map((row, context) -> new Count(
                        row.getString("college"),
                        row.getString("class_name"),
                        row.getInt("students"),
                        row.getInt("confirmed"),
                        row.getInt("corrected"),
                        row.getInt("collected"),
                        row.getInt("uncollected"),
                        row.getInt("unknown")))
                .list();
    }

    /**
     * Who fits, in numbers only, however many.
     *
     * @param numbers the 学号 of those who fit, by college, class and number
     * @param of how many students there are in the place
     */
    public record Fitting(List<String> numbers, int of) {}

    /** How many fit and who, in one look over the place. */
    public Fitting fitting(Asked asked, Sought sought) {
        String fits = sought.conditions().isEmpty() ? "1" : all(sought);
        return bound(
                        "SELECT COUNT(*) AS students, group_concat(CASE WHEN fits THEN number END, '|') AS numbers"
                                + " FROM (SELECT s.number, " + fits + " AS fits" + from(asked, sought)
                                + counted(sought) + " ORDER BY s.college, s.class_name, s.number)",
                        asked,
                        sought)
                .map((row, context) -> {
                    String numbers = row.getString("numbers");
                    List<String> each = numbers == null ? List.of() : List.of(numbers.split("\\|", -1));
                    return new Fitting(each, row.getInt("students"));
                })
                .one();
    }

    /** What happened to corrections and confirmations in the span, by its name; only what did. */
    public Map<String, Integer> happened(Asked asked, Sought sought) {
        Map<String, Integer> happened = new LinkedHashMap<>();
        String in = " WHERE s.season = :season AND " + where(asked, sought) + counted(sought);
        bound(
                        "SELECT COUNT(DISTINCT c.number) AS confirmed, COUNT(DISTINCT CASE WHEN c.result = '有更正'"
                                + " THEN c.number END) AS corrected FROM " + beside(asked, "confirmation c") + in
                                + " AND c.season = s.season AND c.number = s.number AND c.confirmed_at >= :since AND c.confirmed_at < :until",
                        asked,
                        sought)
                .map((row, context) -> {
                    happened.put(Condition.CONFIRMED.title(), row.getInt("confirmed"));
                    happened.put(Condition.CORRECTED.title(), row.getInt("corrected"));
                    return row;
                })
                .list();
        bound(
                        "SELECT k.state, COUNT(*) AS corrections FROM " + beside(asked, "correction k") + in
                                + " AND k.season = s.season AND k.number = s.number AND k.updated_at >= :since AND k.updated_at < :until GROUP BY k.state",
                        asked,
                        sought)
                .map((row, context) -> happened.put("更正" + row.getString("state"), row.getInt("corrections")))
                .list();
        happened.values().removeIf(count -> count == 0);
        return happened;
    }

    /** Who fits, by college, class and number. */
    public List<Line> lines(Asked asked, Sought sought) {
        String fits = sought.conditions().isEmpty() ? "" : " AND " + all(sought);
        return bound(
                        LINES + from(asked, sought) + counted(sought) + fits
                                + " ORDER BY s.college, s.class_name, s.number",
                        asked,
                        sought)
                .map(LINE)
                .list();
    }

    /** These students, as far as they are in scope; in the order of their numbers. */
    public List<Line> among(Asked asked, List<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : bound(
                                LINES
                                        + from(asked, Sought.EVERYBODY) + " AND s.number IN (<numbers>)"
                                        + " ORDER BY s.number",
                                asked,
                                Sought.EVERYBODY)
                        .bindList("numbers", numbers)
                        .map(LINE)
                        .list();
    }

    /** The classes in scope, each with its majors: from one to the next by the index, not by every student. */
    public List<Place> places(Asked asked) {
        String one = "(SELECT n.number FROM student n WHERE n.season = :season AND ";
        String inScope = asked.scope().sql("n");
        String byAll = " ORDER BY n.college, n.class_name, n.major LIMIT 1)";
        return bound(
                        "WITH RECURSIVE place(number) AS (SELECT " + one + inScope + byAll
                                + " UNION ALL SELECT COALESCE(" + one + "n.college = p.college"
                                + " AND n.class_name = p.class_name AND n.major > p.major ORDER BY n.major LIMIT 1), "
                                + one + "n.college = p.college AND n.class_name > p.class_name"
                                + " ORDER BY n.class_name, n.major LIMIT 1), " + one + "n.college > p.college AND "
                                + inScope + byAll + ") FROM place CROSS JOIN student p WHERE p.season = :season"
                                + " AND p.number = place.number)"
                                + " SELECT s.college, s.class_name, s.major FROM place CROSS JOIN student s"
                                + " WHERE s.season = :season AND s.number = place.number",
                        asked,
                        Sought.EVERYBODY)
                .map((row, context) ->
                        new Place(row.getString("college"), row.getString("class_name"), row.getString("major")))
                .list();
    }

    /** Which of these names somebody in scope has. */
    public List<String> names(Asked asked, List<String> candidates) {
        return candidates.isEmpty()
                ? List.of()
                : bound(
                                "SELECT DISTINCT s.name" + from(asked, Sought.EVERYBODY) + " AND s.name IN (<names>)",
                                asked,
                                Sought.EVERYBODY)
                        .bindList("names", candidates)
                        .mapTo(String.class)
                        .list();
    }

    /** Who has these last digits of the 学号. */
    public List<Line> endingWith(Asked asked, String digits) {
        return bound(
                        LINES + from(asked, Sought.EVERYBODY) + " AND s.number LIKE '%' || :digits ORDER BY s.number",
                        asked,
                        Sought.EVERYBODY)
                .bind("digits", digits)
                .map(LINE)
                .list();
    }

    private static String from(Asked asked, Sought sought) {
        return " FROM student s WHERE s.season = :season AND " + where(asked, sought);
    }

    private static String where(Asked asked, Sought sought) {
        StringBuilder sql = new StringBuilder(asked.scope().sql("s"));
        sql.append(in("s.college", "college", sought.colleges().size()))
                .append(in("s.class_name", "class", sought.classes().size()))
                .append(in("s.major", "major", sought.majors().size()));
        return sql.toString();
    }

    /** Who was taken out of the list counts nowhere, unless it is them who are sought. */
    private static String counted(Sought sought) {
        return sought.has(Condition.OUT) ? "" : " AND NOT " + OUT;
    }

    private static String all(Sought sought) {
        return "("
                + String.join(
                        " AND ",
                        sought.conditions().stream()
                                .map(Condition::sql)
                                .sorted()
                                .toList()) + ")";
    }

    private static String in(String column, String name, int values) {
        if (values == 0) {
            return "";
        }
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < values; i++) {
            names.append(i == 0 ? "" : ", ").append(':').append(name).append(i);
        }
        return " AND " + column + " IN (" + names + ")";
    }

    /** The tables in the order they are gone through: who asks for some colleges has few students beside everybody's acts. */
    private static String beside(Asked asked, String acts) {
        return asked.scope().isAll() ? acts + " CROSS JOIN student s" : "student s CROSS JOIN " + acts;
    }

    private Query bound(String sql, Asked asked, Sought sought) {
        Query query = handle.createQuery(sql)
                .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
                .bind("season", asked.season());
        bindEach(
                query,
                "scope",
                asked.scope().isAll() ? List.of() : asked.scope().colleges());
        bindEach(query, "college", sought.colleges());
        bindEach(query, "class", sought.classes());
        bindEach(query, "major", sought.majors());
        return query.bind("field", sought.field())
                .bind("since", sought.since().toEpochMilli())
                .bind("until", sought.until().toEpochMilli());
    }

    private static void bindEach(Query query, String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            query.bind(name + i, values.get(i));
        }
    }
}
