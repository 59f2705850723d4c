package gradcheck.store.query;

import gradcheck.domain.status.StudentState;
import gradcheck.store.engine.KeyValueText;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which students somebody asks about: everything given must hold; an empty list restricts nothing.
 *
 * @param field the code of the field a correction is about; empty: any
 * @param since from when on something happened; {@link Instant#EPOCH}: ever
 * @param until before when; {@link #NO_END}: up to now
 */
public record StudentFilter(
        Set<StudentState> conditions,
        List<String> colleges,
        List<String> classes,
        List<String> majors,
        String field,
        Instant since,
        Instant until) {
    /** Later than anything that happens. */
    public static final Instant NO_END = Instant.ofEpochMilli(Long.MAX_VALUE / 2);

    /** Everybody. */
    public static final StudentFilter EVERYBODY =
            new StudentFilter(Set.of(), List.of(), List.of(), List.of(), "", Instant.EPOCH, NO_END);

    private static final String BETWEEN = "\u001f";

    public StudentFilter {
        conditions = Set.copyOf(conditions);
        colleges = List.copyOf(colleges);
        classes = List.copyOf(classes);
        majors = List.copyOf(majors);
    }

    public static StudentFilter of(StudentState condition) {
        return EVERYBODY.with(Set.of(condition));
    }

    /** The same place and time, other conditions. */
    public StudentFilter with(Set<StudentState> others) {
        return new StudentFilter(others, colleges, classes, majors, field, since, until);
    }

    /** The same, of a narrower place where one is given. */
    public StudentFilter within(List<String> inColleges, List<String> inClasses, List<String> inMajors) {
        return new StudentFilter(
                conditions,
                inColleges.isEmpty() ? colleges : inColleges,
                inClasses.isEmpty() ? classes : inClasses,
                inMajors.isEmpty() ? majors : inMajors,
                field,
                since,
                until);
    }

    /** The same conditions, in no particular place. */
    public StudentFilter anywhere() {
        return new StudentFilter(conditions, List.of(), List.of(), List.of(), field, since, until);
    }

    /** Only the place: the whole of which an answer is a part. */
    public StudentFilter place() {
        return new StudentFilter(Set.of(), colleges, classes, majors, "", Instant.EPOCH, NO_END);
    }

    /** Whether it is about what is, not about a span of time or one field. */
    boolean isOfNow() {
        return since.equals(Instant.EPOCH) && until.equals(NO_END) && field.isEmpty();
    }

    public boolean has(StudentState condition) {
        return conditions.contains(condition);
    }

    /** As a text that {@link #read} reads. */
    public String written() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put(
                "conditions",
                String.join(
                        BETWEEN, conditions.stream().map(Enum::name).sorted().toList()));
        pairs.put("colleges", String.join(BETWEEN, colleges));
        pairs.put("classes", String.join(BETWEEN, classes));
        pairs.put("majors", String.join(BETWEEN, majors));
        pairs.put("field", field);
        pairs.put("since", Long.toString(since.toEpochMilli()));
        pairs.put("until", Long.toString(until.toEpochMilli()));
        return KeyValueText.write(pairs);
    }

    public static StudentFilter read(String text) {
        Map<String, String> pairs = KeyValueText.read(text);
        Set<StudentState> conditions = EnumSet.noneOf(StudentState.class);
        list(pairs, "conditions").forEach(name -> conditions.add(StudentState.valueOf(name)));
        return new StudentFilter(
                conditions,
                list(pairs, "colleges"),
                list(pairs, "classes"),
                list(pairs, "majors"),
                pairs.getOrDefault("field", ""),
                Instant.ofEpochMilli(Long.parseLong(pairs.getOrDefault("since", "0"))),
                Instant.ofEpochMilli(
                        Long.parseLong(pairs.getOrDefault("until", Long.toString(NO_END.toEpochMilli())))));
    }

    private static List<String> list(Map<String, String> pairs, String name) {
        String joined = pairs.getOrDefault(name, "");
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(BETWEEN, -1));
    }
}
