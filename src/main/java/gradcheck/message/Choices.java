package gradcheck.message;

import java.util.Arrays;
import java.util.List;

/**
 * The answers a question offers, in the order of their numbers. Each stands once in the copy file, beside its sentence: the
 * numbered line and the button come from there.
 *
 * @param key of the question: the labels stand below {@code keyChoices}; empty: what is offered are values, each its own label
 * @param offered the keys of the answers
 */
public record Choices(String key, List<String> offered) {
    public static final Choices NONE = values(List.of());

    private static final String LABELS = "Choices.";

    public Choices {
        offered = List.copyOf(offered);
    }

    public static Choices of(String key, String... offered) {
        return new Choices(key, List.of(offered));
    }

    /** Values out of the record or the domain. */
    public static Choices values(List<String> values) {
        return new Choices("", values);
    }

    /**
     * Some of these, in this order.
     *
     * @throws IllegalArgumentException if one of them is none of these
     */
    public Choices only(String... some) {
        if (!offered.containsAll(Arrays.asList(some))) {
            throw new IllegalArgumentException(key + " offers " + offered + ", not all of " + List.of(some));
        }
        return of(key, some);
    }

    public boolean areValues() {
        return key.isEmpty();
    }

    /** What a choice is called; of values there is none. */
    public Phrase label(String choice) {
        return Phrase.of(key + LABELS + choice);
    }

    /** The labels of all of them. */
    public List<Phrase> labels() {
        return areValues() ? List.of() : offered.stream().map(this::label).toList();
    }
}
