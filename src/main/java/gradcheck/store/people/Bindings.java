package gradcheck.store.people;

import gradcheck.domain.Claim;
import gradcheck.message.PersonId;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.ChangedStudents;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Accounts that are a student's though the roster names another, one per door; and who has tried in vain. */
public final class Bindings {
    /** No claim can read like that. */
    private static final String NOBODY = "||";
    /** The door all come by so far: the self-built application. */
    static final String APPLICATION = "app";

    private static final String OF_STUDENT = " WHERE season = :season AND number = :number AND door = 'app'";
    private static final String OF_PERSON = " WHERE season = :season AND person = :person AND door = 'app'";

    private final Handle handle;
    private final ChangedStudents changed;
    private final FieldCipher seal;
    private final Runnable rebound;

    /** @param rebound is told when an account may have become another student's */
    public Bindings(Handle handle, FieldCipher seal, ChangedStudents changed, Runnable rebound) {
        this.rebound = rebound;
        this.handle = handle;
        this.changed = changed;
        this.seal = seal;
    }

    /** Compares in constant time, and an absent student no faster than a wrong claim. */
    public boolean proves(Claim claim, Optional<Claim> truth) {
        byte[] said = seal.index(claim.text());
        byte[] known = seal.index(truth.map(Claim::text).orElse(NOBODY));
        boolean same = MessageDigest.isEqual(said, known);
        return same && claim.isComplete();
    }

    /** Ties the account to the student; false when either is tied already. */
    public boolean bind(int season, String number, PersonId person, Instant at) {
        rebound.run();
        changed.add(season, number);
        return handle.createUpdate("INSERT INTO binding (season, number, door, person, at)"
                                + " VALUES (:season, :number, :door, :person, :at) ON CONFLICT DO NOTHING")
                        .bind("door", APPLICATION)
                        .bind("season", season)
                        .bind("number", number)
                        .bind("person", person.value())
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    /** The 学号 of the student this account was tied to. */
    public Optional<String> studentOf(int season, PersonId person) {
        return studentOf(handle, season, person);
    }

    static Optional<String> studentOf(Handle handle, int season, PersonId person) {
        return handle.createQuery("SELECT number FROM binding" + OF_PERSON)
                .bind("season", season)
                .bind("person", person.value())
                .mapTo(String.class)
                .findOne();
    }

    /** When another account than the roster's became the student's. */
    public Optional<Instant> boundAt(int season, String number) {
        return handle.createQuery("SELECT at FROM binding" + OF_STUDENT)
                .bind("season", season)
                .bind("number", number)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Unties the student, so that another account can be bound; false when none was. */
    public boolean release(int season, String number) {
        rebound.run();
        changed.add(season, number);
        return handle.createUpdate("DELETE FROM binding" + OF_STUDENT)
                        .bind("season", season)
                        .bind("number", number)
                        .execute()
                == 1;
    }

    /** The roster gives this account to somebody: whatever it was tied to before no longer counts. */
    public void giveWay(int season, PersonId person) {
        rebound.run();
        changed.add(person);
        handle.createUpdate("DELETE FROM binding" + OF_PERSON)
                .bind("season", season)
                .bind("person", person.value())
                .execute();
    }

    /**
     * A claim that was not proved: by whom, and for which 学号, kept as an index, for it may be any number.
     *
     * @param forgotten failures whose last is no later are forgotten first
     */
    public void failed(PersonId person, String number, Instant at, Instant forgotten) {
        if (failuresOf(person, forgotten) == 0) {
            unlock(person);
        }
        handle.createUpdate("INSERT INTO binding_failure (person, number, at) VALUES (:person, :number, :at)")
                .bind("person", person.value())
                .bind("number", index(number))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** How often this account has failed since it was last unlocked; none if its last failure is no later than that. */
    public int failuresOf(PersonId person, Instant forgotten) {
        return handle.createQuery("SELECT COUNT(*) FROM binding_failure WHERE person = :person"
                        + " AND (SELECT MAX(at) FROM binding_failure WHERE person = :person) > :forgotten")
                .bind("person", person.value())
                .bind("forgotten", forgotten.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /** When this account failed last. */
    public Optional<Instant> lastFailureOf(PersonId person) {
        return handle.createQuery("SELECT at FROM binding_failure WHERE person = :person ORDER BY at DESC LIMIT 1")
                .bind("person", person.value())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Which accounts have failed for this 学号. */
    public List<PersonId> whoFailedFor(String number) {
        return handle.createQuery("SELECT DISTINCT person FROM binding_failure WHERE number = :number ORDER BY person")
                .bind("number", index(number))
                .mapTo(String.class)
                .map(PersonId::new)
                .list();
    }

    /** How often somebody has failed for this 学号 since then. */
    public int failuresFor(String number, Instant since) {
        return handle.createQuery("SELECT COUNT(*) FROM binding_failure WHERE number = :number AND at >= :since")
                .bind("number", index(number))
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /** Forgets the failures for this 学号 and of everybody who failed for it; how many accounts may try again. */
    public int unlock(String number) {
        int people = handle.createQuery("SELECT COUNT(DISTINCT person) FROM binding_failure WHERE number = :number")
                .bind("number", index(number))
                .mapTo(Integer.class)
                .one();
        handle.createUpdate("DELETE FROM binding_failure WHERE person IN"
                        + " (SELECT person FROM binding_failure WHERE number = :number)")
                .bind("number", index(number))
                .execute();
        return people;
    }

    /** Forgets the failures of one account: after it has proved itself, or because the office says so. */
    public void unlock(PersonId person) {
        handle.createUpdate("DELETE FROM binding_failure WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }

    private String index(String number) {
        return Base64.getEncoder().encodeToString(seal.index(number));
    }
}
