package gradcheck.turn;

import gradcheck.conversation.Question;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said in answer to one message: sentences, then the question that is open. */
record Reply(List<Say> says, Optional<Question> question) {
    Reply {
        says = List.copyOf(says);
    }

    static Reply of(Say... says) {
        return new Reply(List.of(says), Optional.empty());
    }

    /** With one more sentence before the question. */
    Reply and(Say say) {
        return new Reply(Stream.concat(says.stream(), Stream.of(say)).toList(), question);
    }

    /** With one more sentence before all others. */
    Reply after(Say say) {
        return new Reply(Stream.concat(Stream.of(say), says.stream()).toList(), question);
    }

    static Reply of(List<Say> says) {
        return new Reply(says, Optional.empty());
    }
}
