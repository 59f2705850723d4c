package gradcheck.store.engine;

import gradcheck.store.people.Seasons;
import gradcheck.store.record.Audit;
import gradcheck.store.record.Gaps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/**
 * What a copy needs before it takes the place of the database: its numbers go on above all that may have been given since it
 * was made, and it knows of the gap.
 *
 * <p>What was given since, nobody knows for sure but the database that stands there now. Where it can be read and goes on
 * from the copy (it holds the copy's last rows), its own numbers are a bound. Else, or where the same copy is
 * restored once more, these are: the file beside the database with what the last restore began from, and the copy's age,
 * counted as more than a whole university could have confirmed in it. So no two restores begin from the same number, unless
 * the same copy goes onto two machines within a moment.
 */
final class Recovery {
    private static final long HUNDRED = 100;
    /** More first confirmations than were ever seen in a second (scripts/bench measures turns, four to each). */
    private static final long RECEIPTS_A_SECOND = 10;

    private static final long SECONDS_A_TAG = 10;
    /** An older copy is one of another season. */
    private static final long LONGEST_AGE = Duration.ofDays(400).toSeconds();

    /** The schema of 1.0.0; what is older was never given to anybody. */
    private static final int FIRST_RELEASED = 12;

    /** When a copy was made, for those made since copies know it. */
    static final String COPIED = "copied-at";

    private final Handle copy;
    private final Instant now;
    private final Numbers numbers;
    private final Numbers standing;
    private final boolean isBound;

    private Recovery(Handle copy, Instant now, Numbers numbers, Standing standing) {
        this.copy = copy;
        this.now = now;
        this.numbers = numbers;
        this.standing = standing.numbers();
        this.isBound = standing.goesOn();
    }

    /**
     * What was lost, and where the numbers go on.
     *
     * @param unconfirmed students of the seasons that are not over, who have no confirmation in the copy
     * @param numbers the last number given of each kind, as the database goes on from
     */
    record Found(Gaps.Gap gap, long unconfirmed, Numbers numbers) {}

    /** What the database that is replaced says. */
    private record Standing(Numbers numbers, boolean goesOn) {}

    /**
     * Prepares the copy.
     *
     * @param database the one that is about to be replaced, if it is there
     * @param told is written into the copy's audit
     */
    static Found prepare(Path copy, Path database, Audit.Entry told) {
        String address = "jdbc:sqlite:" + copy;
        // No further: an older program may have to go on with it.
        Migrations.bringUpTo(FIRST_RELEASED, new Connections(address));
        try (Handle handle = new Connections(address).plain()) {
            return handle.inTransaction(h -> {
                Standing standing = standing(database, lastRows(h));
                Numbers known = Numbers.in(h);
                Numbers base = standing.goesOn() ? known : known.and(Numbers.in(file(database)));
                Recovery recovery = new Recovery(h, told.at(), base, standing);
                Found found = recovery.raise();
                new Audit(h).add(told);
                return found;
            });
        }
    }

    /** Beside the database, so that it is there when the database isn't. */
    static Path file(Path database) {
        return Path.of(database + ".numbers");
    }

    private Found raise() {
        Instant last = lastStored(copy);
        Gaps.Gap gap = new Gaps.Gap(last, now.isAfter(last) ? now : last);
        long age = isBound ? 0 : age(copiedAt(last));
        Numbers raised = new Numbers().and(numbers);
        long unconfirmed = 0;
        for (int season : seasons()) {
            long open = unconfirmed(season);
            unconfirmed += open;
            new Gaps(copy).add(season, gap);
            String receipts = Numbers.receipts(season);
            raised.reach(receipts, numbers.last(receipts) + open + age * RECEIPTS_A_SECOND);
            raised.reach(receipts, standing.last(receipts));
            keep(receipts, raised.last(receipts));
            for (String college : colleges(season)) {
                raiseTags(Numbers.tags(season, college), age, raised);
            }
        }
        return new Found(gap, unconfirmed, raised);
    }

    private long age(Instant made) {
        return Math.min(LONGEST_AGE, Math.max(0, Duration.between(made, now).toSeconds()));
    }

