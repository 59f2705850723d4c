package gradcheck.message;

import java.util.Locale;

/**
 * A person's WeCom userid, lower case: the platform compares without regard to case and answers in lower case.
 *
 * @param value 1 to 64 characters
 */
public record PersonId(String value) implements Comparable<PersonId> {
    /** The platform allows no more. */
    public static final int LONGEST = 64;

    public PersonId {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a userid has 1 to 64 characters, not " + value.length());
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
