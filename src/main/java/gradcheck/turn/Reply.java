package gradcheck.turn;

import gradcheck.conversation.Question;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said in answer to one message: sentences, then the question that is open. */
public record Reply(List<Say> says, Optional<Question> question) {
    public Reply {
        says = List.copyOf(says);
    }

    public static Reply of(Say... says) {
        return new Reply(List.of(says), Optional.empty());
    }

    /** With one more sentence before the question. */
    public Reply and(Say say) {
        return new Reply(Stream.concat(says.stream(), Stream.of(say)).toList(), question);
    }

    /** With one more sentence before all others. */
    public Reply after(Say say) {
        return new Reply(Stream.concat(Stream.of(say), says.stream()).toList(), question);
    }

    /** What was said to one part of a message, and then to the next. */
    public Reply then(Reply next) {
        return new Reply(Stream.concat(says.stream(), next.says.stream()).toList(), next.question.or(() -> question));
    }

    public static Reply of(List<Say> says) {
        return new Reply(says, Optional.empty());
    }
}
