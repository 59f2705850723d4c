package gradcheck.store.desk;

import gradcheck.message.PersonId;
import gradcheck.store.engine.KeyValueText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What members of staff did that can be undone for a while, with the notices that wait so long. */
public final class DeskActs {
    private final Handle handle;

    public DeskActs(Handle handle) {
        this.handle = handle;
    }

    /**
     * An act.
     *
     * @param details what is needed to undo it
     * @param notices the outbox rows that tell of it
     */
    public record Row(
            String id, PersonId person, String kind, Map<String, String> details, List<String> notices, Instant at) {
        public Row {
            details = Map.copyOf(details);
            notices = List.copyOf(notices);
        }
    }

    public void add(Row row) {
        handle.createUpdate("INSERT INTO desk_act (id, person, kind, details, notices, at, undone)"
                        + " VALUES (:id, :person, :kind, :details, :notices, :at, 0)")
                .bind("id", row.id())
                .bind("person", row.person().value())
                .bind("kind", row.kind())
                .bind("details", KeyValueText.write(row.details()))
                .bind("notices", String.join(",", row.notices()))
                .bind("at", row.at().toEpochMilli())
                .execute();
    }

    /** The person's latest act that was not undone. */
    public Optional<Row> latest(PersonId person) {
        return handle.createQuery("SELECT * FROM desk_act WHERE person = :person AND undone = 0"
                        + " ORDER BY at DESC, id DESC LIMIT 1")
                .bind("person", person.value())
                .map(DeskActs::row)
                .findOne();
    }

    public void undone(String id) {
        handle.createUpdate("UPDATE desk_act SET undone = 1 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        String notices = row.getString("notices");
        return new Row(
                row.getString("id"),
                new PersonId(row.getString("person")),
                row.getString("kind"),
                KeyValueText.read(row.getString("details")),
                notices.isEmpty() ? List.of() : Arrays.asList(notices.split(",", -1)),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
