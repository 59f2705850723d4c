package gradcheck.store.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was read within a transaction, until its table is written to: a turn asks for the same row from several places,
 * and asking SQLite again costs more than anything that is done with it.
 *
 * @param <K> by what it is looked up
 * @param <V> what is found; never changed by who gets it
 */
public final class ReadCache<K, V> {
    private final Function<K, V> read;
    private final Map<K, V> known = new HashMap<>(2);

    public ReadCache(Function<K, V> read) {
        this.read = read;
    }

    /** For one that outlives who reads it. */
    public ReadCache() {
        this(key -> {
            throw new IllegalStateException("nothing here reads by itself");
        });
    }

    public V of(K key) {
        return of(key, read);
    }

    public V of(K key, Function<K, V> reading) {
        V value = known.get(key);
        if (value == null) {
            value = reading.apply(key);
            known.put(key, value);
        }
        return value;
    }

    /** What the table holds now, for whoever has just written it. */
    public void put(K key, V value) {
        known.put(key, value);
    }

    /** What was read or written before; empty: it has to be asked for. */
    public Optional<V> known(K key) {
        return Optional.ofNullable(known.get(key));
    }

    /** To be called by everything that writes to the table. */
    public void forget() {
        known.clear();
    }
}
