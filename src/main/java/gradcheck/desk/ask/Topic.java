package gradcheck.desk.ask;

import gradcheck.store.Condition;
import java.util.EnumSet;
import java.util.Set;

/** What a question is about besides the record; a state of it must be in the question, or it is not understood. */
enum Topic {
    PHOTO(EnumSet.range(Condition.UNCOLLECTED, Condition.RETAKEN)),
    MATERIAL(EnumSet.of(
            Condition.MATERIAL_DUE,
            Condition.MATERIAL_SENT,
            Condition.MATERIAL_RECEIVED,
            Condition.WITH_OFFICE,
            Condition.PASSED,
            Condition.SENT_BACK));

    private final Set<Condition> states;

    Topic(Set<Condition> states) {
        this.states = states;
    }

    boolean isIn(Set<Condition> conditions) {
        return conditions.stream().anyMatch(states::contains);
    }
}
