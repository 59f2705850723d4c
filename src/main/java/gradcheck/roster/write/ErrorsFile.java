package gradcheck.roster.write;

import gradcheck.message.Phrase.Say;
import gradcheck.roster.read.RosterFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes refused rows back as an XLSX: what they held, and why; every cell is text, so nothing in it can be run. */
public final class ErrorsFile {
    private static final double WIDTH = 18;

    private ErrorsFile() {}

    /** @param words renders the reasons */
    public static void write(OutputStream out, List<RosterFile.RefusedRow> rows, Function<Say, String> words)
            throws IOException {
        List<String> titles = List.copyOf(new TreeSet<>(
                rows.stream().flatMap(r -> r.cells().keySet().stream()).toList()));
        try (Workbook workbook = new Workbook(out, "gradcheck", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("errors");
            sheet.value(0, 0, "行号");
            sheet.value(0, 1, "原因");
            for (int column = 0; column < titles.size(); column++) {
                sheet.value(0, column + 2, titles.get(column));
                sheet.width(column + 2, WIDTH);
            }
            sheet.freezePane(0, 1);
            for (int i = 0; i < rows.size(); i++) {
                RosterFile.RefusedRow row = rows.get(i);
                sheet.value(i + 1, 0, Integer.toString(row.number()));
                sheet.value(i + 1, 1, words.apply(row.why()));
                for (int column = 0; column < titles.size(); column++) {
                    sheet.value(i + 1, column + 2, row.cells().getOrDefault(titles.get(column), ""));
                }
            }
        }
    }
}
