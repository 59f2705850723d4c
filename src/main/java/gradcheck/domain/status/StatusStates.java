package gradcheck.domain.status;

import gradcheck.domain.CorrectionState;
import java.util.EnumSet;
import java.util.Set;

/** The states of the vocabulary that follow from a student's tasks. */
final class StatusStates {
    private final Status status;
    private final Set<StudentState> states = EnumSet.noneOf(StudentState.class);

    private StatusStates(Status status) {
        this.status = status;
    }

    static Set<StudentState> of(Status status) {
        StatusStates all = new StatusStates(status);
        status.tasks().forEach(all::add);
        all.ofPhoto();
        return all.states;
    }

    private void add(Task task) {
        switch (task.kind()) {
            case RECORD -> record(task);
            case CORRECTION -> states.addAll(of(task.about().orElseThrow().state()));
            case POSTPONED -> states.add(StudentState.POSTPONED);
            case REGISTRATION -> {
                if (!task.isDone() && status.has(TaskState.CONFIRMED)) {
                    states.add(StudentState.UNSUBMITTED);
                }
            }
            default -> photo(task);
        }
    }

    private void record(Task task) {
        states.add(task.is(TaskState.CONFIRMED) ? StudentState.CONFIRMED : StudentState.UNCONFIRMED);
        if (task.is(TaskState.REOPENED)) {
            states.add(StudentState.REOPENED);
        }
    }

    /** Every state of the vocabulary that who has such a correction is in. */
    static Set<StudentState> of(CorrectionState correction) {
        Set<StudentState> states = EnumSet.of(StudentState.valueOf(correction.name()));
        if (correction != CorrectionState.WITHDRAWN) {
            states.add(StudentState.ANY_CORRECTION);
        }
        if (correction.isOpen()) {
            states.add(StudentState.OPEN_CORRECTION);
        }
        if (RecordTasks.turn(correction) == Actor.COLLEGE) {
            states.add(StudentState.TO_REVIEW);
        }
        return states;
    }

    private void photo(Task task) {
        switch (task.state()) {
            case PHOTO_UNKNOWN -> states.add(StudentState.PHOTO_UNKNOWN);
            case UNCOLLECTED -> states.add(StudentState.UNCOLLECTED);
            case COLLECTED -> states.add(StudentState.COLLECTED);
            case ONLINE -> states.addAll(EnumSet.of(StudentState.COLLECTED, StudentState.ONLINE));
            case OWN_UNCHECKED -> states.add(StudentState.OWN_UNCHECKED);
            case OWN_RIGHT -> states.add(StudentState.OWN_CHECKED);
            case OWN_WRONG -> states.addAll(EnumSet.of(StudentState.OWN_CHECKED, StudentState.OWN_WRONG));
            case CHSI_WRONG -> states.add(StudentState.CHSI_WRONG);
            case PAPER_IN -> states.add(StudentState.PAPER_IN);
            case PAPER_MISSING -> states.add(StudentState.PAPER_MISSING);
            case PAPER_OUTDATED -> states.addAll(EnumSet.of(StudentState.PAPER_MISSING, StudentState.PAPER_OUTDATED));
            default -> {
                // Nobody asks for it by itself.
            }
        }
    }

    /** What more than one task tells. */
    private void ofPhoto() {
        if (!status.has(TaskState.ONLINE)) {
            states.add(StudentState.NOT_ONLINE);
            return;
        }
        if (status.has(TaskState.OWN_UNCHECKED) || status.has(TaskState.CHSI_UNCHECKED)) {
            states.add(StudentState.UNCHECKED);
        }
        boolean isRetaken = status.task(TaskKind.NEWEST).isPresent();
        if (isRetaken && (isStudents(TaskKind.NEWEST) || isStudents(TaskKind.PAPER))) {
            states.add(StudentState.RETAKE);
        }
    }

    private boolean isStudents(TaskKind kind) {
        return status.task(kind).filter(task -> task.turn() == Actor.STUDENT).isPresent();
    }
}
