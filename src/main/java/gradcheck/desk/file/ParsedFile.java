package gradcheck.desk.file;

import gradcheck.domain.Season;
import gradcheck.message.Attachment;
import gradcheck.roster.read.PhotoFile;
import gradcheck.roster.read.RosterFile;
import gradcheck.roster.read.RosterFile.Enrolment;
import gradcheck.roster.read.UnreadableFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A file that was read and compared with nothing yet; reading a large one takes seconds, so it needs no database. */
public sealed interface ParsedFile {

    /** A roster's rows, and what became of the others. */
    record Roster(List<Enrolment> rows, RosterFile.Report report) implements ParsedFile {
        public Roster {
            rows = List.copyOf(rows);
        }
    }

    /** The registrar's photo list. */
    record Photos(PhotoFile.Report report) implements ParsedFile {}

    static ParsedFile read(ListImport.Kind kind, Season season, LocalDate today, Attachment file)
            throws UnreadableFile {
        if (kind == ListImport.Kind.PHOTOS) {
            return new Photos(new PhotoFile(today).read(file.content(), file.name()));
        }
        List<Enrolment> rows = new ArrayList<>();
        RosterFile.Report report = new RosterFile(season.fields()).read(file.content(), file.name(), rows::add);
        return new Roster(rows, report);
    }
}
