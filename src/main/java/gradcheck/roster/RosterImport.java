package gradcheck.roster;

import gradcheck.roster.PhotoFile.PhotoState;
import gradcheck.roster.RosterFile.Enrolment;
import gradcheck.roster.RosterFile.RefusedRow;
import gradcheck.store.CorrectionRows;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.verification.Correction;
import gradcheck.verification.CorrectionState;
import gradcheck.verification.Season;
import gradcheck.verification.Student;
import gradcheck.verification.WebPhoto;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a roster in: compares it with what is stored, changes what is new, closes the corrections that have come true,
 * reopens confirmed records that are no longer what was confirmed, and tells whom it concerns. Nobody is deleted.
 */
public final class RosterImport {
    private final Season season;
    private final RosterEffects effects;
    private final PhotoImport photos;

    public RosterImport(Season season, Notices notices) {
        this.season = season;
        this.effects = new RosterEffects(season, notices);
        this.photos = PhotoImport.ofRoster(season, notices);
    }

    /** The rows of a file, and what it speaks of. */
    public record Upload(List<Enrolment> rows, RosterFile.Columns columns) {
        public Upload {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What became of the rows.
     *
     * @param absent the 学号 that are stored and not in the file
     * @param refused rows whose account is somebody else's
     * @param keptAccounts who uses another account than the one the file names, until that one writes
     * @param settled corrections that have come true
     * @param reopened confirmed records that must be looked at once more
     * @param told people who get a message
     */
    public record Outcome(
            int added,
            int changed,
            int unchanged,
            List<String> absent,
            List<RefusedRow> refused,
            int keptAccounts,
            int settled,
            int reopened,
            int told) {}

    /** What {@link #carryOut} would do; nothing is changed. */
    public Outcome preview(Tables tables, Upload upload, Instant now) {
        Comparison comparison = compared(tables, upload, now);
        int told = photos.preview(tables, comparison.photos()).told();
        int settled = 0;
        int reopened = 0;
        for (RosterChange change : comparison.changes) {
            RosterEffects.Sum sum = effects.foreseen(tables, change);
            settled += sum.settled();
            reopened += sum.reopened();
            told += sum.told();
        }
        return comparison.outcome(settled, reopened, told);
    }

    /** Changes the roster; everything in it happens, or nothing. */
    public Outcome carryOut(Tables tables, Upload upload, Instant now) {
        Comparison comparison = compared(tables, upload, now);
        comparison.changes.stream().filter(RosterChange::changesAccount).forEach(c -> tables.students()
                .freeAccount(season.year(), c.student().number()));
        comparison.changes.stream().filter(c -> c.isAdded() || c.isChanged()).forEach(c -> tables.students()
                .put(season.year(), c.person(), c.student(), now));
        comparison.changes.stream()
                .filter(c -> c.isAdded() || c.changesAccount())
                .forEach(c -> tables.bindings().giveWay(season.year(), c.person()));
        int settled = 0;
        int reopened = 0;
        int told = photos.carryOut(tables, comparison.photos(), now).told();
        for (RosterChange change : comparison.changes) {
            RosterEffects.Sum sum = effects.carryOut(tables, change, now);
            settled += sum.settled();
            reopened += sum.reopened();
            told += sum.told();
        }
        return comparison.outcome(settled, reopened, told);
    }

    private Comparison compared(Tables tables, Upload upload, Instant now) {
        Map<String, Enrolled> stored = new HashMap<>();
        tables.students().each(season.year(), "", e -> stored.put(e.student().number(), e));
        Accounts accounts = new Accounts(stored, upload.columns().hasAccount());
        Map<String, List<CorrectionRows.Row>> corrections = new HashMap<>();
        for (CorrectionRows.Row row : tables.corrections().ofCollege(season.year(), "")) {
            corrections.computeIfAbsent(row.number(), n -> new ArrayList<>()).add(row);
        }
        Map<String, LocalDate> listed = tables.students().photoListDays(season.year());
        Comparison comparison = new Comparison(accounts);
        for (Enrolment row : accounts.settle(upload.rows())) {
            String number = row.student().number();
            Optional<Enrolled> before = Optional.ofNullable(stored.remove(number));
            Optional<PhotoState> photo =
                    before.filter(b -> !listed.containsKey(number)).flatMap(b -> photo(b, row, now));
            Optional<Student> merged = before.map(b -> RosterChange.merged(b, row.student(), upload.columns()));
            comparison.changes.add(new RosterChange(
                    before,
                    accounts.of(row),
                    merged.orElse(row.student()),
                    differences(before, merged),
                    comeTrue(corrections.getOrDefault(number, List.of()), merged.orElse(row.student())),
                    photo));
        }
        accounts.refused().forEach(r -> stored.remove(numberOf(r, upload)));
        comparison.absent.addAll(stored.keySet().stream().sorted().toList());
        return comparison;
    }

    private List<Correction> differences(Optional<Enrolled> before, Optional<Student> merged) {
        return before.map(b -> RosterChange.differences(
                        b.student(), merged.orElseThrow(), season.fields().inOrder()))
                .orElse(List.of());
    }

    private static List<CorrectionRows.Row> comeTrue(List<CorrectionRows.Row> corrections, Student student) {
        return corrections.stream()
                .filter(c -> c.state().mayBecome(CorrectionState.IN_SYSTEM))
                .filter(c -> student.value(c.field()).equals(c.after()))
                .toList();
    }

    /** Until a photo list has spoken of a student, the roster's column is the registrar's word; it has no date. */
    private Optional<PhotoState> photo(Enrolled before, Enrolment row, Instant now) {
        WebPhoto said = row.student().webPhoto();
        boolean isNews = said != WebPhoto.UNKNOWN && said != before.student().webPhoto();
        LocalDate today = now.atZone(season.zone()).toLocalDate();
        return isNews ? Optional.of(new PhotoState(row.student().number(), said, today)) : Optional.empty();
    }

    private static String numberOf(RefusedRow refused, Upload upload) {
        return upload.rows().stream()
                .filter(r -> r.number() == refused.number())
                .map(r -> r.student().number())
                .findFirst()
                .orElse("");
    }

    /** The file beside what is stored. */
    private static final class Comparison {
        private final List<RosterChange> changes = new ArrayList<>();
        private final List<String> absent = new ArrayList<>();
        private final Accounts accounts;

        Comparison(Accounts accounts) {
            this.accounts = accounts;
        }

        List<PhotoState> photos() {
            return changes.stream().flatMap(c -> c.photo().stream()).toList();
        }

        Outcome outcome(int settled, int reopened, int told) {
            int added = (int) changes.stream().filter(RosterChange::isAdded).count();
            int changed = (int) changes.stream().filter(RosterChange::isChanged).count();
            return new Outcome(
                    added,
                    changed,
                    changes.size() - added - changed,
                    absent,
                    accounts.refused(),
                    accounts.elsewhere(),
                    settled,
                    reopened,
                    told);
        }
    }
}
