package gradcheck.store.query;

import gradcheck.domain.status.StateBits;
import gradcheck.domain.status.StudentState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** How many students something is true of, by class, college, major or field; whoever asks must say within which scope. */
public final class Tallies {
    private final Handle handle;

    public Tallies(Handle handle) {
        this.handle = handle;
    }

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

    /** How many fit in each group of the place, groups where nobody does included. */
    public List<Share> shares(StudentQueries.Asked asked, StudentFilter sought, Group group) {
        FilterSql who = new FilterSql(handle, asked, sought);
        return who.query("SELECT " + group.name + " AS name, COUNT(*) AS students, SUM(CASE WHEN " + who.fits()
                        + " THEN 1 ELSE 0 END)"
                        + " AS fitting"
                        + who.from() + who.counted()
                        + " GROUP BY " + group.columns + " ORDER BY " + group.columns)
                .map((row, context) -> new Share(row.getString("name"), row.getInt("students"), row.getInt("fitting")))
                .list();
    }

    /** What the corrections are about, the most frequent first. */
    public List<OfField> fields(StudentQueries.Asked asked, StudentFilter sought) {
        FilterSql who = new FilterSql(handle, asked, sought);
        return who.query("SELECT k.field, COUNT(*) AS corrections FROM " + who.beside("correction k")
                        + " WHERE k.season = s.season AND k.number = s.number AND s.season = :season AND "
                        + who.place() + who.counted() + " AND k.state <> '已撤回'"
                        + " AND k.updated_at >= :since AND k.updated_at < :until"
                        + " GROUP BY k.field ORDER BY corrections DESC, k.field")
                .map((row, context) -> new OfField(row.getString("field"), row.getInt("corrections")))
                .list();
    }

    /** How many corrections put somebody into this state, by college. */
    public Map<String, Integer> corrections(StudentQueries.Asked asked, StudentState state) {
        FilterSql who = new FilterSql(handle, asked, StudentFilter.EVERYBODY);
        String titles = state.ofCorrections().stream()
                .map(correction -> "'" + correction.title() + "'")
                .collect(Collectors.joining(", "));
        Map<String, Integer> counts = new LinkedHashMap<>();
        who.query("SELECT s.college, COUNT(*) AS corrections FROM " + who.beside("correction k")
                        + " WHERE k.season = s.season AND k.number = s.number AND s.season = :season AND "
                        + who.place() + who.counted() + " AND k.state IN (" + titles + ") GROUP BY s.college")
                .map((row, context) -> counts.put(row.getString("college"), row.getInt("corrections")))
                .list();
        return counts;
    }

    /** How far each class of the place is. */
    public List<Count> counts(StudentQueries.Asked asked, StudentFilter sought) {
        FilterSql who = new FilterSql(handle, asked, sought);
        return who.query("SELECT s.college, s.class_name, COUNT(*) AS students, "
                        + sum("confirmed", StudentState.CONFIRMED) + ", "
                        + sum("corrected", StudentState.CONFIRMED, StudentState.CORRECTED) + ", "
                        + sum("collected", StudentState.COLLECTED) + ", "
                        + sum("uncollected", StudentState.UNCOLLECTED) + ", "
                        + sum("unknown", StudentState.PHOTO_UNKNOWN) + who.from() + who.counted()
                        + " GROUP BY s.college, s.class_name ORDER BY s.college, s.class_name")
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

    private static String sum(String name, StudentState... states) {
        long bits = StateBits.of(List.of(states));
        return "SUM(CASE WHEN (s.states & " + bits + ") = " + bits + " THEN 1 ELSE 0 END) AS " + name;
    }

    /** What happened to corrections and confirmations in the span, by its name; only what did. */
    public Map<String, Integer> happened(StudentQueries.Asked asked, StudentFilter sought) {
        FilterSql who = new FilterSql(handle, asked, sought);
        Map<String, Integer> happened = new LinkedHashMap<>();
        String in = " WHERE s.season = :season AND " + who.place() + who.counted();
        who.query(
                        "SELECT COUNT(DISTINCT c.number) AS confirmed, COUNT(DISTINCT CASE WHEN c.result = '有更正'"
                                + " THEN c.number END) AS corrected FROM " + who.beside("confirmation c") + in
                                + " AND c.season = s.season AND c.number = s.number AND c.confirmed_at >= :since AND c.confirmed_at < :until")
                .map((row, context) -> {
                    happened.put(StudentState.CONFIRMED.title(), row.getInt("confirmed"));
                    happened.put(StudentState.CORRECTED.title(), row.getInt("corrected"));
                    return row;
                })
                .list();
        who.query(
                        "SELECT k.state, COUNT(*) AS corrections FROM " + who.beside("correction k") + in
                                + " AND k.season = s.season AND k.number = s.number AND k.updated_at >= :since AND k.updated_at < :until GROUP BY k.state")
                .map((row, context) -> happened.put("更正" + row.getString("state"), row.getInt("corrections")))
                .list();
        happened.values().removeIf(count -> count == 0);
        return happened;
    }
}
