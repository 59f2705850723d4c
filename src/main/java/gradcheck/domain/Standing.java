package gradcheck.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a student stands in this year's list.
 *
 * @param reason what the secretary gave as the reason; empty for who is simply in the list
 * @param until the student's own last day for the record check; empty: everybody's
 * @param actor the member of staff who said so last
 */
public record Standing(State state, String reason, Optional<LocalDate> until, String actor, Instant at) {
    /** Whether the bot asks anything of the student. */
    public enum State {
        /** Takes part. */
        IN("在列"),
        /** Takes part, but is not reminded for now. */
        PAUSED("暂停"),
        /** Does not graduate this year: counted nowhere, reminded of nothing. */
        OUT("移出");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Who has no standing of their own. */
    public static final Standing ORDINARY = new Standing(State.IN, "", Optional.empty(), "", Instant.EPOCH);

    public boolean isReminded() {
        return state == State.IN;
    }
}
