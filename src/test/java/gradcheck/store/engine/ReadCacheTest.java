package gradcheck.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.domain.CorrectionState;
import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import gradcheck.store.Tables;
import gradcheck.store.desk.Relays;
import gradcheck.store.people.ContactHistory;
import gradcheck.store.people.StaffMembers;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import java.time.Instant;
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
            return List.of(before, read.apply(t));
        });
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
}
