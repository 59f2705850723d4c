package gradcheck.roster.read;

import gradcheck.domain.ChangedBy;
import gradcheck.domain.Correction;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.read.PhotoFile.PhotoState;
import gradcheck.roster.read.RosterFile.Enrolment;
import gradcheck.roster.read.RosterFile.RefusedRow;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.CorrectionRows;
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
    private final OfficeReport report;
    private final LostAccounts accounts;

    public RosterImport(Season season, Notices notices) {
        this.season = season;
        this.effects = new RosterEffects(season, notices);
        this.photos = PhotoImport.ofRoster(season, notices);
        this.report = new OfficeReport(season, notices);
        this.accounts = new LostAccounts(season, notices);
    }

    /** The rows of a file, what it speaks of, and who sends it. */
    public record Upload(List<Enrolment> rows, RosterFile.Columns columns, Sender sender) {
        public Upload {
            rows = List.copyOf(rows);
        }

        /** The office's own list, which changes everything. */
        public Upload(List<Enrolment> rows, RosterFile.Columns columns) {
            this(rows, columns, Sender.OFFICE);
        }
    }

    /**
     * Who sends a list.
     *
     * @param side what it may change
     * @param name as the office is told, the college and the secretary
     */
    public record Sender(ChangedBy side, String name) {
        public static final Sender OFFICE = new Sender(ChangedBy.OFFICE, "");
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
     * @param held what a college's list says and only the office's may change
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
            int told,
            Held held) {}

    /**
     * What a college's list says and only the office's may change: nothing of it was done.
     *
     * @param students how many students it is about
     * @param lines the first of them, each with what differs
     * @param isTold whether there is somebody at the office to tell
     */
    public record Held(int students, List<Say> lines, boolean isTold) {
        public Held {
            lines = List.copyOf(lines);
        }
    }

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
        return comparison.outcome(
                new RosterEffects.Sum(settled, reopened, told), report.held(tables, comparison.objections));
    }

    /** Changes the roster; everything in it happens, or nothing. */
    public Outcome carryOut(Tables tables, Upload upload, Instant now) {
        Comparison comparison = compared(tables, upload, now);
        comparison.changes.stream().filter(RosterChange::changesAccount).forEach(c -> tables.students()
                .freeAccount(season.year(), c.student().number()));
        comparison.changes.stream().filter(c -> c.isAdded() || c.isChanged()).forEach(c -> tables.students()
                .put(season.year(), c.person(), c.student(), now));
        accounts.giveWay(tables, comparison.changes, now);
        int settled = 0;
        int reopened = 0;
        int told = photos.carryOut(tables, comparison.photos(), now).told();
        for (RosterChange change : comparison.changes) {
            RosterEffects.Sum sum = effects.carryOut(tables, change, now);
            settled += sum.settled();
            reopened += sum.reopened();
            told += sum.told();
        }
        report.tell(tables, upload.sender().name(), comparison.objections, now);
        return comparison.outcome(
                new RosterEffects.Sum(settled, reopened, told), report.held(tables, comparison.objections));
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
        boolean isOffice = upload.sender().side() == ChangedBy.OFFICE;
        CollegeList college = new CollegeList(season, stored, upload.columns());
        List<Enrolment> rows = isOffice ? upload.rows() : college.rows(upload.rows());
        RosterFile.Columns columns = isOffice ? upload.columns() : college.settable();
        comparison.objections.addAll(college.objections());
        for (Enrolment row : accounts.settle(rows)) {
            String number = row.student().number();
            Optional<Enrolled> before = Optional.ofNullable(stored.remove(number));
            Optional<PhotoState> photo =
                    before.filter(b -> isOffice && !listed.containsKey(number)).flatMap(b -> photo(b, row, now));
            Optional<Student> merged = before.map(b -> RosterChange.merged(b, row.student(), columns));
            comparison.changes.add(new RosterChange(
                    before,
                    accounts.of(row),
                    merged.orElse(row.student()),
                    differences(before, merged),
                    comeTrue(corrections.getOrDefault(number, List.of()), merged.orElse(row.student())),
                    photo,
                    upload.sender().side()));
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
        private final List<CollegeList.Objection> objections = new ArrayList<>();
        private final Accounts accounts;

        Comparison(Accounts accounts) {
            this.accounts = accounts;
        }

        List<PhotoState> photos() {
            return changes.stream().flatMap(c -> c.photo().stream()).toList();
        }

        Outcome outcome(RosterEffects.Sum sum, Held held) {
            int added = (int) changes.stream().filter(RosterChange::isAdded).count();
            int changed = (int) changes.stream().filter(RosterChange::isChanged).count();
            return new Outcome(
                    added,
                    changed,
                    changes.size() - added - changed,
                    absent,
                    accounts.refused(),
                    accounts.elsewhere(),
                    sum.settled(),
                    sum.reopened(),
                    sum.told(),
                    held);
        }
    }
}
