package gradcheck.store.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The last numbers given, by what they count: {@code receipts.2027}, {@code tags.2027.文学院}. The same names are marks in
 * the database and lines of the file beside it.
 */
public final class Numbers {
    private static final String RECEIPTS = "receipts.";
    private static final String TAGS = "tags.";

    private final Map<String, Long> last = new TreeMap<>();

    public static String receipts(int season) {
        return RECEIPTS + season;
    }

    public static String tags(int season, String college) {
        return TAGS + season + "." + college;
    }

    /** As a database has them. */
    public static Numbers in(Handle handle) {
        Numbers numbers = new Numbers();
        handle.createQuery("SELECT season, COUNT(*) AS n FROM confirmation WHERE version = 1 GROUP BY season")
                .map((row, context) -> numbers.reach(receipts(row.getInt("season")), row.getLong("n")))
                .list();
        handle.createQuery("SELECT season, college, MAX(tag) AS n FROM correction GROUP BY season, college")
                .map((row, context) ->
                        numbers.reach(tags(row.getInt("season"), row.getString("college")), row.getLong("n")))
                .list();
        handle.createQuery("SELECT name, value FROM mark WHERE name LIKE 'receipts.%' OR name LIKE 'tags.%'")
                .map((row, context) -> numbers.reach(row.getString("name"), Long.parseLong(row.getString("value"))))
                .list();
        return numbers;
    }

    /** As a restore has left them in a file; none where there is no such file. */
    public static Numbers in(Path file) {
        Numbers numbers = new Numbers();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] parts = line.split(" ", 2);
                if (parts.length == 2 && parts[0].matches("\\d{1,18}")) {
                    numbers.reach(parts[1], Long.parseLong(parts[0]));
                }
            }
        } catch (IOException e) {
            // It is there after the first restore only, and nothing but a second opinion.
            return numbers;
        }
        return numbers;
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        last.forEach((what, number) -> lines.add(number + " " + what));
        FilePermissions.make(file);
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    /** The last number given, 0 where there is none. */
    public long last(String what) {
        return last.getOrDefault(what, 0L);
    }

    /** At least this one has been given. */
    public long reach(String what, long number) {
        return last.merge(what, number, Math::max);
    }

    /** Whatever either knows. */
    public Numbers and(Numbers others) {
        Numbers both = new Numbers();
        last.forEach(both::reach);
        others.last.forEach(both::reach);
        return both;
    }
}
