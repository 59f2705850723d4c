package gradcheck.store.people;

import gradcheck.message.PersonId;
import gradcheck.store.engine.ReadCache;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** What the bot remembers of how it talks with a person: first met, last talked with, cards or text. */
public final class ContactHistory {
    private final Handle handle;
    private final ReadCache<PersonId, Optional<Row>> rows = new ReadCache<>(this::read);

    public ContactHistory(Handle handle) {
        this.handle = handle;
    }

    /**
     * One person.
     *
     * @param seenAt when the person was last answered on a day that was new
     * @param textOnly whether the person has asked for text without cards
     * @param taps how many cards the person has tapped
     * @param ignored how many cards in a row the person has let go untapped
     */
    public record Row(Instant metAt, Instant seenAt, boolean textOnly, int taps, int ignored) {}

    public Optional<Row> of(PersonId person) {
        return rows.of(person);
    }

    private Optional<Row> read(PersonId person) {
        return handle.createQuery("SELECT * FROM acquaintance WHERE person = :person")
                .bind("person", person.value())
                .map((row, context) -> new Row(
                        Instant.ofEpochMilli(row.getLong("met_at")),
                        Instant.ofEpochMilli(row.getLong("welcomed_at")),
                        row.getString("manner").equals("text"),
                        row.getInt("taps"),
                        row.getInt("ignored")))
                .findOne();
    }

    /** The person was met, for the first time or again. */
    public void seen(PersonId person, Instant at) {
        Instant stored = Instant.ofEpochMilli(at.toEpochMilli());
        Row met = of(person)
                .map(row -> new Row(row.metAt(), stored, row.textOnly(), row.taps(), row.ignored()))
                .orElseGet(() -> new Row(stored, stored, false, 0, 0));
        rows.put(person, Optional.of(met));
        handle.createUpdate("INSERT INTO acquaintance (person, met_at, welcomed_at, manner, taps, ignored)"
                        + " VALUES (:person, :at, :at, '', 0, 0)"
                        + " ON CONFLICT (person) DO UPDATE SET welcomed_at = excluded.welcomed_at")
                .bind("person", person.value())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** The person has tapped a card. */
    public void tapped(PersonId person) {
        change(
                person,
                "taps = taps + 1, ignored = 0",
                row -> new Row(row.metAt(), row.seenAt(), row.textOnly(), row.taps() + 1, 0));
    }

    /** The person has let a card go untapped. */
    public void ignored(PersonId person) {
        change(
                person,
                "ignored = ignored + 1",
                row -> new Row(row.metAt(), row.seenAt(), row.textOnly(), row.taps(), row.ignored() + 1));
    }

    /** The person wants text only, or cards again. */
    public void prefer(PersonId person, boolean textOnly) {
        change(
                person,
                textOnly ? "manner = 'text'" : "manner = '', ignored = 0",
                row -> new Row(row.metAt(), row.seenAt(), textOnly, row.taps(), textOnly ? row.ignored() : 0));
    }

    /** @param same the same change of what is known */
    private void change(PersonId person, String change, UnaryOperator<Row> same) {
        rows.known(person).ifPresent(row -> rows.put(person, row.map(same)));
        handle.createUpdate("UPDATE acquaintance SET " + change + " WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }
}
