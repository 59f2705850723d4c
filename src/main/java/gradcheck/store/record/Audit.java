package gradcheck.store.record;

import gradcheck.domain.chain.AuditCheck;
import gradcheck.domain.chain.AuditLine;
import gradcheck.domain.chain.Chain;
import gradcheck.message.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Everything that was seen of, or done to, another person; never a value, only who, what and whom. Lines are added and
 * never changed, and each carries the hash of the one before ({@link AuditLine}).
 */
public final class Audit {
    private final Handle handle;

    public Audit(Handle handle) {
        this.handle = handle;
    }

    /**
     * One act.
     *
     * @param act the command's name
     * @param target a 学号, a college, or empty
     * @param result what came of it, in a word
     */
    public record Entry(String id, Instant at, PersonId actor, String act, String target, String result) {}

    /** How often others looked at this target, or acted on it. */
    public int countOf(String target, PersonId exceptBy) {
        return handle.createQuery("SELECT COUNT(*) FROM audit WHERE target = :target AND actor <> :person")
                .bind("target", target)
                .bind("person", exceptBy.value())
                .mapTo(Integer.class)
                .one();
    }

    public void add(Entry entry) {
        Place next = next();
        AuditLine line = new AuditLine(
                        next.link(),
                        Instant.ofEpochMilli(entry.at().toEpochMilli()),
                        entry.actor(),
                        entry.act(),
                        entry.target(),
                        entry.result(),
                        next.actorSalt(),
                        next.targetSalt(),
                        "")
                .after(next.previous());
        handle.createUpdate(
                        "INSERT INTO audit (link, id, at, actor, act, target, result, actor_proof, target_proof, hash)"
                                + " VALUES (:link, :id, :at, :actor, :act, :target, :result, :actorProof, :targetProof, :hash)")
                .bind("link", line.link())
                .bind("id", entry.id())
                .bind("at", line.at().toEpochMilli())
                .bind("actor", line.actor().value())
                .bind("act", line.act())
                .bind("target", line.target())
                .bind("result", line.result())
                .bind("actorProof", line.actorProof())
                .bind("targetProof", line.targetProof())
                .bind("hash", line.hash())
                .execute();
    }

    private record Place(long link, String previous, String actorSalt, String targetSalt) {}

    /** After the last line; SQLite's own randomness makes the salts. */
    private Place next() {
        return handle.createQuery(
                        "SELECT COALESCE(MAX(link), 0) + 1 AS link, (SELECT hash FROM audit ORDER BY link DESC"
                                + " LIMIT 1) AS hash, lower(hex(randomblob(16))) AS actor_salt, lower(hex(randomblob(16))) AS"
                                + " target_salt FROM audit")
                .map((row, context) -> new Place(
                        row.getLong("link"),
                        row.getLong("link") == 1 ? Chain.BEGINNING : row.getString("hash"),
                        row.getString("actor_salt"),
                        row.getString("target_salt")))
                .one();
    }

    /** Every act in the order in which they were written; one at a time, however many. */
    public void each(Consumer<AuditLine> take) {
        handle.createQuery("SELECT * FROM audit ORDER BY link")
                .map((row, context) -> line(row))
                .useStream((Stream<AuditLine> lines) -> lines.forEach(take));
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getLong("link"),
                Instant.ofEpochMilli(row.getLong("at")),
                new PersonId(row.getString("actor")),
                row.getString("act"),
                row.getString("target"),
                row.getString("result"),
                row.getString("actor_proof"),
                row.getString("target_proof"),
                row.getString("hash"));
    }

    /** Whether every line is as it was written. */
    public AuditCheck check() {
        AuditCheck check = new AuditCheck();
        each(check::take);
        return check;
    }

    public void forgetActors(Predicate<String> isGone) {
        forget("actor", isGone);
    }

    public void forgetTargets(Predicate<String> isGone) {
        forget("target", isGone);
    }

    /** The salt goes with the name, so that the digest that stays can't be tried with every name there is. */
    private void forget(String column, Predicate<String> isGone) {
        Set<String> gone =
                handle.createQuery("SELECT DISTINCT " + column + " FROM audit").mapTo(String.class).list().stream()
                        .filter(isGone)
                        .collect(Collectors.toSet());
        List<Named> named = handle.createQuery(
                        "SELECT link, " + column + " AS name, " + column + "_proof AS proof FROM audit")
                .map((row, context) -> new Named(row.getLong("link"), row.getString("name"), row.getString("proof")))
                .list();
        named.stream().filter(n -> gone.contains(n.name())).forEach(n -> handle.createUpdate(
                        "UPDATE audit SET " + column + " = :erased, " + column + "_proof = :digest WHERE link = :link")
                .bind("erased", AuditLine.ERASED)
                .bind("digest", AuditLine.digest(n.proof(), n.name()))
                .bind("link", n.link())
                .execute());
    }

    private record Named(long link, String name, String proof) {}

    /** The lines an earlier program wrote, oldest first, as the chain's beginning. */
    public static void chainEarlierLines(Handle handle) {
        Audit audit = new Audit(handle);
        handle.createQuery("SELECT * FROM audit_unchained ORDER BY at, id")
                .map((row, context) -> new Entry(
                        row.getString("id"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        new PersonId(row.getString("actor")),
                        row.getString("act"),
                        row.getString("target"),
                        row.getString("result")))
                .list()
                .forEach(audit::add);
        handle.execute("DROP TABLE audit_unchained");
    }
}
