package gradcheck.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestSettings;
import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import gradcheck.store.Tables;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.desk.Relays;
import gradcheck.store.people.ContactHistory;
import gradcheck.store.people.Conversations;
import gradcheck.store.people.Scope;
import gradcheck.store.people.StaffMembers;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Postponed;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Within one transaction a row that was asked for before is the new one as soon as it is written. */
class ReadCacheTest extends OnAFreshStore {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    private static final PersonId ZHANG = new PersonId("zhang");
    private static final CorrectionRows.Owner OWNER = new CorrectionRows.Owner(2027, "文学院", "1", 1);
    private static final CorrectionRows.New CORRECTION =
            new CorrectionRows.New("MZ", "汉族", "回族", "KEY", CorrectionState.MATERIAL_DUE, Map.of());

    /** What is read before and after something is written, in one transaction. */
    private <T> List<T> around(Function<Tables, T> read, Consumer<Tables> write) {
        return write(t -> {
            T before = read.apply(t);
            write.accept(t);
            T after = read.apply(t);
            assertThat(after)
                    .as("what a transaction reads that remembers nothing")
                    .isEqualTo(read.apply(afresh(t)));
            return List.of(before, after);
        });
    }

    private static Tables afresh(Tables t) {
        FieldCipher seal = new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom());
        return new Tables(t.handle(), seal, TestSettings.season());
    }

    private static Conversation at(String question) {
        return new Conversation("record", question, Answers.NONE, List.of());
    }

    @Test
    void a_conversation_that_is_kept_rewound_ended_or_forgotten() {
        Function<Tables, String> open =
                t -> t.conversations().open(ZHANG).map(Conversation::question).orElse("none");
        assertThat(around(open, t -> t.conversations().keepOpen(ZHANG, at("notice"), NOW)))
                .containsExactly("none", "notice");
        assertThat(around(open, t -> t.conversations().rewind(ZHANG, "record", "record", NOW)))
                .containsExactly("notice", "record");
        assertThat(around(open, t -> t.conversations().end(ZHANG, "record"))).containsExactly("record", "none");
        assertThat(around(open, t -> t.conversations().keepOpen(ZHANG, at("notice"), NOW)))
                .containsExactly("none", "notice");
        assertThat(around(open, t -> t.conversations().forget(ZHANG))).containsExactly("notice", "none");
    }

    @Test
    void a_correction_that_is_added_or_moved() {
        Function<Tables, List<CorrectionState>> states = t -> t.corrections().of(2027, "1").stream()
                .map(CorrectionRows.Row::state)
                .toList();
        assertThat(around(states, t -> t.corrections().add(OWNER, CORRECTION, NOW)))
                .containsExactly(List.of(), List.of(CorrectionState.MATERIAL_DUE));
        CorrectionRows.Id id = new CorrectionRows.Id(2027, "文学院", 1);
        var sent = new CorrectionRows.Step(CorrectionState.MATERIAL_SENT, "", "", NOW);
        assertThat(around(states, t -> t.corrections().move(id, CorrectionState.MATERIAL_DUE, sent)))
                .containsExactly(List.of(CorrectionState.MATERIAL_DUE), List.of(CorrectionState.MATERIAL_SENT));
    }

    @Test
    void a_confirmation_that_is_appended() {
        Function<Tables, Integer> latest = t -> t.confirmations()
                .latest(2027, "1")
                .map(Confirmations.Row::version)
                .orElse(0);
        assertThat(around(latest, t -> t.confirmations()
                        .append(new Confirmations.New(
                                2027, "文学院", "r-1", "1", 1, "无误", NOW, false, List.of("1"), "salt", "shown"))))
                .containsExactly(0, 1);
    }

    @Test
    void how_a_person_likes_to_talk() {
        Function<Tables, Integer> ignored = t ->
                t.acquaintances().of(ZHANG).map(ContactHistory.Row::ignored).orElse(-1);
        assertThat(around(ignored, t -> t.acquaintances().seen(ZHANG, NOW))).containsExactly(-1, 0);
        assertThat(around(ignored, t -> t.acquaintances().ignored(ZHANG))).containsExactly(0, 1);
        assertThat(around(ignored, t -> t.acquaintances().tapped(ZHANG))).containsExactly(1, 0);
    }

    @Test
    void who_a_question_is_with_and_who_a_secretary_is() {
        Function<Tables, Boolean> relay = t -> t.relays().of(2027, "1").isPresent();
        var row = new Relays.Row("1", Relays.State.OPEN, "", NOW, NOW);
        assertThat(around(relay, t -> t.relays().put(2027, row))).containsExactly(false, true);
        Function<Tables, Integer> secretaries =
                t -> t.staff().secretariesOf("文学院").size();
        var member = new StaffMembers.Member(ZHANG, StaffMembers.Role.SECRETARY, "文学院", "张", "", "");
        assertThat(around(secretaries, t -> t.staff().replaceAll(List.of(member))))
                .containsExactly(0, 1);
    }

    @Test
    void all_conversations_of_a_person_as_one_of_them_is_opened_laid_aside_or_ended() {
        Function<Tables, List<Object>> all = t -> List.of(
                t.conversations().open(ZHANG),
                t.conversations().of(ZHANG, "record"),
                t.conversations().of(ZHANG, "photo"),
                t.conversations().begun(ZHANG));
        Answers answers = new Answers(Map.of("what", "two\nlines \\ and\r more", "none", ""));
        var record = new Conversation("record", "notice", answers, List.of("one", "", "two"));
        List<Consumer<Conversations>> steps = List.of(
                c -> c.keepOpen(ZHANG, record, NOW),
                c -> c.keepOpen(ZHANG, Conversation.at("photo", "ask"), NOW),
                c -> c.keepAside(ZHANG, Conversation.at("record", "notice"), NOW),
                c -> c.keepOpen(ZHANG, record, NOW),
                c -> c.keepAside(ZHANG, record, NOW),
                c -> c.rewind(ZHANG, "record", "first", NOW),
                c -> c.end(ZHANG, "photo"),
                c -> c.forget(ZHANG));
        for (Consumer<Conversations> step : steps) {
            List<List<Object>> seen = around(all, t -> step.accept(t.conversations()));
            assertThat(seen.get(0)).isNotEqualTo(seen.get(1));
        }
    }

    @Test
    void whose_account_it_is() {
        Function<Tables, String> who = t -> t.students()
                .byPerson(2027, ZHANG)
                .map(s -> s.student().number() + s.student().webPhoto())
                .orElse("nobody");
        Student student = new Student("1", Map.of("XM", "张"), WebPhoto.UNKNOWN, false);
        PersonId other = new PersonId("other");
        List<Consumer<Tables>> steps = List.of(
                t -> t.students().put(2027, ZHANG, student, NOW),
                t -> t.students().setWebPhoto(2027, "1", WebPhoto.ONLINE, NOW),
                t -> t.students().freeAccount(2027, "1"),
                t -> t.bindings().bind(2027, "1", ZHANG, NOW),
                t -> t.bindings().release(2027, "1"),
                t -> t.bindings().bind(2027, "1", ZHANG, NOW),
                t -> t.bindings().giveWay(2027, ZHANG));
        for (Consumer<Tables> step : steps) {
            List<String> seen = around(who, step);
            assertThat(seen.get(0)).isNotEqualTo(seen.get(1));
        }
        assertThat(around(who, t -> t.students().put(2027, other, student, NOW)))
                .containsExactly("nobody", "nobody");
    }

    @Test
    void what_somebody_on_the_staff_list_may_see() {
        Function<Tables, Integer> rows = t -> t.staff().rowsOf(ZHANG).size();
        var member = new StaffMembers.Member(ZHANG, StaffMembers.Role.OFFICE, "", "张", "", "");
        assertThat(around(rows, t -> t.staff().replaceAll(List.of(member)))).containsExactly(0, 1);
        assertThat(around(rows, t -> t.staff().replaceAll(List.of()))).containsExactly(1, 0);
    }

    @Test
    void what_colleges_classes_and_majors_there_are() {
        var asked = new StudentQueries.Asked(2027, Scope.ALL);
        Function<Tables, List<StudentQueries.Place>> places = t -> t.roll().places(asked);
        Student student = new Student("1", Map.of("FY", "文学院", "BH", "一班", "ZYMC", "文学"), WebPhoto.UNKNOWN, false);
        assertThat(around(places, t -> t.students().put(2027, ZHANG, student, NOW)))
                .containsExactly(List.of(), List.of(new StudentQueries.Place("文学院", "一班", "文学")));
    }

    @Test
    void what_is_kept_back_for_later() {
        Function<Tables, Integer> rows = t -> t.postponed().of(2027, "1").size();
        assertThat(around(rows, t -> t.postponed().keep(2027, new Postponed.Row("1", "ZZMM", "群众", NOW))))
                .containsExactly(0, 1);
        assertThat(around(rows, t -> t.postponed().clear(2027, "1"))).containsExactly(1, 0);
    }

    @Test
    void a_person_who_is_met_again_and_prefers_text() {
        Function<Tables, Object> row = t -> t.acquaintances().of(ZHANG);
        Instant later = NOW.plusSeconds(86_400).plusNanos(1234);
        List<Consumer<ContactHistory>> steps = List.of(
                c -> c.seen(ZHANG, NOW),
                c -> c.seen(ZHANG, later),
                c -> c.ignored(ZHANG),
                c -> c.prefer(ZHANG, true),
                c -> c.ignored(ZHANG),
                c -> c.prefer(ZHANG, false),
                c -> c.tapped(ZHANG));
        for (Consumer<ContactHistory> step : steps) {
            List<Object> seen = around(row, t -> step.accept(t.acquaintances()));
            assertThat(seen.get(0)).isNotEqualTo(seen.get(1));
        }
    }

    @Test
    void what_was_offered_is_settled_once_it_is_taken() {
        write(t -> {
            t.offers().make(ZHANG, List.of("一", "二"), NOW);
            assertThat(t.offers().take(ZHANG)).containsExactly("一", "二");
            return t.offers().take(ZHANG);
        });
        assertThat(this.<List<String>>write(t -> t.offers().take(ZHANG))).isEmpty();
    }
}
