package gradcheck.simulator.world;

import java.util.Map;

/**
 * One thing that goes wrong, in a share of the exchanges it concerns.
 *
 * @param kind one of {@link #KINDS}
 * @param share between 0 and 1
 * @param times how often at most; below zero: without end
 * @param millis how long, where the kind waits
 */
public record InjectedFault(String kind, double share, int times, long millis) {
    /** Each kind and where it strikes. */
    static final Map<String, Where> KINDS = Map.ofEntries(
            // The callback's answer is lost on its way: the platform delivers again (page 90238).
            Map.entry("unanswered", Where.CALLBACK),
            // Delivered once more though it was answered (page 90238 asks for a check by MsgId).
            Map.entry("repeat", Where.CALLBACK),
            Map.entry("late", Where.CALLBACK),
            // errcode -1, 45033, 45009 (page 90313); 45009 holds for the minute (page 90454).
            Map.entry("busy", Where.CALL),
            Map.entry("parallel", Where.CALL),
            Map.entry("limit", Where.CALL),
            Map.entry("server", Where.CALL),
            // The token ends early (page 91039): this call and those after it get 42001 until a new one is fetched.
            Map.entry("token", Where.CALL),
            // Taken, but the answer never arrives: cut off, or later than any patience.
            Map.entry("lost", Where.ANSWER),
            Map.entry("timeout", Where.ANSWER),
            Map.entry("slow", Where.ANSWER));

    /** Around the platform's callback, before a call of the bot is taken, or after it was. */
    public enum Where {
        CALLBACK,
        CALL,
        ANSWER
    }

    Where where() {
        Where where = KINDS.get(kind);
        if (where == null) {
            throw new IllegalArgumentException("no fault is called " + kind + "; there are " + KINDS.keySet());
        }
        return where;
    }
}
