package gradcheck.store.query;

import gradcheck.domain.status.StudentState;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** The students somebody asks about, within the scope they may ask in, as pieces of a statement over {@code student s}. */
final class FilterSql {
    private static final String OUT = StateSql.of(StudentState.OUT);

    private final Handle handle;
    private final StudentQueries.Asked asked;
    private final StudentFilter sought;

    FilterSql(Handle handle, StudentQueries.Asked asked, StudentFilter sought) {
        this.handle = handle;
        this.asked = asked;
        this.sought = sought;
    }

    String from() {
        return " FROM student s WHERE s.season = :season AND " + place();
    }

    /** In scope and in the place that is sought. */
    String place() {
        return asked.scope().sql("s")
                + in("s.college", "college", sought.colleges().size())
                + in("s.class_name", "class", sought.classes().size())
                + in("s.major", "major", sought.majors().size());
    }

    /** Who was taken out of the list counts nowhere, unless it is them who are sought. */
    String counted() {
        return sought.has(StudentState.OUT) ? "" : " AND NOT " + OUT;
    }

    /** Whether a student fits, for a statement that counts the others too. */
    String fits() {
        return sought.conditions().isEmpty() ? "1" : all();
    }

    /** Leaves out who does not fit. */
    String fitting() {
        return sought.conditions().isEmpty() ? "" : " AND " + all();
    }

    private String all() {
        List<String> each =
                sought.conditions().stream().map(StateSql::of).sorted().toList();
        return "(" + String.join(" AND ", each) + ")";
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
    String beside(String acts) {
        return asked.scope().isAll() ? acts + " CROSS JOIN student s" : "student s CROSS JOIN " + acts;
    }

    Query query(String sql) {
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
