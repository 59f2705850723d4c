package gradcheck.domain.status;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first check: the record, its corrections, what was left out of it, and the submission. */
final class RecordTasks {
    private final StudentFacts facts;
    private final Season season;
    /** The student's own last day goes before everybody's. */
    private final Optional<LocalDate> closes;

    RecordTasks(StudentFacts facts, Season season) {
        this.facts = facts;
        this.season = season;
        this.closes = facts.standing().until().or(season::recordCloses);
    }

    List<Task> all() {
        List<Task> tasks = new ArrayList<>();
        tasks.add(record());
        facts.record().corrections().forEach(correction -> tasks.add(correction(correction)));
        facts.record()
                .postponed()
                .forEach(postponed ->
                        tasks.add(Task.of(TaskKind.POSTPONED, TaskState.POSTPONED, Actor.PARTY, NextStep.ASK_PARTY)
                                .of(postponed.field())
                                .since(postponed.since())
                                .until(closes)));
        if (season.registrationRequired()) {
            tasks.add(registration());
        }
        return tasks;
    }

    private Task record() {
        RecordFacts record = facts.record();
        if (record.confirmed().isEmpty()) {
            return Task.of(TaskKind.RECORD, TaskState.UNCONFIRMED, Actor.STUDENT, NextStep.START_RECORD)
                    .until(closes);
        }
        return record.reopened().isPresent()
                ? Task.of(TaskKind.RECORD, TaskState.REOPENED, Actor.STUDENT, NextStep.CONFIRM_AGAIN)
                        .since(record.reopened())
                        .until(closes)
                : Task.done(TaskKind.RECORD, TaskState.CONFIRMED)
                        .since(record.confirmed().map(RecordFacts.Confirmed::at));
    }

    /** What was sent back and confirmed anew since is history. */
    private Task correction(CorrectionCase correction) {
        boolean isLatest = correction.version() == facts.record().version();
        Actor turn =
                correction.state() == CorrectionState.SENT_BACK && !isLatest ? Actor.NOBODY : turn(correction.state());
        NextStep next =
                switch (correction.state()) {
                    case SENT_BACK -> NextStep.REWRITE_FIELD;
                    case MATERIAL_DUE -> NextStep.SEND_MATERIAL;
                    default -> NextStep.NONE;
                };
        return Task.of(
                        TaskKind.CORRECTION,
                        TaskState.of(correction.state()),
                        turn,
                        turn == Actor.STUDENT ? next : NextStep.NONE)
                .since(correction.at())
                .until(turn == Actor.STUDENT ? closes : Optional.empty())
                .about(correction);
    }

    /** R32, R34–R38: the student brings the proof, the college takes it, the office decides. */
    static Actor turn(CorrectionState correction) {
        return switch (correction) {
            case MATERIAL_DUE, SENT_BACK -> Actor.STUDENT;
            case PENDING, MATERIAL_SENT, MATERIAL_RECEIVED -> Actor.COLLEGE;
            case WITH_OFFICE -> Actor.OFFICE;
            case PASSED, WITHDRAWN, IN_SYSTEM -> Actor.NOBODY;
        };
    }

    private Task registration() {
        Optional<Noted> said = facts.noted(PhotoFact.SUBMITTED);
        return said.isPresent()
                ? Task.done(TaskKind.REGISTRATION, TaskState.SUBMITTED).since(said.map(Noted::at))
                : Task.of(TaskKind.REGISTRATION, TaskState.UNSUBMITTED, Actor.STUDENT, NextStep.SUBMIT)
                        .until(closes);
    }
}
