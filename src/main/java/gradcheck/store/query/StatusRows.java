package gradcheck.store.query;

import gradcheck.domain.Season;
import gradcheck.domain.status.StateBits;
import gradcheck.domain.status.StatusRules;
import gradcheck.domain.status.StudentState;
import gradcheck.domain.status.StudentTraits;
import gradcheck.message.PersonId;
import gradcheck.store.engine.ChangedStudents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** The table {@code student_status}: written where something changed, compared with what it is derived from. */
public final class StatusRows {
    /** So many are derived in a few milliseconds. */
    private static final int PIECE = 200;

    private static final String OF_ACCOUNTS = "SELECT season, number FROM student_status WHERE account IN (<texts>)";
    private static final String ABOUT = " AND (states & :mask) <> 0";
    /** Who has become silent, or was and is written to again. */
    private static final String OF_MESSAGES = "SELECT x.season, x.number FROM outbox o"
            + " JOIN student_status x ON x.account = o.person WHERE o.id IN (<texts>) AND ((x.states & :mask) <> 0"
            + " OR (SELECT COUNT(*) FROM outbox r WHERE r.person = o.person AND " + DerivedRows.GOT.formatted("r")
            + ") >= "
            + StudentTraits.UNANSWERED + ")";
    /** An account that was bound and that the roster gave to another student, or takes back. */
    private static final String OF_BINDINGS = "SELECT b.season, b.number FROM binding b JOIN student_status x"
            + " ON x.season = b.season AND x.number = b.number WHERE x.account <> b.person";

    private static final String STALE = "SELECT t.number FROM student t LEFT JOIN student_status x"
            + " ON x.season = t.season AND x.number = t.number WHERE t.season = :season AND t.number > :after"
            + " AND (x.rules IS NULL OR x.rules <> :rules) ORDER BY t.number LIMIT " + PIECE;
    private static final String PUT = "INSERT INTO student_status (season, number, college, class_name, major, account,"
            + " states, turn, photo, photo_since, record_due, photo_due, look_again, rules) VALUES (:season, :number,"
            + " :college, :className, :major, :account, :states, :turn, :photo, :photoSince, :recordDue, :photoDue,"
            + " :lookAgain, :rules) ON CONFLICT (season, number) DO UPDATE SET college = excluded.college,"
            + " class_name = excluded.class_name, major = excluded.major, account = excluded.account,"
            + " states = excluded.states, turn = excluded.turn, photo = excluded.photo,"
            + " photo_since = excluded.photo_since, record_due = excluded.record_due, photo_due = excluded.photo_due,"
            + " look_again = excluded.look_again, rules = excluded.rules";

    private final Handle handle;
    private final Season season;

    /** @param season what the rows are derived by; those of other years by the same rules */
    public StatusRows(Handle handle, Season season) {
        this.handle = handle;
        this.season = season;
    }

    private record Key(int season, String number) {}

    /** Brings the rows of these students up to what the transaction has written. */
    public void rewrite(ChangedStudents changed) {
        if (changed.isEmpty()) {
            return;
        }
        Map<Integer, Set<String>> students = new TreeMap<>();
        changed.numbers().forEach((year, numbers) -> students.put(year, new TreeSet<>(numbers)));
        add(students, OF_ACCOUNTS, texts(changed.accounts()), Set.of());
        add(
                students,
                OF_ACCOUNTS + ABOUT,
                texts(changed.heard()),
                Set.of(StudentState.NEVER_HEARD, StudentState.SILENT));
        add(students, OF_MESSAGES, changed.settled(), Set.of(StudentState.UNREACHABLE, StudentState.SILENT));
        if (changed.isOfRoster()) {
            add(students, keys(handle.createQuery(OF_BINDINGS)));
        }
        students.forEach(this::rewrite);
    }

    private static List<String> texts(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }

    private void add(Map<Integer, Set<String>> to, String sql, Collection<String> texts, Set<StudentState> about) {
        for (List<String> piece : pieces(texts)) {
            add(
                    to,
                    keys(handle.createQuery(sql)
                            .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
                            .bindList("texts", piece)
                            .bind("mask", StateBits.of(about))));
        }
    }

    private static void add(Map<Integer, Set<String>> to, List<Key> keys) {
        keys.forEach(
                key -> to.computeIfAbsent(key.season(), y -> new TreeSet<>()).add(key.number()));
    }

    private static List<Key> keys(Query query) {
        return query.map((row, context) -> new Key(row.getInt("season"), row.getString("number")))
                .list();
    }

    private static List<List<String>> pieces(Collection<String> texts) {
        List<String> all = new ArrayList<>(texts);
        List<List<String>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PIECE) {
            pieces.add(all.subList(from, Math.min(all.size(), from + PIECE)));
        }
        return pieces;
    }

    /** Brings the rows of these students up to what the other tables say. */
    public void rewrite(int year, Collection<String> numbers) {
        DerivedRows derived = new DerivedRows(handle, season.in(year));
        for (List<String> piece : pieces(numbers)) {
            Map<String, StatusRow> should = derived.of(piece);
            Map<String, StatusRow> stored = stored(year, piece);
            PreparedBatch put = handle.prepareBatch(PUT);
            should.values().stream()
                    .filter(row -> !row.equals(stored.get(row.number())))
                    .forEach(row -> row.addTo(put));
            if (put.size() > 0) {
                put.execute();
            }
            stored.keySet().stream()
                    .filter(number -> !should.containsKey(number))
                    .forEach(number -> handle.createUpdate(
                                    "DELETE FROM student_status WHERE season = :season AND number = :number")
                            .bind("season", year)
                            .bind("number", number)
                            .execute());
        }
    }

    private Map<String, StatusRow> stored(int year, Collection<String> numbers) {
        return handle
                .createQuery("SELECT * FROM student_status WHERE season = :season AND number IN (<numbers>)")
                .bind("season", year)
                .bindList("numbers", List.copyOf(numbers))
                .map(StatusRow::read)
                .stream()
                .collect(Collectors.toMap(StatusRow::number, row -> row));
    }

    /** Whose rows of the season's are not what the other tables say, by 学号: what no change accounts for. */
    public List<String> wrong() {
        List<String> all = handle.createQuery("SELECT number FROM student WHERE season = :season"
                        + " UNION SELECT number FROM student_status WHERE season = :season ORDER BY number")
                .bind("season", season.year())
                .mapTo(String.class)
                .list();
        DerivedRows derived = new DerivedRows(handle, season);
        List<String> wrong = new ArrayList<>();
        for (List<String> piece : pieces(all)) {
            Map<String, StatusRow> should = derived.of(piece);
            Map<String, StatusRow> stored = stored(season.year(), piece);
            piece.stream()
                    .filter(number -> !Objects.equals(should.get(number), stored.get(number)))
                    .forEach(wrong::add);
        }
        return wrong;
    }

    /** The years that have students. */
    public List<Integer> seasons() {
        return handle.createQuery("SELECT DISTINCT season FROM student ORDER BY season")
                .mapTo(Integer.class)
                .list();
    }

    /** The next students whose rows are missing, or were made by other rules. */
    public List<String> stale(int year, String after) {
        return handle.createQuery(STALE)
                .bind("season", year)
                .bind("after", after)
                .bind("rules", StatusRules.of(season))
                .mapTo(String.class)
                .list();
    }
}
