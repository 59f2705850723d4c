package gradcheck.store.record;

import gradcheck.domain.chain.Chain;
import gradcheck.store.crypto.EncryptedColumn;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.ChangedStudents;
import gradcheck.store.engine.Metadata;
import gradcheck.store.engine.Numbers;
import gradcheck.store.engine.ReadCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** The confirmations, append-only, one hash chain per season and college (design.md §7). */
public final class Confirmations {
    private static final RowMapper<Row> ROW = (row, context) -> new Row(
            row.getString("receipt"),
            row.getString("number"),
            row.getInt("version"),
            row.getString("result"),
            Instant.ofEpochMilli(row.getLong("confirmed_at")),
            row.getString("hash"));

    private static final String SEPARATOR = "\u001f";
    private static final String ESCAPE = "\u001e";

    private final Handle handle;
    private final ChangedStudents changed;
    private final FieldCipher seal;
    private final ReadCache<Student, Optional<Row>> latest = new ReadCache<>(this::readLatest);

    public Confirmations(Handle handle, FieldCipher seal, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
        this.seal = seal;
    }

    private record Student(int season, String number) {}

    /** A confirmation as it was stored. */
    public record Row(String receipt, String number, int version, String result, Instant confirmedAt, String hash) {}

    /**
     * A confirmation to be appended.
     *
     * @param columns the exported columns in their order
     * @param shown everything else that was on the screen: the notice's version and every field
     */
    public record New(
            int season,
            String college,
            String receipt,
            String number,
            int version,
            String result,
            Instant at,
            boolean late,
            List<String> columns,
            String salt,
            String shown) {}

    public Row append(New added) {
        latest.forget();
        changed.add(added.season(), added.number());
        Head head = head(added.season(), added.college());
        String content = Chain.content(added.columns());
        String commitment = Chain.commitment(added.salt(), added.shown());
        String hash = Chain.link(head.hash(), content, commitment);
        handle.createUpdate("INSERT INTO confirmation (season, college, link, receipt, number, version, result,"
                        + " confirmed_at, late, content_hash, commitment, previous_hash, hash) VALUES (:season, :college, :link,"
                        + " :receipt, :number, :version, :result, :at, :late, :content, :commitment, :previous, :hash)")
                .bind("season", added.season())
                .bind("college", added.college())
                .bind("link", head.link() + 1)
                .bind("receipt", added.receipt())
                .bind("number", added.number())
                .bind("version", added.version())
                .bind("result", added.result())
                .bind("at", added.at().toEpochMilli())
                .bind("late", added.late() ? 1 : 0)
                .bind("content", content)
                .bind("commitment", commitment)
                .bind("previous", head.hash())
                .bind("hash", hash)
                .execute();
        keepPayload(added);
        return new Row(added.receipt(), added.number(), added.version(), added.result(), added.at(), hash);
    }

    /** The confirmation with this number. */
    public Optional<Row> byReceipt(String receipt) {
        return handle.createQuery("SELECT * FROM confirmation WHERE receipt = :receipt")
                .bind("receipt", receipt)
                .map(ROW)
                .findOne();
    }

    /** The student's latest version. */
    public Optional<Row> latest(int season, String number) {
        return latest.of(new Student(season, number));
    }

    private Optional<Row> readLatest(Student student) {
        return handle.createQuery("SELECT * FROM confirmation WHERE season = :season AND number = :number"
                        + " ORDER BY version DESC LIMIT 1")
                .bind("season", student.season())
                .bind("number", student.number())
                .map(ROW)
                .findOne();
    }

    /**
     * A link of a chain, as it is exported.
     *
     * @param columns empty once the season was purged
     */
    public record Link(
            String college,
            Optional<List<String>> columns,
            String content,
            String commitment,
            String previous,
            String hash) {}

    /** Every link of a college's chain, or of all where it is empty, chain by chain; one at a time, however many. */
    public void each(int season, String college, Consumer<Link> take) {
        handle.createQuery("SELECT c.*, p.columns FROM confirmation c"
                        + " LEFT JOIN confirmation_payload p ON p.receipt = c.receipt"
                        + " WHERE c.season = :season AND (:college = '' OR c.college = :college)"
                        + " ORDER BY c.college, c.link")
                .bind("season", season)
                .bind("college", college)
                .map(Confirmations::link)
                .useStream((Stream<Link> links) -> links.forEach(take));
    }

    private static Link link(ResultSet row, StatementContext context) throws SQLException {
        return new Link(
                row.getString("college"),
                Optional.ofNullable(row.getString("columns")).map(Confirmations::unpacked),
                row.getString("content_hash"),
                row.getString("commitment"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    /** The next free running number for receipts of the season, from 1; counted on, because counting all takes longer each time. */
    public int nextSerial(int season) {
        Metadata marks = new Metadata(handle);
        String mark = Numbers.receipts(season);
        int next = marks.get(mark).map(Integer::parseInt).orElseGet(() -> first(season)) + 1;
        marks.set(mark, Integer.toString(next));
        return next;
    }

    /** How many first receipts the season has. */
    private int first(int season) {
        return handle.createQuery("SELECT COUNT(*) FROM confirmation WHERE season = :season AND version = 1")
                .bind("season", season)
                .mapTo(Integer.class)
                .one();
    }

    private void keepPayload(New added) {
        byte[] sealed = seal.seal(added.shown(), EncryptedColumn.SHOWN.at(added.receipt()));
        handle.createUpdate("INSERT INTO confirmation_payload (receipt, columns, salt, shown)"
                        + " VALUES (:receipt, :columns, :salt, :shown)")
                .bind("receipt", added.receipt())
                .bind("columns", packed(added.columns()))
                .bind("salt", added.salt())
                .bind("shown", sealed)
                .execute();
    }

    private Head head(int season, String college) {
        return handle.createQuery("SELECT link, hash FROM confirmation WHERE season = :season AND college = :college"
                        + " ORDER BY link DESC LIMIT 1")
                .bind("season", season)
                .bind("college", college)
                .map((row, context) -> new Head(row.getInt("link"), row.getString("hash")))
                .findOne()
                .orElse(new Head(0, Chain.BEGINNING));
    }

    private record Head(int link, String hash) {}

    /** The exported columns of a confirmation; empty once its season was purged. */
    public Optional<List<String>> columns(String receipt) {
        return handle.createQuery("SELECT columns FROM confirmation_payload WHERE receipt = :receipt")
                .bind("receipt", receipt)
                .mapTo(String.class)
                .findOne()
                .map(Confirmations::unpacked);
    }

    /** The separator and its escape may stand in what a roster brought along. */
    private static String packed(List<String> columns) {
        return String.join(
                SEPARATOR,
                columns.stream()
                        .map(c -> c.replace(ESCAPE, ESCAPE + "0").replace(SEPARATOR, ESCAPE + "1"))
                        .toList());
    }

    private static List<String> unpacked(String text) {
        return Stream.of(text.split(SEPARATOR, -1))
                .map(c -> c.replace(ESCAPE + "1", SEPARATOR).replace(ESCAPE + "0", ESCAPE))
                .toList();
    }
}
