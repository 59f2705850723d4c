package gradcheck.store.crypto;

import gradcheck.store.Store;
import gradcheck.store.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The change of the data key: every value is sealed anew, some in each transaction, so that what was done stays done
 * whatever ends the process; the next run goes on with the rest.
 */
public final class KeyChange {
    /** Some milliseconds of work in a transaction. */
    private static final int STEP = 200;

    private final Store store;

    public KeyChange(Store store) {
        this.store = store;
    }

    /**
     * How a column stands.
     *
     * @param done sealed with the present key
     * @param due sealed with the previous one
     * @param lost opened by neither
     */
    public record Column(String name, long done, long due, long lost) {}

    /** How every column stands. */
    public List<Column> preview() {
        List<Column> columns = new ArrayList<>();
        for (EncryptedColumn column : EncryptedColumn.values()) {
            columns.add(column(column, store.read(t -> t.sealedCells().all(column))));
        }
        return columns;
    }

    /**
     * Seals everything with the present key.
     *
     * @param each is told of every column that is done
     * @param last is written together with the end of the change
     * @return what neither key opened; only where it is nothing the previous key is needed no more
     */
    public long carryOut(Consumer<Column> each, Consumer<Tables> last) {
        long lost = 0;
        for (EncryptedColumn column : EncryptedColumn.values()) {
            List<Reencryption.Cell> cells = store.read(t -> t.sealedCells().all(column));
            List<List<Object>> due = cells.stream()
                    .filter(c -> c.need() == Reencryption.Need.SEALING)
                    .map(Reencryption.Cell::key)
                    .toList();
            for (int from = 0; from < due.size(); from += STEP) {
                step(column, due.subList(from, Math.min(due.size(), from + STEP)));
            }
            Column done = column(column, cells);
            lost += done.lost();
            each.accept(done);
        }
        settle(lost == 0, last);
        return lost;
    }

    private void step(EncryptedColumn column, List<List<Object>> keys) {
        store.write(tables -> {
                    keys.forEach(key -> tables.sealedCells().sealAnew(column, key));
                    return keys;
                })
                .join();
    }

    private void settle(boolean isWhole, Consumer<Tables> last) {
        store.write(tables -> {
                    tables.sealedCells().indexFailuresAgain();
                    if (isWhole) {
                        tables.dataKey().settle();
                    }
                    last.accept(tables);
                    return tables;
                })
                .join();
    }

    private static Column column(EncryptedColumn column, Collection<Reencryption.Cell> cells) {
        return new Column(
                column.table() + "." + column.column(),
                count(cells, Reencryption.Need.NOTHING),
                count(cells, Reencryption.Need.SEALING),
                count(cells, Reencryption.Need.RESCUE));
    }

    private static long count(Collection<Reencryption.Cell> cells, Reencryption.Need need) {
        return cells.stream().filter(c -> c.need() == need).count();
    }
}
