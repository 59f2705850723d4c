package gradcheck.store.desk;

import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What opens one-time pages: hashes only, so that who reads the database can open none. */
public final class PageTokens {
    private final Handle handle;

    public PageTokens(Handle handle) {
        this.handle = handle;
    }

    /** Where a page is in its short life. */
    public enum State {
        /** Sent, not opened. */
        NEW,
        /** Opened by the browser that has the session. */
        OPEN,
        /** A file waits for the confirmation. */
        UPLOADED,
        DONE
    }

    /**
     * A page.
     *
     * @param tokenHash of the address
     * @param sessionHash of the browser that opened it; empty before
     */
    public record Row(
            String tokenHash, PersonId person, String purpose, Instant until, String sessionHash, State state) {}

    /** Keeps a new page, and forgets those that ended. */
    public void add(Row row, Instant now) {
        handle.createUpdate("DELETE FROM attachment WHERE id IN (SELECT 'page|' || token_hash FROM page"
                        + " WHERE until < :now)")
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate("DELETE FROM page WHERE until < :now")
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate("INSERT INTO page (token_hash, person, purpose, until, session_hash, state)"
                        + " VALUES (:token, :person, :purpose, :until, :session, :state)")
                .bind("token", row.tokenHash())
                .bind("person", row.person().value())
                .bind("purpose", row.purpose())
                .bind("until", row.until().toEpochMilli())
                .bind("session", row.sessionHash())
                .bind("state", row.state().name())
                .execute();
    }

    /** The page, while it lives. */
    public Optional<Row> of(String tokenHash, Instant now) {
        return handle.createQuery("SELECT * FROM page WHERE token_hash = :token AND until >= :now")
                .bind("token", tokenHash)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Row(
                        tokenHash,
                        new PersonId(row.getString("person")),
                        row.getString("purpose"),
                        Instant.ofEpochMilli(row.getLong("until")),
                        row.getString("session_hash"),
                        State.valueOf(row.getString("state"))))
                .findOne();
    }

    /** The first browser gets it; false for every other. */
    public boolean open(String tokenHash, String sessionHash) {
        return handle.createUpdate("UPDATE page SET state = 'OPEN', session_hash = :session"
                                + " WHERE token_hash = :token AND state = 'NEW'")
                        .bind("session", sessionHash)
                        .bind("token", tokenHash)
                        .execute()
                == 1;
    }

    /** False when it was no longer there. */
    public boolean move(String tokenHash, State from, State to) {
        return handle.createUpdate("UPDATE page SET state = :to WHERE token_hash = :token AND state = :from")
                        .bind("to", to.name())
                        .bind("from", from.name())
                        .bind("token", tokenHash)
                        .execute()
                == 1;
    }
}
