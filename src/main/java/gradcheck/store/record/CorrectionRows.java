package gradcheck.store.record;

import gradcheck.domain.CorrectionState;
import gradcheck.store.crypto.EncryptedColumn;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.ChangedStudents;
import gradcheck.store.engine.KeyValueText;
import gradcheck.store.engine.Metadata;
import gradcheck.store.engine.Numbers;
import gradcheck.store.engine.ReadCache;
import gradcheck.store.query.StudentQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The corrections of confirmed records, each with a short number per college that is never used again in a season. */
public final class CorrectionRows {
    private final Handle handle;
    private final ChangedStudents changed;
    private final FieldCipher seal;
    private final CorrectionSteps steps;
    private final ReadCache<Student, List<Row>> ofStudents = new ReadCache<>(this::read);

    public CorrectionRows(Handle handle, FieldCipher seal, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
        this.seal = seal;
        this.steps = new CorrectionSteps(handle);
    }

    private record Student(int season, String number) {}

    /** Whose correction, in which version of the confirmation. */
    public record Owner(int season, String college, String number, int version) {}

    /** One correction for ever: the 编号 is counted within a college and a season. */
    public record Id(int season, String college, int tag) {}

    /**
     * A correction and where its review stands.
     *
     * @param number the student's 学号
     * @param version of the confirmation it belongs to
     * @param field the field's code
     * @param details what the student said about it besides, by name: when and where it changed (R34)
     * @param proof what material there is, in the secretary's words
     * @param reason why it was sent back, else empty
     * @param reviewer who moved it last; empty for the student and the program
     */
    public record Row(
            Id id,
            String number,
            int version,
            String field,
            String before,
            String after,
            String category,
            Map<String, String> details,
            String proof,
            CorrectionState state,
            String reason,
            String reviewer,
            Instant updatedAt) {
        public int tag() {
            return id.tag();
        }
    }

    /** A correction to be kept; values and details are sealed, they may be certificate numbers. */
    public record New(
            String field,
            String before,
            String after,
            String category,
            CorrectionState state,
            Map<String, String> details) {}

    /**
     * A step of the review.
     *
     * @param actor the userid of who took it; empty for the student and the program
     */
    public record Step(CorrectionState state, String reason, String actor, Instant at) {}

    public int add(Owner owner, New added, Instant at) {
        ofStudents.forget();
        changed.add(owner.season(), owner.number());
        int tag = nextTag(owner);
        Id id = new Id(owner.season(), owner.college(), tag);
        handle.createUpdate("INSERT INTO correction (season, college, tag, number, version, field, before_value,"
                        + " after_value, category, state, reason, reviewer, updated_at, details) VALUES (:season,"
                        + " :college, :tag, :number, :version, :field, :before, :after, :category, :state, '', '', :at,"
                        + " :details)")
                .bind("season", owner.season())
                .bind("college", owner.college())
                .bind("tag", tag)
                .bind("number", owner.number())
                .bind("version", owner.version())
                .bind("field", added.field())
                .bind("before", seal.seal(added.before(), place(EncryptedColumn.BEFORE, id)))
                .bind("after", seal.seal(added.after(), place(EncryptedColumn.AFTER, id)))
                .bind("category", added.category())
                .bind("state", added.state().title())
                .bind("at", at.toEpochMilli())
                .bind("details", seal.seal(KeyValueText.write(added.details()), place(EncryptedColumn.DETAILS, id)))
                .execute();
        steps.add(id, new Step(added.state(), "", "", at));
        return tag;
    }

    /**
     * Takes a step, if the correction is still where the actor saw it.
     *
     * @return false when somebody else was first: nothing is changed
     */
    public boolean move(Id id, CorrectionState from, Step step) {
        touch(id);
        boolean first = handle.createUpdate("UPDATE correction SET state = :state, reason = :reason, reviewer = :actor,"
                                + " updated_at = :at WHERE season = :season AND college = :college AND tag = :tag"
                                + " AND state = :from")
                        .bind("season", id.season())
                        .bind("college", id.college())
                        .bind("tag", id.tag())
                        .bind("from", from.title())
                        .bind("state", step.state().title())
                        .bind("reason", step.reason())
                        .bind("actor", step.actor())
                        .bind("at", step.at().toEpochMilli())
                        .execute()
                == 1;
        if (first) {
            steps.add(id, step);
        }
        return first;
    }

    /** It stands in a later version of the confirmation, too, and belongs to that one now. */
    public void carry(Id id, int version) {
        touch(id);
        handle.createUpdate("UPDATE correction SET version = :version"
                        + " WHERE season = :season AND college = :college AND tag = :tag")
                .bind("season", id.season())
                .bind("college", id.college())
                .bind("tag", id.tag())
                .bind("version", version)
                .execute();
    }

    /** What material there is, in the secretary's words; empty: none any more. */
    public void setProof(Id id, String proof) {
        touch(id);
        handle.createUpdate("UPDATE correction SET proof = :proof"
                        + " WHERE season = :season AND college = :college AND tag = :tag")
                .bind("season", id.season())
                .bind("college", id.college())
                .bind("tag", id.tag())
                .bind("proof", proof)
                .execute();
    }

