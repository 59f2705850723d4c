package gradcheck.conversation;

import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one message made of a conversation.
 *
 * @param next the conversation from now on; empty when it ended
 * @param effects what has to be kept
 * @param says what is said, before the question
 * @param question the question that is open now, in full or in brief; empty when the conversation ended
 */
public record Turn(Optional<Conversation> next, List<Effect> effects, List<Say> says, Optional<Question> question) {
    public Turn {
        effects = List.copyOf(effects);
        says = List.copyOf(says);
    }

    /** The same turn with one sentence more before everything else. */
    public Turn saying(Say first) {
        List<Say> more = new ArrayList<>(List.of(first));
        more.addAll(says);
        return new Turn(next, effects, more, question);
    }
}
