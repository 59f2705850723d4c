package gradcheck.roster.read;

import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.read.PhotoFile.PhotoState;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the registrar's word about the photos in: compares, changes what is new, tells whom it concerns. A row that
 * changes nothing tells nobody; one older than the last list is left aside.
 */
public final class PhotoImport {
    private final Season season;
    private final Notices notices;
    private final boolean isList;

    private PhotoImport(Season season, Notices notices, boolean isList) {
        this.season = season;
        this.notices = notices;
        this.isList = isList;
    }

    /** For the registrar's photo lists. */
    public static PhotoImport ofList(Season season, Notices notices) {
        return new PhotoImport(season, notices, true);
    }

    /** For the roster's own column, which counts until a list has spoken. */
    static PhotoImport ofRoster(Season season, Notices notices) {
        return new PhotoImport(season, notices, false);
    }

    /**
     * What became of the rows.
     *
     * @param outdated the 学号 of those for whom a later list is known
     * @param unknown the 学号 that aren't in the roster
     * @param told how many students get a message
     * @param clashes of those, how many had said something else
     */
    public record Outcome(
            int changed, int unchanged, List<String> outdated, List<String> unknown, int told, int clashes) {}

    /** What {@link #carryOut} would do; nothing is changed. */
    public Outcome preview(Tables tables, List<PhotoState> states) {
        return compared(tables, states).outcome();
    }

    /** Changes the photos and tells the students and, of contradictions, their secretaries. */
    public Outcome carryOut(Tables tables, List<PhotoState> states, Instant now) {
        Comparison comparison = compared(tables, states);
        for (PhotoState state : comparison.inForce) {
            keep(tables, state);
        }
        ClashReport clashes = new ClashReport(season, notices);
        int told = 0;
        LocalDate today = now.atZone(season.zone()).toLocalDate();
        for (PhotoChange change : comparison.told()) {
            List<Say> says = List.of(change.says(season, today));
            told += notices.tell(tables, change.who().person(), says, change.occasion(season), now) ? 1 : 0;
            if (change.clash().isPresent()) {
                clashes.add(change);
            }
        }
        clashes.tell(tables, now);
        Outcome outcome = comparison.outcome();
        return new Outcome(
                outcome.changed(), outcome.unchanged(), outcome.outdated(), outcome.unknown(), told, outcome.clashes());
    }

    private void keep(Tables tables, PhotoState state) {
        Instant at = state.day().atStartOfDay(season.zone()).toInstant();
        tables.students().setWebPhoto(season.year(), state.number(), state.photo(), at);
        if (isList) {
            tables.students().setPhotoListDay(season.year(), state.number(), state.day());
        }
    }

    private Comparison compared(Tables tables, List<PhotoState> states) {
        Map<String, LocalDate> listed = tables.students().photoListDays(season.year());
        Map<String, Map<PhotoFact, Noted>> facts = tables.photoFacts().ofAll(season.year());
        Map<String, Standing.State> standings = tables.standings().states(season.year());
        Comparison comparison = new Comparison();
        for (PhotoState state : states) {
            Optional<Enrolled> who = tables.students().byNumber(season.year(), state.number());
            boolean isOutdated = Optional.ofNullable(listed.get(state.number()))
                    .filter(day -> day.isAfter(state.day()))
                    .isPresent();
            boolean takesPart = standings.getOrDefault(state.number(), Standing.State.IN) == Standing.State.IN;
            if (who.isEmpty()) {
                comparison.unknown.add(state.number());
            } else if (isOutdated) {
                comparison.outdated.add(state.number());
            } else {
                comparison.add(
                        new PhotoChange(who.get(), state, facts.getOrDefault(state.number(), Map.of()), takesPart));
            }
        }
        return comparison;
    }

    /** The list beside what is stored. */
    private static final class Comparison {
        private final List<PhotoState> inForce = new ArrayList<>();
        private final List<PhotoChange> changes = new ArrayList<>();
        private final List<String> outdated = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();

        void add(PhotoChange change) {
            inForce.add(change.state());
            if (change.isNew()) {
                changes.add(change);
            }
        }

        /** That the registrar knows nothing is no news, and who was taken out or paused is left in peace. */
        List<PhotoChange> told() {
            return changes.stream()
                    .filter(c -> c.takesPart() && c.state().photo() != WebPhoto.UNKNOWN)
                    .toList();
        }

        Outcome outcome() {
            List<PhotoChange> told = told();
            int clashes = (int) told.stream().filter(c -> c.clash().isPresent()).count();
            return new Outcome(
                    changes.size(), inForce.size() - changes.size(), outdated, unknown, told.size(), clashes);
        }
    }
}
