package gradcheck.domain.chain;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.chain.AuditCheck.Fault;
import gradcheck.domain.chain.AuditCheck.Wrong;
import gradcheck.message.PersonId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The audit's chain followed line by line, with names that a purge took out of it. */
class AuditCheckTest {
    private static final String DIGEST = AuditLine.digest("salt", "jm");

    private final AuditCheck check = new AuditCheck();

    private static AuditLine line(long link, String actor, String actorProof, String act) {
        return new AuditLine(link, Instant.EPOCH, new PersonId(actor), act, "0001", "ok", actorProof, "t", "");
    }

    private void take(AuditLine line) {
        check.take(line.after(check.head()));
    }

    @Test
    void the_head_is_the_last_hash_and_what_was_taken_out_by_a_purge_is_counted() {
        take(line(1, AuditLine.ERASED, DIGEST, "look"));
        take(line(2, AuditLine.ERASED, DIGEST, "look"));
        assertThat(check.fault()).contains(new Fault(Wrong.ERASED, 1));
        AuditLine purge = line(3, "office", "salt", AuditLine.PURGE).after(check.head());
        check.take(purge);
        assertThat(check.fault()).isEmpty();
        assertThat(check.head()).isEqualTo(purge.hash());
        assertThat(check.count()).isEqualTo(3);
        assertThat(check.erased()).isEqualTo(2);
    }

    @Test
    void a_digest_beside_another_actors_name_is_a_forgery() {
        take(line(1, "jm", "salt", "look"));
        take(line(2, "innocent", DIGEST, "look"));
        assertThat(check.fault()).contains(new Fault(Wrong.CHANGED, 2));
    }

    @Test
    void a_line_that_cannot_even_be_read_is_a_changed_one_and_the_first_fault_stays() {
        take(line(1, "jm", "salt", "look"));
        check.refuse();
        assertThat(check.fault()).contains(new Fault(Wrong.CHANGED, 2));
        take(line(5, "jm", "salt", "look"));
        check.refuse();
        assertThat(check.fault()).contains(new Fault(Wrong.CHANGED, 2));
        assertThat(check.count()).isEqualTo(1);
    }
}
