package gradcheck.roster.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A list as an XLSX for people: a header that stays in view, columns as wide as they need, every cell a text. */
public final class ListFile {
    private static final int LONGEST_SHEET_NAME = 31;

    private ListFile() {}

    public static byte[] of(String title, List<String> header, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxSheet sheet = new XlsxSheet(out, sheetName(title), header)) {
            for (List<String> row : rows) {
                sheet.row(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write a list into memory", e);
        }
        return out.toByteArray();
    }

    /** A spreadsheet's sheet has a short name without these signs. */
    private static String sheetName(String title) {
        String name = title.replaceAll("[\\\\/*?:\\[\\]]", " ");
        return name.substring(0, Math.min(LONGEST_SHEET_NAME, name.length()));
    }
}
