package gradcheck.turn.student;

import gradcheck.domain.Correction;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.EditClass;
import gradcheck.domain.Season;
import gradcheck.flows.record.RecordConfirmed;
import gradcheck.store.Tables;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Postponed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a confirmation means for the corrections: new ones are handed to the college, those of an earlier version that
 * still stand go on where they were, those that are wanted no more are withdrawn.
 */
record CorrectionUpdate(Tables tables, Season season, StudentView view, Instant now) {
    void apply(int version, RecordConfirmed confirmed) {
        for (CorrectionRows.Row row : view.corrections()) {
            boolean stays = confirmed.corrections().stream().anyMatch(d -> isSame(row, d.correction()));
            if (row.state().isOpen() && !stays) {
                tables.corrections()
                        .move(row.id(), row.state(), new CorrectionRows.Step(CorrectionState.WITHDRAWN, "", "", now));
            }
        }
        confirmed.corrections().forEach(d -> standing(d.correction())
                .ifPresentOrElse(row -> tables.corrections().carry(row.id(), version), () -> add(version, d)));
        postpone(confirmed.postponed());
    }

    /** These wait for the Party committee's word, and no others. */
    void postpone(List<Correction> waiting) {
        tables.postponed().clear(season.year(), view.student().number());
        for (Correction kept : waiting) {
            tables.postponed()
                    .keep(
                            season.year(),
                            new Postponed.Row(
                                    view.student().number(), kept.field().code(), kept.after(), now));
        }
    }

    /** An earlier correction that asks for the same and is still under way. */
    private Optional<CorrectionRows.Row> standing(Correction correction) {
        return view.corrections().stream()
                .filter(row -> row.state().isOpen() && isSame(row, correction))
                .findFirst();
    }

    private static boolean isSame(CorrectionRows.Row row, Correction correction) {
        return row.field().equals(correction.field().code()) && row.after().equals(correction.after());
    }

    private void add(int version, RecordConfirmed.Detailed detailed) {
        Correction correction = detailed.correction();
        EditClass editClass = correction.field().editClass();
        var owner = new CorrectionRows.Owner(
                season.year(), view.student().college(), view.student().number(), version);
        tables.corrections()
                .add(
                        owner,
                        new CorrectionRows.New(
                                correction.field().code(),
                                correction.before(),
                                correction.after(),
                                editClass.title(),
                                CorrectionState.first(editClass),
                                detailed.details()),
                        now);
    }
}
