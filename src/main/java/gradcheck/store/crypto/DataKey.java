package gradcheck.store.crypto;

import gradcheck.store.engine.Metadata;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Which keys open this database: their prints are kept in it, so that a wrong key is found before anything is taken or
 * shown.
 */
public final class DataKey {
    private static final String MARK = "data-key";
    private static final String SEPARATOR = ",";

    private final Metadata marks;
    private final Reencryption cells;
    private final FieldCipher seal;

    public DataKey(Handle handle, FieldCipher seal) {
        this.marks = new Metadata(handle);
        this.cells = new Reencryption(handle, seal);
        this.seal = seal;
    }

    /**
     * Looks whether the keys that are given open everything.
     *
     * @throws WrongDataKey if something in the database may have been sealed with another one
     */
    public void check() {
        Set<String> given = new TreeSet<>(Set.of(seal.print()));
        seal.previousPrint().ifPresent(given::add);
        if (!given.containsAll(used())) {
            throw new WrongDataKey("the database was sealed with another key");
        }
    }

    /** Whether there may still be something that only the previous key opens. */
    public boolean isChanging() {
        return !used().equals(Set.of(seal.print()));
    }

    /** Whether the database has never been opened with the present key. */
    public boolean isNew() {
        return !used().contains(seal.print()) || marks.get(MARK).isEmpty();
    }

    /** From now on things are sealed with the present key, beside those before. */
    public void admit() {
        check();
        Set<String> all = new TreeSet<>(used());
        all.add(seal.print());
        marks.set(MARK, String.join(SEPARATOR, all));
    }

    /** Everything is sealed with the present key. */
    void settle() {
        marks.set(MARK, seal.print());
    }

    private Set<String> used() {
        return marks.get(MARK)
                .<Set<String>>map(text -> new TreeSet<>(List.of(text.split(SEPARATOR, -1))))
                .orElseGet(this::found);
    }

    /** In a database that was written before prints were kept: by opening what there is. */
    private Set<String> found() {
        Set<Reencryption.Need> needs = new TreeSet<>();
        for (EncryptedColumn column : List.of(EncryptedColumn.CERTIFICATE, EncryptedColumn.SHOWN)) {
            cells.all(column).forEach(cell -> needs.add(cell.need()));
        }
        if (needs.contains(Reencryption.Need.RESCUE)) {
            throw new WrongDataKey("neither key opens what is in the database");
        }
        Optional<String> previous = seal.previousPrint().filter(p -> needs.contains(Reencryption.Need.SEALING));
        return previous.map(p -> Set.of(p, seal.print())).orElseGet(() -> Set.of(seal.print()));
    }
}
