package gradcheck.store.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Which rows belong to which: none may be left without its owner.
 *
 * <p>The schema declares no foreign keys, because a purge takes an owner's name away and leaves the chain; so SQLite's
 * own check has nothing to find, and this one looks instead.
 */
public final class References {
    private static final Map<String, String> OF_SEASON = Map.of("season", "season", "number", "number");

    private static final List<Reference> ALL = List.of(
            new Reference("confirmation_payload", Map.of("receipt", "receipt"), "confirmation", ""),
            new Reference("confirmation", OF_SEASON, "student", "c.number NOT LIKE 'purged:%'"),
            new Reference(
                    "correction_step",
                    Map.of("season", "season", "college", "college", "tag", "tag"),
                    "correction",
                    ""),
            new Reference("correction", OF_SEASON, "student", ""),
            new Reference("photo_fact", OF_SEASON, "student", ""),
            new Reference("standing", OF_SEASON, "student", ""),
            new Reference("reopening", OF_SEASON, "student", ""),
            new Reference("postponed", OF_SEASON, "student", ""),
            new Reference("relay", OF_SEASON, "student", ""),
            new Reference("phone_call", OF_SEASON, "student", ""),
            new Reference("binding", OF_SEASON, "student", ""),
            new Reference("occasion", OF_SEASON, "student", ""),
            new Reference("outbox", Map.of("batch", "id"), "batch", "c.batch <> ''"));

    private final Handle handle;

    public References(Handle handle) {
        this.handle = handle;
    }

    /** @param keys the columns of the table, and what they are called at the owner's */
    private record Reference(String table, Map<String, String> keys, String owner, String where) {
        String query() {
            String same = keys.entrySet().stream()
                    .map(k -> "o." + k.getValue() + " = c." + k.getKey())
                    .collect(Collectors.joining(" AND "));
            return "SELECT COUNT(*) FROM " + table + " c WHERE " + (where.isEmpty() ? "" : where + " AND ")
                    + "NOT EXISTS (SELECT 1 FROM " + owner + " o WHERE " + same + ")";
        }
    }

    /** By table, what counts its rows that belong to nothing; for whoever looks from outside. */
    public static Map<String, String> queries() {
        return ALL.stream().collect(Collectors.toMap(Reference::table, Reference::query));
    }

    /** How many rows of which table belong to nothing; empty: all is well. */
    public Map<String, Long> broken() {
        Map<String, Long> broken = new TreeMap<>();
        queries().forEach((table, query) -> {
            long rows = handle.createQuery(query).mapTo(Long.class).one();
            if (rows > 0) {
                broken.put(table, rows);
            }
        });
        return broken;
    }
}
