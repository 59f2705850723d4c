package gradcheck.store;

import gradcheck.message.PersonId;
import gradcheck.verification.Claim;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who has tied their account to a student by themselves, and who has tried in vain. */
public final class Bindings {
    /** No claim can read like that. */
    private static final String NOBODY = "||";

    private final Handle handle;
    private final Seal seal;

    Bindings(Handle handle, Seal seal) {
        this.handle = handle;
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
        return handle.createUpdate("INSERT INTO binding (season, number, person, at)"
                                + " VALUES (:season, :number, :person, :at) ON CONFLICT DO NOTHING")
                        .bind("season", season)
                        .bind("number", number)
                        .bind("person", person.value())
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    /** The 学号 of the student who has bound this account. */
    public Optional<String> studentOf(int season, PersonId person) {
        return handle.createQuery("SELECT number FROM binding WHERE season = :season AND person = :person")
                .bind("season", season)
                .bind("person", person.value())
                .mapTo(String.class)
                .findOne();
    }

    /** When the student bound an account by themselves. */
    public Optional<Instant> boundAt(int season, String number) {
        return handle.createQuery("SELECT at FROM binding WHERE season = :season AND number = :number")
                .bind("season", season)
                .bind("number", number)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Unties the student, so that another account can be bound; false when none was. */
    public boolean release(int season, String number) {
        return handle.createUpdate("DELETE FROM binding WHERE season = :season AND number = :number")
                        .bind("season", season)
                        .bind("number", number)
                        .execute()
                == 1;
    }

    /** A claim that was not proved: by whom, and for which 学号, kept as an index, for it may be any number. */
    public void failed(PersonId person, String number, Instant at) {
        handle.createUpdate("INSERT INTO binding_failure (person, number, at) VALUES (:person, :number, :at)")
                .bind("person", person.value())
                .bind("number", index(number))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** How often this account has failed since it was last unlocked. */
    public int failuresOf(PersonId person) {
        return handle.createQuery("SELECT COUNT(*) FROM binding_failure WHERE person = :person")
                .bind("person", person.value())
                .mapTo(Integer.class)
                .one();
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
