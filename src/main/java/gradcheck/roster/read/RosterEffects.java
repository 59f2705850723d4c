package gradcheck.roster.read;

import gradcheck.domain.Correction;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Reopenings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from a change of the roster: corrections that are done, records to be confirmed anew, notices. */
final class RosterEffects {
    /** The flow whose questions show the record. */
    private static final String RECORD_FLOW = "record";
    /** The question before them; were it renamed, the flow would open at its first one all the same. */
    private static final String BEFORE_THE_RECORD = "notice";

    private final Season season;
    private final Notices notices;

    RosterEffects(Season season, Notices notices) {
        this.season = season;
        this.notices = notices;
    }

    /** How many corrections were settled, records reopened and people told. */
    record Sum(int settled, int reopened, int told) {}

    Sum foreseen(Tables tables, RosterChange change) {
        Situation now = situation(tables, change);
        return new Sum(
                change.settled().size(),
                now.reopens().isPresent() ? 1 : 0,
                says(change, now).isEmpty() ? 0 : 1);
    }

    /** After the roster itself was changed. */
    Sum carryOut(Tables tables, RosterChange change, Instant now) {
        Situation situation = situation(tables, change);
        for (CorrectionRows.Row row : change.settled()) {
            var step = new CorrectionRows.Step(CorrectionState.IN_SYSTEM, "", "", now);
            tables.corrections().move(row.id(), row.state(), step);
        }
        situation.reopens().ifPresent(version -> tables.reopenings()
                .demand(
                        season.year(),
                        new Reopenings.Row(change.student().number(), version, reason(change), "", now)));
        if (situation.isMidway()) {
            tables.conversations().rewind(change.account(), RECORD_FLOW, BEFORE_THE_RECORD, now);
        }
        List<Say> says = says(change, situation);
        boolean isTold =
                !says.isEmpty() && notices.tell(tables, change.account(), says, occasion(change, situation, now), now);
        return new Sum(change.settled().size(), situation.reopens().isPresent() ? 1 : 0, isTold ? 1 : 0);
    }

    /**
     * How the student stands to the change.
     *
     * @param isMidway they have been shown the record as it was and have not confirmed
     * @param takesPart neither paused nor taken out of the list
     */
    private record Situation(
            Optional<Confirmations.Row> confirmed, Optional<Integer> reopens, boolean isMidway, boolean takesPart) {}

    private Situation situation(Tables tables, RosterChange change) {
        if (change.differences().isEmpty() && change.settled().isEmpty()) {
            return new Situation(Optional.empty(), Optional.empty(), false, false);
        }
        String number = change.student().number();
        Optional<Confirmations.Row> confirmed = tables.confirmations().latest(season.year(), number);
        boolean isMidway = !change.differences().isEmpty()
                && tables.conversations().isBeyond(change.account(), RECORD_FLOW, BEFORE_THE_RECORD);
        boolean takesPart = tables.standings().of(season.year(), number).state() == Standing.State.IN;
        return new Situation(confirmed, change.reopens(confirmed), isMidway, takesPart);
    }

    private List<Say> says(RosterChange change, Situation situation) {
        List<Say> says = new ArrayList<>();
        if (!situation.takesPart()) {
            return says;
        }
        String name = change.student().name();
        if (!change.settled().isEmpty()) {
            List<String> lines = change.settled().stream().map(this::remark).toList();
            says.add(ImportPhrases.SETTLED.with("name", name, "lines", lines));
        }
        if (situation.reopens().isPresent()) {
            says.add(ImportPhrases.REOPENED.with("name", name, "lines", remarks(change.unasked())));
        } else if (situation.isMidway()) {
            says.add(ImportPhrases.MIDWAY.with("name", name, "lines", remarks(change.differences())));
        } else if (!says.isEmpty()) {
            says.add(ImportPhrases.SETTLED_NEXT.say());
        }
        return says;
    }

    private String reason(RosterChange change) {
        String labels = String.join(
                "、", change.unasked().stream().map(d -> d.field().label()).toList());
        return notices.rendered(ImportPhrases.REASON.with("fields", labels));
    }

    private String remark(CorrectionRows.Row row) {
        return season.fields().remark(row.field(), row.before(), row.after());
    }

    private static List<String> remarks(List<Correction> corrections) {
        return corrections.stream().map(Correction::remark).toList();
    }

    /** The same change of the same confirmed version on the same day is one occasion. */
    private String occasion(RosterChange change, Situation situation, Instant now) {
        List<String> content = new ArrayList<>();
        change.differences().forEach(d -> content.addAll(List.of(d.field().code(), d.before(), d.after())));
        change.settled().forEach(s -> content.add("#" + s.id().college() + s.tag()));
        content.add(situation.confirmed().map(Confirmations.Row::receipt).orElse(""));
        return "roster|" + season.year() + "|" + change.student().number() + "|"
                + now.atZone(season.zone()).toLocalDate() + "|" + Notices.digest(content);
    }
}
