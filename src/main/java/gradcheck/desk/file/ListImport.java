package gradcheck.desk.file;

import gradcheck.desk.DeskContext;
import gradcheck.domain.ChangedBy;
import gradcheck.message.Attachment;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.read.NewColleges;
import gradcheck.roster.read.Notices;
import gradcheck.roster.read.PhotoFile;
import gradcheck.roster.read.PhotoImport;
import gradcheck.roster.read.RosterFile;
import gradcheck.roster.read.RosterFile.Enrolment;
import gradcheck.roster.read.RosterFile.RefusedRow;
import gradcheck.roster.read.RosterImport;
import gradcheck.roster.write.ErrorsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file somebody uploads: a roster, of their own colleges only, or the registrar's photo list. */
public record ListImport(DeskContext visit, ParsedFile content) {
    private static final int MOST_REASONS = 5;

    /** What is in the file. */
    public enum Kind {
        ROSTER,
        PHOTOS
    }

    /**
     * What would become, or has become, of the rows.
     *
     * @param refused the refused ones as a file
     * @param button what is agreed to
     */
    record Result(Say said, Optional<Attachment> refused, Say button) {
        Result(Say said, Optional<Attachment> refused) {
            this(said, refused, PagePhrases.BUTTON_CONFIRM.say());
        }
    }

    Result preview() {
        return result(false);
    }

    public Result carryOut() {
        return result(true);
    }

    private Result result(boolean forReal) {
        return content instanceof ParsedFile.Roster roster
                ? roster(roster, forReal)
                : photos(((ParsedFile.Photos) content).report(), forReal);
    }

    private Result roster(ParsedFile.Roster content, boolean forReal) {
        RosterFile.Report report = content.report();
        List<Enrolment> rows = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        for (Enrolment row : content.rows()) {
            if (isOwn(row)) {
                rows.add(row);
            } else {
                refused.add(new RefusedRow(
                        row.number(),
                        row.cells(),
                        PagePhrases.OTHER_COLLEGE.with("sees", visit.asker().sees())));
            }
        }
        refused.addAll(report.refused());
        RosterImport roster = new RosterImport(visit.season(), notices());
        NewColleges unknown = NewColleges.in(visit.tables(), visit.season(), rows);
        RosterImport.Upload upload = new RosterImport.Upload(rows, report.columns(), sender());
        RosterImport.Outcome outcome = forReal
                ? roster.carryOut(visit.tables(), upload, visit.now())
                : roster.preview(visit.tables(), upload, visit.now());
        refused.addAll(outcome.refused());
        List<Say> notes = new ArrayList<>(forReal ? List.of() : asked(unknown));
        notes.addAll(held(outcome.held(), forReal));
        notes.addAll(reasons(refused));
        Say said = (forReal ? PagePhrases.ROSTER_DONE : PagePhrases.ROSTER_WOULD)
                .with(
                        "added", outcome.added(),
                        "changed", outcome.changed(),
                        "unchanged", outcome.unchanged(),
                        "flagged", report.flagged(),
                        "refused", refused.size(),
                        "told", outcome.told(),
                        "reasons", notes);
        Say button = unknown.isEmpty() ? PagePhrases.BUTTON_CONFIRM.say() : PagePhrases.BUTTON_NEW_COLLEGE.say();
        return new Result(said, file(refused), button);
    }

    /** A row about a student of the asker's colleges, whatever it says; of somebody unknown, one that names such a college. */
    private boolean isOwn(Enrolment row) {
        return visit.tables()
                .students()
                .byNumber(visit.season().year(), row.student().number())
                .map(e -> e.student().college())
                .or(() -> Optional.of(row.student().college()))
                .filter(visit.asker().scope()::covers)
                .isPresent();
    }

    private RosterImport.Sender sender() {
        return visit.asker().isOffice()
                ? RosterImport.Sender.OFFICE
                : new RosterImport.Sender(
                        ChangedBy.COLLEGE,
                        visit.asker().sees() + " " + visit.asker().called());
    }

    /** A college that nobody knows is mostly a row whose cells slipped. */
    private static List<Say> asked(NewColleges unknown) {
        if (unknown.isEmpty()) {
            return List.of();
        }
        List<Say> colleges = unknown.names().stream()
                .map(name -> PagePhrases.NEW_COLLEGE.with("college", name, "rows", unknown.rowsOf(name)))
                .toList();
        return List.of(PagePhrases.NEW_COLLEGES.with("count", colleges.size(), "colleges", colleges));
    }

    /** What only the office's list changes. */
    private List<Say> held(RosterImport.Held held, boolean forReal) {
        if (held.students() == 0) {
            return List.of();
        }
        Phrase told = forReal ? PagePhrases.HELD_TOLD : PagePhrases.HELD_WOULD;
        Say next = held.isTold()
                ? told.say()
                : PagePhrases.HELD_UNTOLD.with("office", visit.season().office().name());
        return List.of(PagePhrases.HELD.with("count", held.students(), "lines", held.lines(), "next", next));
    }

    private Result photos(PhotoFile.Report report, boolean forReal) {
        PhotoImport photos = PhotoImport.ofList(visit.season(), notices());
        PhotoImport.Outcome outcome = forReal
                ? photos.carryOut(visit.tables(), report.states(), visit.now())
                : photos.preview(visit.tables(), report.states());
        Say said = (forReal ? PagePhrases.PHOTOS_DONE : PagePhrases.PHOTOS_WOULD)
                .with(
                        "changed", outcome.changed(),
                        "unchanged", outcome.unchanged(),
                        "unknown", outcome.unknown().size(),
                        "refused", report.refused().size(),
                        "told", outcome.told(),
                        "reasons", reasons(report.refused()));
        return new Result(said, file(report.refused()));
    }

    private Notices notices() {
        return new Notices(
                visit.ground().words(),
                visit.ground().ids(),
                visit.ground().quiet(),
                visit.season().zone());
    }

    private List<Say> reasons(List<RefusedRow> refused) {
        return refused.stream()
                .limit(MOST_REASONS)
                .map(r -> PagePhrases.REFUSED_ROW.with("number", r.number(), "why", r.why()))
                .toList();
    }

    private Optional<Attachment> file(List<RefusedRow> refused) {
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ErrorsFile.write(out, refused, visit.ground().words());
        } catch (IOException e) {
            throw new UncheckedIOException("could not write refused rows into memory", e);
        }
        return Optional.of(new Attachment("没导入的行-" + visit.today() + ".xlsx", out.toByteArray()));
    }
}