    private void touch(Id id) {
        ofStudents.forget();
        handle.createQuery("SELECT number FROM correction WHERE season = :season AND college = :college AND tag = :tag")
                .bind("season", id.season())
                .bind("college", id.college())
                .bind("tag", id.tag())
                .mapTo(String.class)
                .forEach(number -> changed.add(id.season(), number));
    }

    public Optional<Row> byId(Id id) {
        return handle.createQuery(
                        "SELECT * FROM correction WHERE season = :season AND college = :college AND tag = :tag")
                .bind("season", id.season())
                .bind("college", id.college())
                .bind("tag", id.tag())
                .map(this::row)
                .findOne();
    }

    /** The student's corrections, oldest first. */
    public List<Row> of(int season, String number) {
        return ofStudents.of(new Student(season, number));
    }

    private List<Row> read(Student student) {
        return List.copyOf(handle.createQuery(
                        "SELECT * FROM correction WHERE season = :season AND number = :number ORDER BY college, tag")
                .bind("season", student.season())
                .bind("number", student.number())
                .map(this::row)
                .list());
    }

    /** The corrections of a college, or of all where it is empty, in the order of their numbers. */
    public List<Row> ofCollege(int season, String college) {
        return handle.createQuery("SELECT * FROM correction WHERE season = :season"
                        + " AND (:college = '' OR college = :college) ORDER BY college, tag")
                .bind("season", season)
                .bind("college", college)
                .map(this::row)
                .list();
    }

    /** The corrections with this number, one a college at most, as far as they are in scope. */
    public List<Row> tagged(StudentQueries.Asked asked, int tag) {
        return scoped("k.*", "tag = :tag", asked)
                .bind("tag", tag)
                .map(this::row)
                .list();
    }

    /** The corrections in these states, in the order of their numbers, at most so many. */
    public List<Row> inStates(StudentQueries.Asked asked, Collection<CorrectionState> states, int most) {
        return scoped("k.*", in(states), asked).setMaxRows(most).map(this::row).list();
    }

    public int countInStates(StudentQueries.Asked asked, Collection<CorrectionState> states) {
        return scoped("COUNT(*)", in(states), asked).mapTo(Integer.class).one();
    }

    private static String in(Collection<CorrectionState> states) {
        return "state IN (" + states.stream().map(s -> "'" + s.title() + "'").collect(Collectors.joining(", ")) + ")";
    }

    private Query scoped(String columns, String and, StudentQueries.Asked asked) {
        Query query = handle.createQuery("SELECT " + columns + " FROM correction k WHERE k.season = :season AND "
                        + asked.scope().sql("k") + " AND " + and + " ORDER BY k.college, k.tag")
                .bind("season", asked.season());
        List<String> colleges =
                asked.scope().isAll() ? List.of() : asked.scope().colleges();
        for (int i = 0; i < colleges.size(); i++) {
            query.bind("scope" + i, colleges.get(i));
        }
        return query;
    }

    /** Every state a correction has been in, oldest first. */
    public List<Step> steps(Id id) {
        return steps.of(id);
    }

    /** After the last one; after a restore also after all that may have been given in the gap. */
    private int nextTag(Owner owner) {
        int last = handle.createQuery(
                        "SELECT COALESCE(MAX(tag), 0) FROM correction WHERE season = :season AND college = :college")
                .bind("season", owner.season())
                .bind("college", owner.college())
                .mapTo(Integer.class)
                .one();
        int reached = new Metadata(handle)
                .get(Numbers.tags(owner.season(), owner.college()))
                .map(Integer::parseInt)
                .orElse(0);
        return Math.max(last, reached) + 1;
    }

    private Row row(ResultSet row, StatementContext context) throws SQLException {
        Id id = new Id(row.getInt("season"), row.getString("college"), row.getInt("tag"));
        byte[] details = row.getBytes("details");
        return new Row(
                id,
                row.getString("number"),
                row.getInt("version"),
                row.getString("field"),
                seal.open(row.getBytes("before_value"), place(EncryptedColumn.BEFORE, id)),
                seal.open(row.getBytes("after_value"), place(EncryptedColumn.AFTER, id)),
                row.getString("category"),
                details == null ? Map.of() : KeyValueText.read(seal.open(details, place(EncryptedColumn.DETAILS, id))),
                row.getString("proof"),
                state(row),
                row.getString("reason"),
                row.getString("reviewer"),
                Instant.ofEpochMilli(row.getLong("updated_at")));
    }

    static CorrectionState state(ResultSet row) throws SQLException {
        String title = row.getString("state");
        return CorrectionState.of(title)
                .orElseThrow(() -> new IllegalStateException("no such state of a correction: " + title));
    }

    private static EncryptedColumn.Place place(EncryptedColumn column, Id id) {
        return column.at(id.season(), id.college(), id.tag());
    }
}
