package gradcheck.roster.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet whose header stays in view; columns as wide as its first rows need. */
final class XlsxSheet implements SheetWriter {
    /** So many rows wait in memory before they are written; the widths must be known by then. */
    private static final int ROWS_IN_MEMORY = 500;

    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final int[] widths;
    private int row;

    XlsxSheet(OutputStream out, String name, List<String> header) throws IOException {
        this.workbook = new Workbook(out, "gradcheck", "1.0");
        this.sheet = workbook.newWorksheet(name);
        this.widths = new int[header.size()];
        sheet.freezePane(0, 1);
        for (int column = 0; column < header.size(); column++) {
            sheet.style(0, column).bold().set();
        }
        row(header);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            String cell = Cells.neutral(cells.get(column));
            sheet.value(row, column, cell);
            widths[column] = Math.max(widths[column], width(cell));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            setWidths();
            sheet.flush();
        }
    }

    /** Only what is set before the first flush counts. */
    private void setWidths() {
        if (row <= ROWS_IN_MEMORY) {
            for (int column = 0; column < widths.length; column++) {
                sheet.width(column, Math.max(NARROWEST, Math.min(WIDEST, widths[column] + 2)));
            }
        }
    }

    /** In the width of a digit: a 汉字 takes two. */
    private static int width(String cell) {
        return cell.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }

    @Override
    public void close() throws IOException {
        setWidths();
        workbook.close();
    }
}
