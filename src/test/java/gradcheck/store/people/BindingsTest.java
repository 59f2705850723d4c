package gradcheck.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.domain.Claim;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is who: the roster's accounts, and those that students have bound by themselves. */
class BindingsTest extends OnAFreshStore {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    private static final PersonId OWN = new PersonId("lisi-wx");

    private static Student student(String number, String name) {
        return new Student(
                number, Map.of("XM", name, "FY", "文学院", "SFZH", "629999200504120032"), WebPhoto.UNKNOWN, false);
    }

    private void imported(String number, String name, String account) {
        write(t -> {
            t.students().put(2027, new PersonId(account), student(number, name), NOW);
            return true;
        });
    }

    private Optional<String> numberOf(String account) {
        return read(t -> t.students().byPerson(2027, new PersonId(account)))
                .map(e -> e.student().number());
    }

    @Test
    void a_later_import_does_not_undo_a_binding() {
        imported("1", "李四", "1");
        assertThat(this.<Boolean>write(t -> t.bindings().bind(2027, "1", OWN, NOW)))
                .isTrue();
        imported("1", "李四", "1");
        assertThat(numberOf("lisi-wx")).contains("1");
        // The roster's account is the student's, too: as soon as it writes, the other one gives way.
        assertThat(numberOf("1")).contains("1");
        assertThat(read(t -> t.students().byNumber(2027, "1")).orElseThrow().person())
                .isEqualTo(OWN);
    }

    @Test
    void an_account_that_the_roster_gives_to_another_student_is_that_ones_and_nobody_elses() {
        imported("1", "李四", "1");
        assertThat(this.<Boolean>write(t -> t.bindings().bind(2027, "1", OWN, NOW)))
                .isTrue();
        assertThat(this.<Boolean>write(t -> t.bindings().bind(2027, "2", OWN, NOW)))
                .isFalse();
        assertThat(this.<Boolean>write(t -> t.bindings().bind(2027, "1", new PersonId("other"), NOW)))
                .isFalse();
        imported("2", "王五", "lisi-wx");
        assertThat(numberOf("lisi-wx")).contains("2");
        assertThat(read(t -> t.students().ofCollege(2027, "")).stream().map(Students.Enrolled::person))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_claim_is_proved_only_as_a_whole() {
        Claim truth = Claim.of(student("1", "阿依古丽·买买提"));
        assertThat(proves(new Claim(" １ ", "阿依古丽买买提", "120032"), Optional.of(truth)))
                .isTrue();
        assertThat(proves(new Claim("1", "阿依古丽·买买提", "120031"), Optional.of(truth)))
                .isFalse();
        assertThat(proves(new Claim("1", "李四", "120032"), Optional.of(truth))).isFalse();
        assertThat(proves(new Claim("2", "阿依古丽·买买提", "120032"), Optional.of(truth)))
                .isFalse();
        assertThat(proves(new Claim("", "", ""), Optional.empty())).isFalse();
    }

    @Test
    void a_student_without_a_certificate_number_can_not_be_claimed() {
        Claim truth = Claim.of(new Student("1", Map.of("XM", "李四"), WebPhoto.UNKNOWN, false));
        assertThat(proves(new Claim("1", "李四", ""), Optional.of(truth))).isFalse();
        assertThat(proves(new Claim("1", "李四", "。"), Optional.of(truth))).isFalse();
    }

    private boolean proves(Claim claim, Optional<Claim> truth) {
        return read(t -> t.bindings().proves(claim, truth));
    }

    @Test
    void unlocking_a_student_lets_everybody_try_again_who_had_failed_for_them() {
        for (int i = 0; i < 5; i++) {
            write(t -> {
                t.bindings().failed(OWN, "1", NOW, Instant.EPOCH);
                return true;
            });
        }
        assertThat(this.<Integer>read(t -> t.bindings().failuresOf(OWN, Instant.EPOCH)))
                .isEqualTo(5);
        assertThat(this.<Integer>write(t -> t.bindings().unlock("1"))).isEqualTo(1);
        assertThat(this.<Integer>read(t -> t.bindings().failuresOf(OWN, Instant.EPOCH)))
                .isZero();
        assertThat(this.<Integer>read(t -> t.bindings().failuresFor("1", NOW))).isZero();
    }

    @Test
    void answers_of_a_conversation_stand_sealed_in_the_files() throws Exception {
        Conversation draft = new Conversation(
                "record", "value", new Answers(Map.of("fix.SFZH", "629999200504120032")), List.of("record"));
        write(t -> {
            t.conversations().keepOpen(OWN, draft, NOW);
            return true;
        });
        assertThat(this.<Optional<Conversation>>read(t -> t.conversations().open(OWN)))
                .contains(draft);
        for (String file : List.of("t.db", "t.db-wal")) {
            String raw = new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1);
            assertThat(raw).doesNotContain("200504120032");
        }
    }
}
