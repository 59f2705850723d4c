package gradcheck.domain.status;

import gradcheck.domain.Noted;
import gradcheck.domain.PaperPhoto;
import gradcheck.domain.PhotoEvidence;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.WebPhoto;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The second check: the photo online, the student's look at it, and what a new one brings with it. */
final class PhotoTasks {
    private final StudentFacts facts;
    private final PhotoEvidence photo;
    private final Season season;
    private final LocalDate today;

    PhotoTasks(StudentFacts facts, Season season, LocalDate today) {
        this.facts = facts;
        this.photo = facts.photo();
        this.season = season;
        this.today = today;
    }

    List<Task> all() {
        List<Task> tasks = new ArrayList<>();
        tasks.add(web());
        tasks.add(own());
        if (facts.isRetaken()) {
            tasks.add(newest());
        }
        tasks.add(paper());
        tasks.add(record());
        return tasks;
    }

    /** R25's date is for collecting; for looking at the photo nobody has set one. */
    private Task web() {
        TaskState state = TaskState.of(photo.state());
        Optional<LocalDate> deadline = state == TaskState.PHOTO_UNKNOWN || state == TaskState.UNCOLLECTED
                ? Optional.of(season.photoDeadline())
                : Optional.empty();
        Task task =
                switch (photo.state()) {
                    case UNKNOWN -> Task.of(TaskKind.WEB_PHOTO, state, Actor.STUDENT, NextStep.CHECK_PHOTO);
                    case NOT_COLLECTED -> Task.of(TaskKind.WEB_PHOTO, state, Actor.STUDENT, NextStep.CALL_OFFICE);
                    case COLLECTED -> lookAgain(photo, season).isAfter(today)
                            ? Task.of(TaskKind.WEB_PHOTO, state, Actor.PLATFORM, NextStep.NONE)
                            : Task.of(TaskKind.WEB_PHOTO, state, Actor.STUDENT, NextStep.CHECK_PHOTO);
                    case ONLINE -> Task.done(TaskKind.WEB_PHOTO, state);
                };
        Task counted =
                photo.isDisputed() ? Task.of(TaskKind.WEB_PHOTO, state, Actor.STUDENT, NextStep.CALL_OFFICE) : task;
        return counted.since(photo.at()).until(deadline);
    }

    /** Who was photographed in time has done their part, but looks once more after weeks (C8). */
    static LocalDate lookAgain(PhotoEvidence photo, Season season) {
        Instant latest = photo.saidAt().isAfter(photo.at()) ? photo.saidAt() : photo.at();
        return latest.atZone(season.zone()).toLocalDate().plusDays(Season.PHOTO_LOOK_AGAIN_DAYS);
    }

    private Task own() {
        Optional<Noted> said = facts.noted(PhotoFact.OWN_CHECK);
        if (said.isEmpty()) {
            return isSeen()
                    ? Task.of(TaskKind.OWN_CHECK, TaskState.OWN_UNCHECKED, Actor.STUDENT, NextStep.CHECK_PHOTO)
                    : Task.of(TaskKind.OWN_CHECK, TaskState.OWN_UNCHECKED, Actor.PLATFORM, NextStep.NONE);
        }
        Task task =
                switch (said.get().value()) {
                    case PhotoFact.RIGHT -> Task.done(TaskKind.OWN_CHECK, TaskState.OWN_RIGHT);
                    case PhotoFact.AWAITS_NEW -> Task.of(
                            TaskKind.OWN_CHECK, TaskState.OWN_AWAITS_NEW, Actor.OFFICE, NextStep.NONE);
                    default -> Task.of(TaskKind.OWN_CHECK, TaskState.OWN_WRONG, Actor.OFFICE, NextStep.FOLLOW_UP);
                };
        return task.since(said.get().at());
    }

    private Task newest() {
        Optional<Noted> said = facts.noted(PhotoFact.NEWEST);
        if (said.isEmpty()) {
            return asked(TaskKind.NEWEST, TaskState.NEWEST_UNSAID);
        }
        return (facts.says(PhotoFact.NEWEST, PhotoFact.YES)
                        ? Task.done(TaskKind.NEWEST, TaskState.NEWEST_ONLINE)
                        : Task.of(TaskKind.NEWEST, TaskState.NEWEST_MISSING, Actor.OFFICE, NextStep.FOLLOW_UP))
                .since(said.get().at());
    }

    /** Only who had a new photo taken, or was told so by the secretary, owes one on paper (R28). */
    private Task paper() {
        Optional<Noted> said = facts.noted(PhotoFact.PAPER);
        if (said.isEmpty()) {
            return facts.isRetaken()
                    ? asked(TaskKind.PAPER, TaskState.PAPER_MISSING)
                    : Task.done(TaskKind.PAPER, TaskState.PAPER_MISSING);
        }
        Task task =
                switch (PaperPhoto.of(said.get().value()).orElse(PaperPhoto.HANDED_IN)) {
                    case HANDED_IN -> Task.done(TaskKind.PAPER, TaskState.PAPER_IN);
                    case TO_BE_RENEWED -> Task.of(
                            TaskKind.PAPER, TaskState.PAPER_OUTDATED, Actor.STUDENT, NextStep.BRING_PAPER);
                    case NOT_HANDED_IN -> Task.of(
                            TaskKind.PAPER, TaskState.PAPER_MISSING, Actor.STUDENT, NextStep.BRING_PAPER);
                };
        return task.since(said.get().at());
    }

    private Task record() {
        Optional<Noted> said = facts.noted(PhotoFact.CHSI_RECORD);
        if (said.isEmpty()) {
            return Task.of(TaskKind.CHSI_RECORD, TaskState.CHSI_UNCHECKED, Actor.STUDENT, NextStep.CHECK_PHOTO);
        }
        return (said.get().value().equals(PhotoFact.RIGHT)
                        ? Task.done(TaskKind.CHSI_RECORD, TaskState.CHSI_RIGHT)
                        : Task.of(TaskKind.CHSI_RECORD, TaskState.CHSI_WRONG, Actor.OFFICE, NextStep.FOLLOW_UP))
                .since(said.get().at());
    }

    /** What is asked once the photo is there and not wrong; before that nobody is sent to a question that won't come. */
    private Task asked(TaskKind kind, TaskState state) {
        return isSeen() && !facts.says(PhotoFact.OWN_CHECK, PhotoFact.WRONG)
                ? Task.of(kind, state, Actor.STUDENT, NextStep.CHECK_PHOTO)
                : Task.of(kind, state, Actor.PLATFORM, NextStep.NONE);
    }

    /** Whether there is a photo to look at, by the student's word or by the state that counts. */
    private boolean isSeen() {
        return photo.said() == WebPhoto.ONLINE || photo.state() == WebPhoto.ONLINE;
    }
}
