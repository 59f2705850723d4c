package gradcheck.store.engine;

import gradcheck.store.Tables;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What one piece of writing needs and takes long to read. The writer is one for all, so it doesn't read it: it gives the
 * work up, somebody else reads beside it, and the work begins once more with what was found.
 */
public final class Aside {
    private final Map<Object, Object> found = new ConcurrentHashMap<>();

    /** @throws Wanted if it was not read yet */
    @SuppressWarnings("unchecked") // Under a key stands what was read for that key.
    public <T> T of(Object key, Function<Tables, T> reading) {
        Object known = found.get(key);
        if (known == null) {
            throw new Wanted(key, reading);
        }
        return (T) known;
    }

    void keep(Object key, Object read) {
        found.put(key, read);
    }

    /** Ends the work for now. */
    static final class Wanted extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Object key;
        private final transient Function<Tables, ?> reading;

        Wanted(Object key, Function<Tables, ?> reading) {
            super("to be read beside the writer", null, false, false);
            this.key = key;
            this.reading = reading;
        }

        Object key() {
            return key;
        }

        Function<Tables, ?> reading() {
            return reading;
        }
    }
}
