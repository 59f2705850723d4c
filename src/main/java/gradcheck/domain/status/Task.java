package gradcheck.domain.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing of a student's two checks and where it stands.
 *
 * @param since since when; empty where nothing happened yet
 * @param turn who acts next
 * @param deadline the last day for it; empty where none is configured or none exists
 * @param next what the student does about it
 * @param field the code of the field it is about; empty: none
 * @param about the correction it is; empty for everything else
 */
public record Task(
        TaskKind kind,
        TaskState state,
        Optional<Instant> since,
        Actor turn,
        Optional<LocalDate> deadline,
        NextStep next,
        String field,
        Optional<CorrectionCase> about) {
    static Task of(TaskKind kind, TaskState state, Actor turn, NextStep next) {
        return new Task(kind, state, Optional.empty(), turn, Optional.empty(), next, "", Optional.empty());
    }

    static Task done(TaskKind kind, TaskState state) {
        return of(kind, state, Actor.NOBODY, NextStep.NONE);
    }

    Task since(Instant at) {
        return since(Optional.of(at));
    }

    Task since(Optional<Instant> at) {
        return new Task(kind, state, at, turn, deadline, next, field, about);
    }

    Task until(Optional<LocalDate> last) {
        return new Task(kind, state, since, turn, last, next, field, about);
    }

    Task about(CorrectionCase correction) {
        return new Task(kind, state, since, turn, deadline, next, correction.field(), Optional.of(correction));
    }

    Task of(String code) {
        return new Task(kind, state, since, turn, deadline, next, code, about);
    }

    /** Whether nobody has to do anything about it any more. */
    public boolean isDone() {
        return turn == Actor.NOBODY;
    }

    public boolean is(TaskState other) {
        return state == other;
    }
}
