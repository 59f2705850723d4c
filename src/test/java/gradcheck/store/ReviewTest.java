package gradcheck.store;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.Standing;
import gradcheck.store.record.CorrectionRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The steps of a correction, and where a student stands. */
class ReviewTest extends OnAFreshStore {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    private static final CorrectionRows.Owner OWNER = new CorrectionRows.Owner(2027, "文学院", "20230001", 1);

    private CorrectionRows.Id added() {
        int tag = write(t -> t.corrections()
                .add(
                        OWNER,
                        new CorrectionRows.New(
                                "MZ", "汉族", "回族", "关键信息", CorrectionState.MATERIAL_DUE, Map.of("when", "大二")),
                        NOW));
        return new CorrectionRows.Id(2027, "文学院", tag);
    }

    private boolean move(CorrectionRows.Id id, CorrectionState from, CorrectionState to, String actor) {
        return write(t -> t.corrections().move(id, from, new CorrectionRows.Step(to, "", actor, NOW)));
    }

    @Test
    void the_first_answer_wins_and_the_second_changes_nothing() {
        CorrectionRows.Id id = added();
        assertThat(move(id, CorrectionState.MATERIAL_DUE, CorrectionState.MATERIAL_RECEIVED, "chen"))
                .isTrue();
        assertThat(move(id, CorrectionState.MATERIAL_DUE, CorrectionState.SENT_BACK, "liu"))
                .isFalse();
        CorrectionRows.Row row = read(t -> t.corrections().byId(id)).orElseThrow();
        assertThat(row.state()).isEqualTo(CorrectionState.MATERIAL_RECEIVED);
        assertThat(row.reviewer()).isEqualTo("chen");
        assertThat(row.details()).containsEntry("when", "大二");
        assertThat(read(t -> t.corrections().steps(id)).stream().map(CorrectionRows.Step::state))
                .containsExactly(CorrectionState.MATERIAL_DUE, CorrectionState.MATERIAL_RECEIVED);
    }

    @Test
    void key_information_goes_by_the_college_and_the_office() {
        List<CorrectionState> way = List.of(
                CorrectionState.MATERIAL_DUE,
                CorrectionState.MATERIAL_SENT,
                CorrectionState.MATERIAL_RECEIVED,
                CorrectionState.WITH_OFFICE,
                CorrectionState.PASSED,
                CorrectionState.IN_SYSTEM);
        for (int i = 1; i < way.size(); i++) {
            assertThat(way.get(i - 1).mayBecome(way.get(i))).as("step " + i).isTrue();
        }
        assertThat(CorrectionState.MATERIAL_DUE.mayBecome(CorrectionState.PASSED))
                .isFalse();
        assertThat(CorrectionState.MATERIAL_RECEIVED.mayBecome(CorrectionState.PASSED))
                .isFalse();
        assertThat(CorrectionState.PASSED.mayBecome(CorrectionState.WITHDRAWN)).isFalse();
    }

    @Test
    void a_standing_is_kept_and_who_has_none_is_ordinary() {
        Standing before = read(t -> t.standings().of(2027, "20230001"));
        assertThat(before).isEqualTo(Standing.ORDINARY);
        Standing paused = new Standing(Standing.State.PAUSED, "住院", Optional.of(LocalDate.of(2027, 5, 6)), "chen", NOW);
        write(t -> {
            t.standings().put(2027, "20230001", paused);
            return paused;
        });
        Standing after = read(t -> t.standings().of(2027, "20230001"));
        assertThat(after).isEqualTo(paused);
    }
}
