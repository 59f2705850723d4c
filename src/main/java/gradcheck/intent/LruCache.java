package gradcheck.intent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what was found for the texts that came last: in a season the same few hundred are written by everybody. Only
 * short ones with hardly a digit are kept, so that nobody's number stays in memory.
 */
final class LruCache<T> {
    private static final int MOST = 2000;
    private static final int LONGEST = 24;

    private static final int DIGITS = 2;

    private final Function<String, T> find;
    private final Map<String, T> found = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    };

    /** @param find always finds the same for the same text */
    LruCache(Function<String, T> find) {
        this.find = find;
    }

    T of(String text) {
        if (text.length() > LONGEST || text.chars().filter(Character::isDigit).count() > DIGITS) {
            return find.apply(text);
        }
        synchronized (found) {
            T known = found.get(text);
            if (known != null) {
                return known;
            }
        }
        T fresh = find.apply(text);
        synchronized (found) {
            found.put(text, fresh);
        }
        return fresh;
    }
}
