package gradcheck.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a person has answered so far, as text by name; a value that never changes. */
public record Answers(Map<String, String> values) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        values = Map.copyOf(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** These answers and one more. */
    public Answers with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Answers(more);
    }

    /** These answers and all of the others; of two with one name these stay. */
    public Answers and(Answers others) {
        Map<String, String> all = new TreeMap<>(others.values);
        all.putAll(values);
        return new Answers(all);
    }

    /** These answers without one. */
    public Answers without(String name) {
        Map<String, String> fewer = new TreeMap<>(values);
        fewer.remove(name);
        return new Answers(fewer);
    }
}
