package gradcheck.turn.student;

import gradcheck.domain.Season;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.turn.IntentReplies;
import gradcheck.turn.NonTextReplies;
import gradcheck.turn.Reply;
import gradcheck.turn.StaffWords;
import gradcheck.turn.TurnPhrases;
import gradcheck.turn.handoff.HumanHandoff;
import gradcheck.turn.onboarding.Arrivals;
import gradcheck.turn.onboarding.Person;
import gradcheck.turn.privacy.PrivacyGuard;
import java.util.Optional;

/**
 * What a student says, in this order: a command, something for the teacher, an answer to the open question, another phrasing
 * or a question, and what nobody understands.
 */
public final class StudentWords {
    private final Season season;
    private final StudentTurn students;
    private final IntentReplies understood;
    private final HumanHandoff relayed;
    private final Arrivals arrivals;
    private final StaffWords staff;
    private final EndedSeasons ended;
    private final PrivacyGuard discretion;

    /** @param staff for who is both */
    public StudentWords(
            Season season,
            StudentTurn students,
            IntentReplies understood,
            HumanHandoff relayed,
            Arrivals arrivals,
            StaffWords staff) {
        this.season = season;
        this.students = students;
        this.understood = understood;
        this.relayed = relayed;
        this.arrivals = arrivals;
        this.staff = staff;
        this.ended = new EndedSeasons(season);
        this.discretion = new PrivacyGuard(season);
    }

    public Reply hear(String text, Tables tables, Person who, Enrolled student) {
        Optional<Reply> picked = understood.picked(text, tables, student);
        Optional<StudentCommand> command = StudentCommand.in(text);
        Optional<Reply> over = ended.unlessLooking(tables, command);
        if (over.isPresent()) {
            return over.get();
        }
        Optional<Reply> handedOn = relayed.isOrder(text, tables, student)
                ? ordered(text, tables, student)
                : relayed.first(text, tables, student).map(Reply::of);
        if (handedOn.isPresent()) {
            return handedOn.get();
        }
        if (command.isPresent()) {
            relayed.drop(tables, student);
            return students.command(command.get(), tables, student);
        }
        Optional<Reply> answered =
                picked.or(() -> students.receiptNamed(text, tables, student)).or(() -> answered(text, tables, student));
        answered.ifPresent(went -> relayed.drop(tables, student));
        return answered.or(() -> nothingToCancel(text, tables, student))
                .or(() -> relayed.last(text, tables, student).map(Reply::of))
                .or(() -> staff.asked(text, tables, who))
                .orElseGet(() -> otherwise(text, tables, student));
    }

    /** Talk answers nothing; and where any words would do, an order is none. */
    private Optional<Reply> answered(String text, Tables tables, Enrolled student) {
        if (understood.isTalk(text)) {
            return Optional.empty();
        }
        if (!students.takesWords(tables, student)) {
            return students.answer(text, tables, student);
        }
        return understood.isOrder(text)
                ? Optional.empty()
                : students.answer(understood.givesUp(text) ? "取消" : text, tables, student);
    }

    /** Done beside a conversation with the teacher. */
    private Optional<Reply> ordered(String text, Tables tables, Enrolled student) {
        relayed.drop(tables, student);
        return understood
                .ordered(text, tables, student)
                .map(reply -> relayed.kept(tables, student).map(reply::and).orElse(reply));
    }

    private Optional<Reply> nothingToCancel(String text, Tables tables, Enrolled student) {
        return StudentCommand.bare(text).equals("取消")
                ? Optional.of(students.andAgain(tables, student, TurnPhrases.NOTHING_TO_CANCEL.say()))
                : Optional.empty();
    }

    /** Neither a command nor an answer: a question, small talk, or words that nobody understands. */
    private Reply otherwise(String text, Tables tables, Enrolled student) {
        if (!arrivals.isKnown(tables, student.person()) && !understood.isMatter(text)) {
            StudentView view = StudentView.read(tables, season, student);
            return arrivals.student(tables, view, students.openQuestion(tables, view), false);
        }
        Optional<Say> instead =
                NonTextReplies.isFaces(text) ? Optional.of(TurnPhrases.FACES.say()) : discretion.aboutPhone(text);
        return instead.map(say -> students.andAgain(tables, student, say))
                .orElseGet(() -> understood.reply(text, tables, student));
    }
}
