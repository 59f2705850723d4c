package gradcheck.roster.write;

import de.siegmar.fastcsv.reader.CsvParseException;
import gradcheck.domain.chain.AuditCheck;
import gradcheck.domain.chain.AuditLine;
import gradcheck.message.PersonId;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Checks an exported file of the audit: it holds its own chain, so neither a proof nor the database is needed. */
public final class AuditFile {
    private AuditFile() {}

    /** Follows the chain through the file; empty if it is another file. */
    public static Optional<AuditCheck> check(byte[] csv) {
        try {
            List<List<String>> records = ConfirmationFile.records(csv);
            if (records.isEmpty() || !records.get(0).equals(AuditExport.HEADER)) {
                return Optional.empty();
            }
            AuditCheck check = new AuditCheck();
            records.stream().skip(1).forEach(cells -> line(cells).ifPresentOrElse(check::take, check::refuse));
            return Optional.of(check);
        } catch (IOException | CsvParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<AuditLine> line(List<String> cells) {
        if (cells.size() != AuditExport.HEADER.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AuditLine(
                    Long.parseLong(cells.get(6)),
                    OffsetDateTime.parse(cells.get(0)).toInstant(),
                    new PersonId(cells.get(1)),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(7),
                    cells.get(8),
                    cells.get(9)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
