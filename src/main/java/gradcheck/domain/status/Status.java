package gradcheck.domain.status;

import gradcheck.domain.PhotoEvidence;
import gradcheck.domain.Season;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a student is with both checks: each thing of them with its state, since when, whose turn it is, its last day and
 * the next step (design.md §2.1).
 *
 * @param tasks in the order in which they are listed; done ones too
 * @param photo what the registrar's list and the student say of the photo
 * @param lookAgain the day on which a photo that was taken is looked for once more
 */
public record Status(List<Task> tasks, PhotoEvidence photo, LocalDate lookAgain) {
    public Status {
        tasks = List.copyOf(tasks);
    }

    /** What is open on that day. */
    public static Status of(StudentFacts facts, Season season, LocalDate today) {
        List<Task> tasks = new ArrayList<>(new RecordTasks(facts, season).all());
        tasks.addAll(new PhotoTasks(facts, season, today).all());
        PhotoEvidence photo = facts.photo();
        return new Status(tasks, photo, PhotoTasks.lookAgain(photo, season));
    }

    /** The task of a kind of which there is one at most. */
    public Optional<Task> task(TaskKind kind) {
        return tasks.stream().filter(task -> task.kind() == kind).findFirst();
    }

    /** Every state of the vocabulary that follows from the tasks. */
    public Set<StudentState> states() {
        return StatusStates.of(this);
    }

    /** Whether one of the tasks is in this state. */
    public boolean has(TaskState state) {
        return tasks.stream().anyMatch(task -> task.is(state));
    }

    /** Those in this state. */
    public List<Task> in(TaskState state) {
        return tasks.stream().filter(task -> task.is(state)).toList();
    }

    /** The one thing the student does next: what can be done now before what takes its time. */
    public Optional<Task> next() {
        return now().or(() ->
                tasks.stream().filter(task -> task.next() != NextStep.NONE).findFirst());
    }

    /** The one thing the student does now; empty when there is none. */
    public Optional<Task> now() {
        return tasks.stream().filter(task -> task.next().isAtOnce()).findFirst();
    }

    public boolean isDone() {
        return tasks.stream().allMatch(Task::isDone);
    }

    /** Whether nothing is left of the second check. */
    public boolean isPhotoDone() {
        return tasks.stream().filter(task -> !task.kind().isOfRecord()).allMatch(Task::isDone);
    }
}
