package gradcheck.turn.student;

import gradcheck.domain.Season;
import gradcheck.flows.HandoffPhrases;
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
import java.util.regex.Pattern;

/**
 * What a student says, in this order: a command, something for the teacher, an answer to the open question, another phrasing
 * or a question, and what nobody understands.
 */
public final class StudentWords {
    /** Beside other words a nod sends nothing; the number or a word for it does. */
    private static final Pattern DECIDES = Pattern.compile("[123]|转|发[给吧]|改|不用|不要|不[转问]|别|算了");

    private final Season season;
    private final StudentTurn students;
    private final IntentReplies understood;
    private final HumanHandoff relayed;
    private final Arrivals arrivals;
    private final StaffWords staff;
    private final EndedSeasons ended;
    private final PrivacyGuard discretion;
    private final MessageParts parts;

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
        this.parts = new MessageParts(students, understood);
    }

    public Reply hear(String text, Tables tables, Person who, Enrolled student) {
        if (!students.isShowing(tables, student.person())) {
            return heard(text, tables, who, student);
        }
        boolean isOrder = StudentCommand.in(text).isPresent();
        Optional<Reply> decided = isOrder
                ? Optional.empty()
                : students.answer(text, tables, student)
                        .or(() -> DECIDES.matcher(text).find()
                                ? parts.answering(text, tables, student)
                                : Optional.empty());
        if (decided.isPresent()) {
            return decided.get();
        }
        // Whatever else is said leaves the words that were shown, and is heard as if nothing had been asked.
        students.leaveShown(tables, student.person());
        Reply reply = heard(text, tables, who, student);
        return students.isShowing(tables, student.person()) ? reply : reply.and(HandoffPhrases.LEFT.say());
    }

    /** What is for a person is handed on as it was typed; everything else is heard in the words that everybody knows. */
    private Reply heard(String typed, Tables tables, Person who, Enrolled student) {
        String text = understood.standard(typed);
        Optional<Reply> picked = picked(text, tables, student);
        Optional<StudentCommand> command = StudentCommand.in(text);
        Optional<Reply> over = ended.unlessLooking(tables, command);
        if (over.isPresent()) {
            return over.get();
        }
        Optional<Say> status = relayed.status(text, tables, student);
        if (status.isPresent()) {
            return students.andAgain(tables, student, status.get());
        }
        if (relayed.isForAPerson(typed, tables, student)) {
            return handedOn(typed, tables, student);
        }
        if (command.isPresent()) {
            relayed.drop(tables, student);
            return students.command(command.get(), tables, student);
        }
        Optional<Reply> answered = picked.or(() -> students.receiptNamed(text, tables, student))
                .or(() -> parts.led(text, tables, student))
                .or(() -> parts.take(text, tables, student))
                .or(() -> answered(text, tables, student));
        answered.ifPresent(went -> relayed.drop(tables, student));
        return answered.or(() -> nothingToCancel(text, tables, student))
                .or(() -> students.repeated(text, tables, student))
                .or(() -> forAPerson(typed, tables, student))
                .or(() -> staff.asked(text, tables, who))
                .orElseGet(() -> otherwise(text, tables, student));
    }

    /** 读完了，想问下老师学分没修满怎么办: what answers is taken, what is for a person is shown. */
    private Reply handedOn(String typed, Tables tables, Enrolled student) {
        Optional<MessagePlan> plan = parts.plan(typed, tables, student)
                .filter(made -> !made.answers().isEmpty())
                .filter(made -> relayed.isForAPerson(String.join("，", made.left()), tables, student));
        String rest = plan.map(made -> String.join("，", made.left())).orElse(typed);
        Reply answered = plan.map(made -> parts.answered(made, tables, student)).orElseGet(Reply::of);
        Optional<Say> known = understood.known(rest, tables, student);
        Reply shown = students.showForAPerson(rest, tables, student);
        return answered.then(known.map(shown::after).orElse(shown));
    }

    /** 1 对的, 第二个: what was offered is picked first; what else is said beside the number is heard after it. */
    private Optional<Reply> picked(String text, Tables tables, Enrolled student) {
        Optional<Reply> picked = understood.picked(text, MessagePlan.first(text), tables, student);
        String rest = MessagePlan.afterFirst(text);
        return picked.map(reply -> rest.isEmpty() || students.isSmall(rest) || understood.isComplaint(rest)
                ? reply
                : parts.take(rest, tables, student)
                        .or(() -> students.answer(rest, tables, student))
                        .map(reply::then)
                        .orElseGet(() -> beside(rest, reply, tables, student)));
    }

    private Reply beside(String rest, Reply reply, Tables tables, Enrolled student) {
        return understood
                .beside(rest, rest, tables, student)
                .filter(say -> !reply.says().contains(say))
                .map(reply::and)
                .orElse(reply);
    }

    /** What nobody understood, shortly after a person was asked for. */
    private Optional<Reply> forAPerson(String text, Tables tables, Enrolled student) {
        return relayed.mayBeForAPerson(text, tables, student) && understood.isUnknown(text)
                ? Optional.of(students.showForAPerson(text, tables, student))
                : Optional.empty();
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
