package gradcheck.simulator.world;

import java.util.Map;
import java.util.Set;

/** The platform's no: its errcode (page 90313), what was wrong, and the page whose rule it is. */
public record ApiError(int code, String why, int page) {
    /**
     * What a faultless client meets too: a busy or crowded platform, a token that has run out or been withdrawn, a
     * member who has left, a code that was used or has run out.
     */
    private static final Set<Integer> NOBODYS_FAULT =
            Set.of(-1, 45009, 45033, 40014, 42001, 60111, 81013, 40029, 46003);

    public boolean isViolation() {
        return !NOBODYS_FAULT.contains(code);
    }

    public Map<String, Object> answer() {
        return Map.of("errcode", code, "errmsg", why);
    }

    @Override
    public String toString() {
        return "errcode " + code + ", " + why + " (page " + page + ")";
    }
}
