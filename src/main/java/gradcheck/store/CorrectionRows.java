package gradcheck.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The corrections of confirmed records, each with a short number per college that is never used again in a season. */
public final class CorrectionRows {
    private final Handle handle;
    private final Seal seal;

    CorrectionRows(Handle handle, Seal seal) {
        this.handle = handle;
        this.seal = seal;
    }

    /** Whose correction, in which version of the confirmation. */
    public record Owner(int season, String college, String number, int version) {}

    /**
     * A correction and where its review stands.
     *
     * @param tag the 编号
     * @param field the field's code
     * @param state one of the states of interface.md §5
     */
    public record Row(
            int tag,
            String number,
            String field,
            String before,
            String after,
            String category,
            String state,
            Instant updatedAt) {}

    /** A correction to be kept; the values are sealed, they may be certificate numbers. */
    public record New(String field, String before, String after, String category, String state) {}

    public int add(Owner owner, New added, Instant at) {
        int tag = handle.createQuery(
                                "SELECT COALESCE(MAX(tag), 0) FROM correction WHERE season = :season AND college = :college")
                        .bind("season", owner.season())
                        .bind("college", owner.college())
                        .mapTo(Integer.class)
                        .one()
                + 1;
        String place = place(owner.season(), owner.college(), tag);
        handle.createUpdate("INSERT INTO correction (season, college, tag, number, version, field, before_value,"
                        + " after_value, category, state, reason, reviewer, updated_at) VALUES (:season, :college, :tag,"
                        + " :number, :version, :field, :before, :after, :category, :state, '', '', :at)")
                .bind("season", owner.season())
                .bind("college", owner.college())
                .bind("tag", tag)
                .bind("number", owner.number())
                .bind("version", owner.version())
                .bind("field", added.field())
                .bind("before", seal.seal(added.before(), place + "|before"))
                .bind("after", seal.seal(added.after(), place + "|after"))
                .bind("category", added.category())
                .bind("state", added.state())
                .bind("at", at.toEpochMilli())
                .execute();
        return tag;
    }

    /** The student's corrections, oldest first. */
    public List<Row> of(int season, String number) {
        return handle.createQuery(
                        "SELECT * FROM correction WHERE season = :season AND number = :number ORDER BY college, tag")
                .bind("season", season)
                .bind("number", number)
                .map((row, context) -> {
                    String place = place(season, row.getString("college"), row.getInt("tag"));
                    return new Row(
                            row.getInt("tag"),
                            number,
                            row.getString("field"),
                            seal.open(row.getBytes("before_value"), place + "|before"),
                            seal.open(row.getBytes("after_value"), place + "|after"),
                            row.getString("category"),
                            row.getString("state"),
                            Instant.ofEpochMilli(row.getLong("updated_at")));
                })
                .list();
    }

    private static String place(int season, String college, int tag) {
        return "correction|" + season + "|" + college + "|" + tag;
    }
}
