package gradcheck.roster.write;

import gradcheck.store.Tables;
import java.util.List;
import java.util.function.Consumer;

/** One kind of file that goes out (interface.md §5): its header, and its rows one after the other. */
interface Export {
    List<String> header();

    void each(Tables tables, Consumer<List<String>> row);
}
