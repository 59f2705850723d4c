package gradcheck.roster.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table on its way into a file, row by row; every cell is text, and none can be run. */
interface SheetWriter extends Closeable {
    void row(List<String> cells) throws IOException;
}
