package gradcheck.desk.ask;

import gradcheck.domain.status.StudentState;
import java.util.EnumSet;
import java.util.Set;

/** What a question is about besides the record; a state of it must be in the question, or it is not understood. */
enum Topic {
    PHOTO(EnumSet.range(StudentState.UNCOLLECTED, StudentState.RETAKE)),
    MATERIAL(EnumSet.of(
            StudentState.MATERIAL_DUE,
            StudentState.MATERIAL_SENT,
            StudentState.MATERIAL_RECEIVED,
            StudentState.WITH_OFFICE,
            StudentState.PASSED,
            StudentState.SENT_BACK));

    private final Set<StudentState> states;

    Topic(Set<StudentState> states) {
        this.states = states;
    }

    boolean isIn(Set<StudentState> conditions) {
        return conditions.stream().anyMatch(states::contains);
    }
}