    private void raiseTags(String tags, long age, Numbers raised) {
        long known = Math.max(numbers.last(tags), standing.last(tags));
        long margin = isBound ? 0 : HUNDRED + age / SECONDS_A_TAG;
        raised.reach(tags, ((known + margin) / HUNDRED + 1) * HUNDRED);
        keep(tags, raised.last(tags));
    }

    private void keep(String what, long number) {
        new Metadata(copy).set(what, Long.toString(number));
    }

    private List<Integer> seasons() {
        Seasons seasons = new Seasons(copy);
        return copy.createQuery("SELECT DISTINCT season FROM student").mapTo(Integer.class).list().stream()
                .filter(season -> !seasons.isClosed(season))
                .toList();
    }

    private List<String> colleges(int season) {
        return copy.createQuery("SELECT college FROM student WHERE season = :season"
                        + " UNION SELECT college FROM correction WHERE season = :season")
                .bind("season", season)
                .mapTo(String.class)
                .list();
    }

    private long unconfirmed(int season) {
        return copy.createQuery("SELECT COUNT(*) FROM student s WHERE s.season = :season AND NOT EXISTS"
                        + " (SELECT 1 FROM confirmation c WHERE c.season = s.season AND c.number = s.number)")
                .bind("season", season)
                .mapTo(Long.class)
                .one();
    }

    private Instant copiedAt(Instant last) {
        return new Metadata(copy).get(COPIED).map(Instant::parse).orElse(last);
    }

    /** The last moment of which the copy knows. */
    private static Instant lastStored(Handle copy) {
        return Instant.ofEpochMilli(
                copy.createQuery("SELECT MAX(at) FROM (SELECT COALESCE(MAX(received_at), 0) AS at FROM inbox"
                                + " UNION ALL SELECT COALESCE(MAX(confirmed_at), 0) FROM confirmation"
                                + " UNION ALL SELECT COALESCE(MAX(imported_at), 0) FROM student"
                                + " UNION ALL SELECT COALESCE(MAX(at), 0) FROM audit) AS moments")
                        .mapTo(Long.class)
                        .one());
    }

    /** By which a later state of the same database is known, as a query that finds the copy's last row there. */
    private static Map<String, String> lastRows(Handle copy) {
        Map<String, String> last = new HashMap<>();
        Map.of(
                        "SELECT COUNT(*) FROM audit WHERE hash = :last",
                        "SELECT hash FROM audit ORDER BY link DESC LIMIT 1",
                        "SELECT COUNT(*) FROM confirmation WHERE hash = :last",
                        "SELECT hash FROM confirmation ORDER BY confirmed_at DESC, receipt DESC LIMIT 1",
                        "SELECT COUNT(*) FROM student WHERE number = :last",
                        "SELECT number FROM student ORDER BY imported_at DESC, number DESC LIMIT 1")
                .forEach((find, read) ->
                        copy.createQuery(read).mapTo(String.class).findOne().ifPresent(row -> last.put(find, row)));
        return last;
    }

    private static boolean hasAll(Handle handle, Map<String, String> rows) {
        return rows.entrySet().stream()
                .allMatch(row -> handle.createQuery(row.getKey())
                                .bind("last", row.getValue())
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /** Looked at without a trace: somebody may want to find out what has happened to it. */
    private static Standing standing(Path database, Map<String, String> lastRows) {
        Standing none = new Standing(new Numbers(), false);
        if (!Files.isRegularFile(database)) {
            return none;
        }
        SQLiteConfig looking = new SQLiteConfig();
        looking.setReadOnly(true);
        try (Handle handle = Jdbi.create(() -> connection(looking, database)).open()) {
            boolean isSound = handle.createQuery("PRAGMA quick_check")
                    .mapTo(String.class)
                    .first()
                    .equals("ok");
            return new Standing(Numbers.in(handle), isSound && hasAll(handle, lastRows));
        } catch (RuntimeException e) {
            // It may be damaged, which is why a copy is restored.
            return none;
        }
    }

    private static java.sql.Connection connection(SQLiteConfig config, Path database) throws SQLException {
        return config.createConnection("jdbc:sqlite:" + database);
    }
}
