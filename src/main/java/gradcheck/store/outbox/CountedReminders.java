package gradcheck.store.outbox;

import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The reminders that count as got: those that are under way, and those that arrived or may have. */
public final class CountedReminders {
    private static final String ARRIVED =
            "kind = 'reminder' AND settled_at > :since AND state = 'settled' AND outcome_kind IN ('SENT', 'UNKNOWN')";

    private static final String UNDER_WAY =
            "kind = 'reminder' AND settled_at = 0 AND state IN ('new', 'sending') AND " + Outbox.running("outbox");

    private static final String OF_PEOPLE = "SELECT * FROM outbox WHERE person IN (<people>) AND ";

    private final Handle handle;

    public CountedReminders(Handle handle) {
        this.handle = handle;
    }

    /**
     * The reminders that are under way, and those that have arrived or may have, since then. A paused round's are not under
     * way: nobody knows when, or whether.
     */
    public List<Outbox.Row> since(Instant since) {
        return handle.createQuery(
                        "SELECT * FROM outbox WHERE " + UNDER_WAY + " UNION ALL SELECT * FROM outbox WHERE " + ARRIVED)
                .bind("since", since.toEpochMilli())
                .map(Outbox.ROW)
                .list();
    }

    /** The same of these people alone, who are few. */
    public List<Outbox.Row> since(Collection<PersonId> people, Instant since) {
        if (people.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(OF_PEOPLE + UNDER_WAY + " UNION ALL " + OF_PEOPLE + ARRIVED)
                .bind("since", since.toEpochMilli())
                .bindList(
                        "people",
                        people.stream().map(PersonId::value).distinct().toList())
                .map(Outbox.ROW)
                .list();
    }
}
