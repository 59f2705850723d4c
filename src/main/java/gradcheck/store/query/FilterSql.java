package gradcheck.store.query;

import gradcheck.domain.status.StateBits;
import gradcheck.domain.status.StudentState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * The students somebody asks about, within the scope they may ask in, as pieces of a statement over {@code student_status
 * s}. All states that are about now are one comparison; what is asked of a span of time or of a field is {@link
 * HappenedSql}'s.
 */
final class FilterSql {
    private static final String OUT = HappenedSql.is(StudentState.OUT);

    private final Handle handle;
    private final StudentQueries.Asked asked;
    private final StudentFilter sought;

    FilterSql(Handle handle, StudentQueries.Asked asked, StudentFilter sought) {
        this.handle = handle;
        this.asked = asked;
        this.sought = sought;
    }

    String from() {
        return " FROM student_status s WHERE s.season = :season AND " + place();
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
        return sought.conditions().isEmpty() ? "1 = 1" : all();
    }

    /** Leaves out who does not fit. */
    String fitting() {
        return sought.conditions().isEmpty() ? "" : " AND " + all();
    }

    private String all() {
        Set<StudentState> now = EnumSet.noneOf(StudentState.class);
        List<String> each = new ArrayList<>();
        for (StudentState state : sought.conditions()) {
            Optional<String> happened = sought.isOfNow() ? Optional.empty() : HappenedSql.of(state);
            happened.ifPresentOrElse(each::add, () -> now.add(state));
        }
        if (!now.isEmpty()) {
            long bits = StateBits.of(now);
            each.add("(s.states & " + bits + ") = " + bits);
        }
        Collections.sort(each);
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
        return asked.scope().isAll() ? acts + " CROSS JOIN student_status s" : "student_status s CROSS JOIN " + acts;
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
