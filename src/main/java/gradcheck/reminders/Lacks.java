package gradcheck.reminders;

import gradcheck.store.Situations.Situation;
import gradcheck.verification.Season;
import gradcheck.verification.status.Actor;
import gradcheck.verification.status.Status;
import gradcheck.verification.status.Task;
import gradcheck.verification.status.TaskKind;
import gradcheck.verification.status.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a student is reminded of, from what is open now. Only what is the student's own next act: what waits for a
 * secretary or the registrar is nobody's lack, and after its deadline nothing is reminded of any more.
 */
final class Lacks {
    private final Season season;

    Lacks(Season season) {
        this.season = season;
    }

    /** The most urgent first: by deadline, what has none after it. */
    List<Lack> of(Situation who, LocalDate today) {
        if (!who.standing().isReminded()) {
            return List.of();
        }
        Status status = who.status(season, today);
        List<Lack> lacks = new ArrayList<>();
        if (season.recordOpens().filter(today::isBefore).isEmpty()) {
            record(status, lacks);
        }
        photo(status, lacks);
        lacks.removeIf(lack -> lack.deadline().filter(today::isAfter).isPresent());
        lacks.sort(Comparator.comparing((Lack lack) -> lack.deadline().orElse(LocalDate.MAX))
                .thenComparing(Lack::audience));
        return lacks;
    }

    /** Before the record itself is confirmed nothing else of it is asked for. */
    private static void record(Status status, List<Lack> lacks) {
        add(status, TaskState.UNCONFIRMED, Audience.UNCONFIRMED, lacks);
        add(status, TaskState.REOPENED, Audience.REOPENED, lacks);
        if (lacks.isEmpty()) {
            add(status, TaskState.SENT_BACK, Audience.SENT_BACK, lacks);
            add(status, TaskState.MATERIAL_DUE, Audience.MATERIAL_DUE, lacks);
            add(status, TaskState.POSTPONED, Audience.PARTY, lacks);
            add(status, TaskState.UNSUBMITTED, Audience.UNSUBMITTED, lacks);
        }
    }

    private static void photo(Status status, List<Lack> lacks) {
        add(status, TaskState.UNCOLLECTED, Audience.NOT_COLLECTED, lacks);
        add(status, TaskState.PHOTO_UNKNOWN, Audience.PHOTO_UNKNOWN, lacks);
        if (status.has(TaskState.ONLINE)) {
            boolean unchecked = status.has(TaskState.OWN_UNCHECKED) || status.has(TaskState.CHSI_UNCHECKED);
            if (unchecked) {
                lacks.add(Lack.of(Audience.UNCHECKED, Optional.empty()));
            }
            if (isRetakeOpen(status)) {
                lacks.add(Lack.of(Audience.RETAKE, Optional.empty()));
            }
        }
    }

    /** R27–R29: who has had a new photo taken says whether the newest is online, and brings the newest on paper. */
    private static boolean isRetakeOpen(Status status) {
        Predicate<Task> isStudents = task -> task.turn() == Actor.STUDENT;
        return status.task(TaskKind.NEWEST).isPresent()
                && (status.task(TaskKind.NEWEST).filter(isStudents).isPresent()
                        || status.task(TaskKind.PAPER).filter(isStudents).isPresent());
    }

    /** All tasks of that state which aren't done are one thing to be reminded of. */
    private static void add(Status status, TaskState state, Audience audience, List<Lack> lacks) {
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
