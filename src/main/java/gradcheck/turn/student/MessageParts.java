package gradcheck.turn.student;

import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.turn.IntentReplies;
import gradcheck.turn.Reply;
import gradcheck.turn.TurnPhrases;
import java.util.List;
import java.util.Optional;

/**
 * Several things in one message: 我确认 证明我发邮箱了; 1 不过照片有点糊要紧吗; 正确没换过. What the plan says is done in its order;
 * what is left is answered, or named as not understood.
 */
final class MessageParts {
    private final StudentTurn students;
    private final IntentReplies understood;

    MessageParts(StudentTurn students, IntentReplies understood) {
        this.students = students;
        this.understood = understood;
    }

    /** Empty where the message has one part only, or none of them does anything. */
    Optional<Reply> take(String text, Tables tables, Enrolled student) {
        return plan(text, tables, student).map(plan -> done(plan, text, tables, student));
    }

    /** The same where one of the parts answers the open question. */
    Optional<Reply> answering(String text, Tables tables, Enrolled student) {
        return plan(text, tables, student)
                .filter(plan -> !plan.answers().isEmpty())
                .map(plan -> done(plan, text, tables, student));
    }

    Optional<MessagePlan> plan(String text, Tables tables, Enrolled student) {
        return SpokenParts.parts(text).size() < 2
                ? Optional.empty()
                : MessagePlan.of(text, students.trial(tables, student), understood);
    }

    private Reply done(MessagePlan plan, String text, Tables tables, Enrolled student) {
        Reply reply = answered(plan, tables, student);
        for (StudentCommand command : plan.commands()) {
            reply = reply.then(students.command(command, tables, student));
        }
        boolean isWhole = plan.answers().isEmpty()
                && plan.commands().size() == 1
                && understood.isOrderFor(text, plan.commands().get(0));
        for (String rest : isWhole ? List.<String>of() : plan.left()) {
            reply = reply.and(understood
                    .beside(rest, text, tables, student)
                    .orElseGet(() -> TurnPhrases.PART_LEFT.with("text", rest)));
        }
        return reply;
    }

    /** What the answers of a plan come to; one that can't be taken after all is named. */
    Reply answered(MessagePlan plan, Tables tables, Enrolled student) {
        Reply reply = Reply.of();
        for (String answer : plan.answers()) {
            reply = reply.then(students.answer(answer, tables, student)
                    .orElseGet(() -> Reply.of(TurnPhrases.PART_LEFT.with("text", answer))));
        }
        return reply;
    }
}
