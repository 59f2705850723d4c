package gradcheck.simulator;

import java.util.Map;
import java.util.Set;

/** The platform's no: its errcode (page 90313), what was wrong, and the page whose rule it is. */
record Refusal(int code, String why, int page) {
    /** What a faultless client meets too: a token that has run out or been withdrawn, a member who has left. */
    private static final Set<Integer> NOBODYS_FAULT = Set.of(40014, 42001, 60111, 81013);

    boolean isViolation() {
        return !NOBODYS_FAULT.contains(code);
    }

    Map<String, Object> answer() {
        return Map.of("errcode", code, "errmsg", why);
    }

    @Override
    public String toString() {
        return "errcode " + code + ", " + why + " (page " + page + ")";
    }
}
