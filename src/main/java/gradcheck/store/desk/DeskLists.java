package gradcheck.store.desk;

import gradcheck.message.PersonId;
import gradcheck.store.query.StudentFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The list each member of staff was shown last; its line numbers are what later messages mean. */
public final class DeskLists {
    /** So long a list is what 这些 and its line numbers are about; nobody means one of days ago. */
    public static final Duration FRESH = Duration.ofHours(1);

    private final Handle handle;

    public DeskLists(Handle handle) {
        this.handle = handle;
    }

    /**
     * A list.
     *
     * @param numbers the 学号 of its lines, the first is line 1
     * @param isShown whether its lines, with their numbers, were the last to be shown
     */
    public record Shown(StudentFilter sought, List<String> numbers, boolean isShown, Instant at) {
        public Shown {
            numbers = List.copyOf(numbers);
        }
    }

    public void keep(PersonId person, Shown shown) {
        handle.createUpdate(
                        "INSERT INTO desk_list (person, sought, numbers, is_shown, shown_at)"
                                + " VALUES (:person, :sought, :numbers, :isShown, :at) ON CONFLICT (person) DO UPDATE SET"
                                + " sought = excluded.sought, numbers = excluded.numbers, is_shown = excluded.is_shown, shown_at = excluded.shown_at")
                .bind("person", person.value())
                .bind("sought", shown.sought().written())
                .bind("numbers", String.join("\n", shown.numbers()))
                .bind("isShown", shown.isShown() ? 1 : 0)
                .bind("at", shown.at().toEpochMilli())
                .execute();
    }

    /** Other numbers have been shown since: those of this list are not before anybody's eyes any more. */
    public void coverUp(PersonId person) {
        handle.createUpdate("UPDATE desk_list SET is_shown = 0 WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }

    public Optional<Shown> of(PersonId person) {
        return handle.createQuery("SELECT * FROM desk_list WHERE person = :person")
                .bind("person", person.value())
                .map((row, context) -> new Shown(
                        StudentFilter.read(row.getString("sought")),
                        lines(row.getString("numbers")),
                        row.getInt("is_shown") == 1,
                        Instant.ofEpochMilli(row.getLong("shown_at"))))
                .findOne();
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1));
    }
}
