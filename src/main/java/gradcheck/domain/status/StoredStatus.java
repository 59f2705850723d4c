package gradcheck.domain.status;

import gradcheck.domain.Season;
import gradcheck.domain.WebPhoto;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Of a student's status what holds on any day; whether something is overdue, and how many days are left, is reckoned from
 * the last days by who reads it.
 *
 * @param states all that is true of the student
 * @param turn whose turn the first open task is
 * @param photo the state of the photo that counts
 * @param photoSince since when
 * @param recordDue the last day for what is open of the first check
 * @param photoDue the last day for the photo
 * @param lookAgain when a photo that was taken is looked for once more
 */
public record StoredStatus(
        Set<StudentState> states,
        Actor turn,
        WebPhoto photo,
        Instant photoSince,
        Optional<LocalDate> recordDue,
        Optional<LocalDate> photoDue,
        Optional<LocalDate> lookAgain) {
    public StoredStatus {
        states = Set.copyOf(states);
    }

    public static StoredStatus of(StudentFacts facts, StudentTraits traits, Season season) {
        // Before every day on which something is looked for again: a taken photo is the platform's turn.
        Status status = Status.of(facts, season, LocalDate.MIN);
        return new StoredStatus(
                TraitStates.of(status.states(), facts, traits),
                status.tasks().stream()
                        .filter(task -> !task.isDone())
                        .map(Task::turn)
                        .findFirst()
                        .orElse(Actor.NOBODY),
                status.photo().state(),
                status.photo().at(),
                due(status, true),
                due(status, false),
                Optional.of(status.lookAgain()).filter(day -> status.has(TaskState.COLLECTED)));
    }

    private static Optional<LocalDate> due(Status status, boolean ofRecord) {
        return status.tasks().stream()
                .filter(task -> task.kind().isOfRecord() == ofRecord && !task.isDone())
                .flatMap(task -> task.deadline().stream())
                .min(Comparator.naturalOrder());
    }
}
