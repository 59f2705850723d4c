package gradcheck.domain.status;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A set of states as one number, a bit each in the order of the vocabulary: whoever has all of some states is found by one
 * comparison. The order may change, for {@link StatusRules} tells numbers of another one.
 */
public final class StateBits {
    private static final Map<StudentState, Long> BITS = new EnumMap<>(StudentState.class);

    static {
        long bit = 1;
        for (StudentState state : StudentState.values()) {
            // The last bit is the number's sign.
            if (bit <= 0) {
                throw new IllegalStateException("more states than a number has bits");
            }
            BITS.put(state, bit);
            bit <<= 1;
        }
    }

    private StateBits() {}

    public static long of(StudentState state) {
        return BITS.getOrDefault(state, 0L);
    }

    public static long of(Collection<StudentState> states) {
        return states.stream().mapToLong(StateBits::of).reduce(0, (one, other) -> one | other);
    }

    public static Set<StudentState> read(long bits) {
        Set<StudentState> states = EnumSet.noneOf(StudentState.class);
        BITS.forEach((state, bit) -> {
            if ((bits & bit) != 0) {
                states.add(state);
            }
        });
        return states;
    }
}
