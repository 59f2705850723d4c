package gradcheck.roster.write;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import gradcheck.domain.chain.ChainCheck;
import gradcheck.domain.chain.ChainCheck.Fault;
import gradcheck.domain.chain.ChainCheck.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks an exported file of confirmations against its proof: neither the database nor the config is needed. */
public final class ConfirmationFile {
    private static final int COVERED = ConfirmationExport.COVERED.size();

    private ConfirmationFile() {}

    /** What the check came to. */
    public sealed interface Verdict {
        /** Every line is as it was confirmed; with the heads to compare. */
        record Intact(int lines, List<ConfirmationProof.College> colleges) implements Verdict {}

        /** A line doesn't fit. */
        record Broken(Fault fault) implements Verdict {}

        /** The proof's own hashes don't lead to its head: it was changed, or it belongs to no export. */
        record ProofBroken(String college) implements Verdict {}

        /** The first line isn't the header of this export. */
        record NoHeader() implements Verdict {}

        /** Not UTF-8, or no CSV. */
        record UnreadableFile() implements Verdict {}

        /** No proof at all. */
        record UnreadableProof() implements Verdict {}
    }

    /**
     * Checks the file.
     *
     * @param csv as it was exported
     * @param proof the content of its {@code .proof.json}
     */
    public static Verdict check(byte[] csv, byte[] proof) {
        Optional<ConfirmationProof> proved = proof(proof);
        if (proved.isEmpty()) {
            return new Verdict.UnreadableProof();
        }
        Optional<ConfirmationProof.College> broken =
                proved.get().colleges().stream().filter(c -> !c.holds()).findFirst();
        if (broken.isPresent()) {
            return new Verdict.ProofBroken(broken.get().college());
        }
        try {
            return compared(records(csv), proved.get());
        } catch (IOException | CsvParseException e) {
            return new Verdict.UnreadableFile();
        }
    }

    private static Optional<ConfirmationProof> proof(byte[] proof) {
        try {
            return ConfirmationProof.read(text(proof));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Verdict compared(List<List<String>> records, ConfirmationProof proof) {
        if (records.isEmpty() || !records.get(0).equals(ConfirmationExport.HEADER)) {
            return new Verdict.NoHeader();
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            lines.add(line(i + 1, records.get(i)));
        }
        ChainCheck check = new ChainCheck(
                proof.colleges().stream().map(ConfirmationProof.College::chain).toList());
        return check.firstFault(lines)
                .<Verdict>map(Verdict.Broken::new)
                .orElseGet(() -> new Verdict.Intact(lines.size(), proof.colleges()));
    }

    /** A line with too few or too many cells still has a number, and never the right hash. */
    private static Line line(int number, List<String> cells) {
        boolean isWhole = cells.size() == COVERED + 2;
        return new Line(
                number,
                isWhole ? cells.subList(0, COVERED) : cells,
                isWhole ? cells.get(COVERED) : "",
                isWhole ? cells.get(COVERED + 1) : "");
    }

    /** The cells of every record, as they were before neutralising. */
    static List<List<String>> records(byte[] csv) throws IOException {
        List<List<String>> records = new ArrayList<>();
        String text = text(csv);
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(bare)) {
            reader.forEach(
                    r -> records.add(r.getFields().stream().map(Cells::plain).toList()));
        }
        return records;
    }

    private static String text(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }
}
