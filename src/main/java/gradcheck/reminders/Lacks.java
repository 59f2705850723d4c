package gradcheck.reminders;

import gradcheck.domain.Season;
import gradcheck.domain.status.Status;
import gradcheck.domain.status.StudentState;
import gradcheck.domain.status.Task;
import gradcheck.domain.status.TaskState;
import gradcheck.store.query.Situations.Situation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a student is reminded of, from what is open now. Only what is the student's own next act: what waits for a
 * secretary or the registrar is nobody's lack, and after its deadline nothing is reminded of any more.
 */
public final class Lacks {
    private final Season season;

    public Lacks(Season season) {
        this.season = season;
    }

    /** The most urgent first: by deadline, what has none after it. */
    public List<Lack> of(Situation who, LocalDate today) {
        return of(who, today, Set.of());
    }

    /** The same, and what is open only because somebody asks for it. */
    public List<Lack> of(Situation who, LocalDate today, Set<StudentState> asked) {
        if (!who.standing().isReminded()) {
            return List.of();
        }
        Status status = who.status(season, today);
        List<Lack> lacks = new ArrayList<>();
        if (season.recordOpens().filter(today::isBefore).isEmpty()) {
            record(status, lacks);
        }
        photo(status, lacks);
        if (asked.contains(StudentState.PAPER_MISSING) && !status.has(TaskState.PAPER_IN)) {
            lacks.add(Lack.of(StudentState.PAPER_MISSING, Optional.empty()));
        }
        lacks.removeIf(lack -> lack.deadline().filter(today::isAfter).isPresent());
        lacks.sort(Comparator.comparing((Lack lack) -> lack.deadline().orElse(LocalDate.MAX))
                .thenComparing(Lack::audience));
        return lacks;
    }

    /** Before the record itself is confirmed nothing else of it is asked for. */
    private static void record(Status status, List<Lack> lacks) {
        add(status, TaskState.UNCONFIRMED, StudentState.UNCONFIRMED, lacks);
        add(status, TaskState.REOPENED, StudentState.REOPENED, lacks);
        if (lacks.isEmpty()) {
            add(status, TaskState.SENT_BACK, StudentState.SENT_BACK, lacks);
            add(status, TaskState.MATERIAL_DUE, StudentState.MATERIAL_DUE, lacks);
            add(status, TaskState.POSTPONED, StudentState.POSTPONED, lacks);
            add(status, TaskState.UNSUBMITTED, StudentState.UNSUBMITTED, lacks);
        }
    }

    private static void photo(Status status, List<Lack> lacks) {
        add(status, TaskState.UNCOLLECTED, StudentState.UNCOLLECTED, lacks);
        add(status, TaskState.PHOTO_UNKNOWN, StudentState.PHOTO_UNKNOWN, lacks);
        Set<StudentState> states = status.states();
        for (StudentState state : List.of(StudentState.UNCHECKED, StudentState.RETAKE)) {
            if (states.contains(state)) {
                lacks.add(Lack.of(state, Optional.empty()));
            }
        }
    }

    /** All tasks of that state which aren't done are one thing to be reminded of. */
    private static void add(Status status, TaskState state, StudentState audience, List<Lack> lacks) {
        List<Task> open =
                status.in(state).stream().filter(task -> !task.isDone()).toList();
        if (!open.isEmpty()) {
            lacks.add(new Lack(
                    audience,
                    open.get(0).deadline(),
                    open.stream().flatMap(task -> task.about().stream()).toList()));
        }
    }
}
