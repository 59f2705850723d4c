package gradcheck.store.query;

import gradcheck.domain.status.StateBits;
import gradcheck.domain.status.StudentState;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.message.PersonId;
import gradcheck.store.engine.ReadCache;
import gradcheck.store.people.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Who is on the list, by what is true of them; whoever asks must say within which scope. */
public final class StudentQueries {
    private static final String LINES = "SELECT s.number, (SELECT n.name FROM student n WHERE n.season = s.season"
            + " AND n.number = s.number) AS name, s.college, s.class_name, s.photo, s.account";
    /** Whoever has a name with one of these keys first: they are few, and one index has them. */
    private static final String NAMED = " FROM student n CROSS JOIN student_status s WHERE n.season = :season"
            + " AND n.name_key IN (<keys>) AND s.season = n.season AND s.number = n.number AND ";

    private static final RowMapper<Line> LINE = (row, context) -> new Line(
            row.getString("number"),
            row.getString("name"),
            row.getString("college"),
            row.getString("class_name"),
            row.getString("photo"),
            new PersonId(row.getString("account")));

    private final Handle handle;
    private final ReadCache<Asked, List<Place>> places;

    /** @param places those that were read in the same transaction */
    public StudentQueries(Handle handle, ReadCache<Asked, List<Place>> places) {
        this.handle = handle;
        this.places = places;
    }

    /** Whose season's students are asked about, and by whom. */
    public record Asked(int season, Scope scope) {}

    /** A student in a list. */
    public record Line(
            String number, String name, String college, String className, String webPhoto, PersonId person) {}

    /** A class with its college and one of its majors. */
    public record Place(String college, String className, String major) {}

    /**
     * Who fits, in numbers only, however many.
     *
     * @param numbers the 学号 of those who fit, by college, class and number
     * @param of how many students there are in the place
     */
    public record Fitting(List<String> numbers, int of) {}

    /** How many fit and who, in one look over the place. */
    public Fitting fitting(Asked asked, StudentFilter sought) {
        FilterSql who = new FilterSql(handle, asked, sought);
        return who.query("SELECT COUNT(*) AS students, group_concat(CASE WHEN fits THEN number END, '|') AS numbers"
                        + " FROM (SELECT s.number, " + who.fits() + " AS fits" + who.from()
                        + who.counted() + " ORDER BY s.college, s.class_name, s.number)")
                .map((row, context) -> {
                    String numbers = row.getString("numbers");
                    List<String> each = numbers == null ? List.of() : List.of(numbers.split("\\|", -1));
                    return new Fitting(each, row.getInt("students"));
                })
                .one();
    }

    /** Who fits, by college, class and number. */
    public List<Line> lines(Asked asked, StudentFilter sought) {
        FilterSql who = new FilterSql(handle, asked, sought);
        return who.query(LINES + who.from() + who.counted() + who.fitting()
                        + " ORDER BY s.college, s.class_name, s.number")
                .map(LINE)
                .list();
    }

    /**
     * The 学号 of whoever is in one of these states, those taken out of the list too.
     *
     * @param colleges one empty name stands for all
     */
    public Set<String> inAny(int season, Collection<StudentState> states, Collection<String> colleges) {
        Scope scope = colleges.contains("") ? Scope.ALL : new Scope(false, List.copyOf(colleges));
        FilterSql who = everybody(new Asked(season, scope));
        return who.query("SELECT s.number" + who.from() + " AND (s.states & " + StateBits.of(states) + ") <> 0")
                .mapTo(String.class)
                .set();
    }

    /** The 学号 of whoever has one of these accounts. */
    public Set<String> withAccounts(int season, Collection<PersonId> accounts) {
        return accounts.isEmpty()
                ? Set.of()
                : handle.createQuery(
                                "SELECT number FROM student_status WHERE season = :season AND account IN (<accounts>)")
                        .bind("season", season)
                        .bindList(
                                "accounts",
                                accounts.stream().map(PersonId::value).toList())
                        .mapTo(String.class)
                        .set();
    }

    /** The 学号 of whoever has something to do whose last day is between these two. */
    public Set<String> dueBetween(int season, LocalDate first, LocalDate last) {
        return handle.createQuery("SELECT number FROM student_status WHERE season = :season"
                        + " AND ((record_due >= :first AND record_due <= :last)"
                        + " OR (photo_due >= :first AND photo_due <= :last))")
                .bind("season", season)
                .bind("first", first.toString())
                .bind("last", last.toString())
                .mapTo(String.class)
                .set();
    }

    /** These students, as far as they are in scope; in the order of their numbers. */
    public List<Line> among(Asked asked, List<String> numbers) {
        FilterSql who = everybody(asked);
        return numbers.isEmpty()
                ? List.of()
                : who.query(LINES + who.from() + " AND s.number IN (<numbers>) ORDER BY s.number")
                        .bindList("numbers", numbers)
                        .map(LINE)
                        .list();
    }

    /**
     * The classes in scope, each with its majors, through an index that has nothing else: of classes of forty, a quarter of
     * what it costs to leap by the index from one to the next.
     */
    public List<Place> places(Asked asked) {
        return places.of(asked, this::readPlaces);
    }

    private List<Place> readPlaces(Asked asked) {
        return List.copyOf(everybody(asked)
                .query("SELECT DISTINCT s.college, s.class_name, s.major FROM student s WHERE s.season = :season AND "
                        + asked.scope().sql("s") + " ORDER BY s.college, s.class_name, s.major")
                .map((row, context) ->
                        new Place(row.getString("college"), row.getString("class_name"), row.getString("major")))
                .list());
    }

    /** Who has a name with one of these keys ({@link TextNormalizer#nameKey}); ordered here, for SQLite would walk the list. */
    public List<Line> named(Asked asked, Collection<String> keys) {
        FilterSql who = everybody(asked);
        return keys.isEmpty()
                ? List.of()
                : who.query(LINES + NAMED + who.place()).bindList("keys", new ArrayList<>(keys)).map(LINE).stream()
                        .sorted(Comparator.comparing(Line::number))
                        .toList();
    }

    /** Which of these keys of names somebody in scope has. */
    public List<String> nameKeys(Asked asked, Collection<String> keys) {
        FilterSql who = everybody(asked);
        return keys.isEmpty()
                ? List.of()
                : who.query("SELECT DISTINCT n.name_key" + NAMED + who.place())
                        .bindList("keys", new ArrayList<>(keys))
                        .mapTo(String.class)
                        .list();
    }

    /** Who has these last digits of the 学号. */
    public List<Line> endingWith(Asked asked, String digits) {
        FilterSql who = everybody(asked);
        return who.query(LINES + who.from() + " AND s.number LIKE '%' || :digits ORDER BY s.number")
                .bind("digits", digits)
                .map(LINE)
                .list();
    }

    private FilterSql everybody(Asked asked) {
        return new FilterSql(handle, asked, StudentFilter.EVERYBODY);
    }
}
