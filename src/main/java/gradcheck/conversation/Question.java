package gradcheck.conversation;

import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import java.util.List;

/**
 * A question as it is put: complete as plain text.
 *
 * @param text what is said
 * @param choices the answers on offer, in the order of their numbers
 */
public record Question(Say text, List<Choice> choices) {
    public Question {
        choices = List.copyOf(choices);
    }
}
