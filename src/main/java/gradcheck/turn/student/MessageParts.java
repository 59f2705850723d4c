package gradcheck.turn.student;

import gradcheck.conversation.Question;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.turn.IntentReplies;
import gradcheck.turn.Reply;
import gradcheck.turn.TurnPhrases;
import java.util.ArrayList;
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

    /** The same before anything else is tried, where the first part is a fixed word: it wins over all the rest. */
    Optional<Reply> led(String text, Tables tables, Enrolled student) {
        return MessagePlan.isLed(text, students.trial(tables, student))
                ? take(text, tables, student)
                : Optional.empty();
    }

    /** Empty where the message has one part only, or none of them does anything. */
    Optional<Reply> take(String text, Tables tables, Enrolled student) {
        return MessagePlan.of(text, students.trial(tables, student), understood)
                .map(plan -> done(plan, text, tables, student));
    }

    private Reply done(MessagePlan plan, String text, Tables tables, Enrolled student) {
        List<Say> says = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Optional<Question> question = Optional.empty();
        for (String answer : plan.answers()) {
            Optional<Reply> reply = students.answer(answer, tables, student);
            reply.ifPresentOrElse(heard -> says.addAll(heard.says()), () -> left.add(answer));
            question = reply.isPresent() ? reply.flatMap(Reply::question) : question;
        }
        for (StudentCommand command : plan.commands()) {
            Reply reply = students.command(command, tables, student);
            says.addAll(reply.says());
            question = reply.question();
        }
        boolean isWhole = plan.answers().isEmpty()
                && plan.commands().size() == 1
                && understood.isOrderFor(text, plan.commands().get(0));
        left.addAll(isWhole ? List.of() : plan.left());
        for (String rest : left) {
            says.add(understood
                    .beside(rest, text, tables, student)
                    .orElseGet(() -> TurnPhrases.PART_LEFT.with("text", rest)));
        }
        return new Reply(says, question);
    }
}
