package gradcheck.roster.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** RFC 4180 in UTF-8; the byte order mark is what makes Excel read it as such. */
final class CsvSheet implements SheetWriter {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter writer;

    CsvSheet(OutputStream out, List<String> header) throws IOException {
        out.write(BOM);
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        row(header);
    }

    @Override
    public void row(List<String> cells) {
        writer.writeRecord(cells.stream().map(Cells::neutral).toList());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
