package gradcheck.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One sentence the bot can say, by its key in the copy file, and the placeholders it needs.
 *
 * <p>Phrases are declared as constants in holders named {@code …Phrases}, so that the copy file can be checked against
 * them both ways: none missing, none unused, every placeholder supplied.
 *
 * @param key dotted, for example {@code record.political.ask}
 * @param placeholders the names that stand in braces in the sentence
 */
public record Phrase(String key, Set<String> placeholders) {

    public static Phrase of(String key, String... placeholders) {
        return new Phrase(key, Set.of(placeholders));
    }

    /** The sentence without placeholders. */
    public Say say() {
        return filled(Map.of());
    }

    /**
     * The sentence with its values, given as name, value, name, value.
     *
     * <p>A value is a text, a number, another {@link Say}, or a list of those, which becomes lines.
     *
     * @throws IllegalArgumentException if the names are not exactly the placeholders
     */
    public Say with(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return filled(values);
    }

    /**
     * The sentence with its values by name.
     *
     * @throws IllegalArgumentException if the names are not exactly the placeholders
     */
    public Say with(Map<String, Object> values) {
        return filled(values);
    }

    private Say filled(Map<String, Object> values) {
        if (!values.keySet().equals(placeholders)) {
            throw new IllegalArgumentException(key + " needs " + placeholders + " but got " + values.keySet());
        }
        return new Say(this, values);
    }

    /** Something to be said: a phrase with its values, not yet rendered. */
    public record Say(Phrase phrase, Map<String, Object> values) {}
}
