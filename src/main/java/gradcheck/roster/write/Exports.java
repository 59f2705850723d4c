package gradcheck.roster.write;

import gradcheck.domain.Season;
import gradcheck.domain.chain.AuditCheck;
import gradcheck.store.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Writes what goes out of the house, streaming: a file of one kind, for one college or for all. */
public final class Exports {
    private final Season season;

    public Exports(Season season) {
        this.season = season;
    }

    /** What can be exported. */
    public enum Kind {
        CONFIRMATIONS,
        CORRECTIONS,
        STATISTICS,
        PHOTOS,
        ROSTER,
        AUDIT;

        /** The kind with this name in lower case. */
        public static Optional<Kind> named(String name) {
            return Arrays.stream(values()).filter(k -> k.title().equals(name)).findFirst();
        }

        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As what it is written. */
    public enum Format {
        CSV,
        XLSX
    }

    /**
     * What is written.
     *
     * @param college empty: all of them
     */
    public record Order(Kind kind, String college, Format format) {}

    /**
     * Writes the file and leaves the stream open.
     *
     * @return how many rows it has besides the header
     */
    public int write(Order order, Tables tables, OutputStream out) throws IOException {
        return write(export(order, Optional.empty()), order, tables, out);
    }

    /** Writes the confirmations with what proves them. */
    public ConfirmationProof writeProved(Order order, Tables tables, OutputStream out) throws IOException {
        ConfirmationProof.Gathering proof = new ConfirmationProof.Gathering();
        write(export(order, Optional.of(proof)), order, tables, out);
        return proof.done();
    }

    /** Writes the audit, and follows its chain on the way. */
    public AuditCheck writeAudit(Format format, Tables tables, OutputStream out) throws IOException {
        AuditCheck check = new AuditCheck();
        write(new AuditExport(season, check), new Order(Kind.AUDIT, "", format), tables, out);
        return check;
    }

    private static int write(Export export, Order order, Tables tables, OutputStream out) throws IOException {
        int[] rows = {0};
        OutputStream kept = new NonClosingStream(out);
        try (SheetWriter sheet = order.format() == Format.CSV
                ? new CsvSheet(kept, export.header())
                : new XlsxSheet(kept, order.kind().title(), export.header())) {
            export.each(tables, row -> {
                try {
                    sheet.row(row);
                    rows[0]++;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
        return rows[0];
    }

    private Export export(Order order, Optional<ConfirmationProof.Gathering> proof) {
        return switch (order.kind()) {
            case CONFIRMATIONS -> new ConfirmationExport(season, order.college(), proof);
            case CORRECTIONS -> new CorrectionExport(season, order.college());
            case STATISTICS -> new StatisticsExport(season, order.college());
            case PHOTOS -> new PhotoExport(season, order.college());
            case ROSTER -> new RosterExport(season, order.college());
            case AUDIT -> new AuditExport(season, new AuditCheck());
        };
    }

    /** ISO 8601 with offset, in the university's time zone. */
    static String time(Season season, Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(season.zone()));
    }
}
