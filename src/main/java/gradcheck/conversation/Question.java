package gradcheck.conversation;

import gradcheck.message.Choices;
import gradcheck.message.Phrase.Say;

/**
 * A question as it is put: complete as plain text.
 *
 * @param text what is said
 * @param brief the same in a line or two, for when it was asked a moment ago
 * @param choices the answers on offer, in the order of their numbers
 */
public record Question(Say text, Say brief, Choices choices) {
    public Question(Say text, Choices choices) {
        this(text, text, choices);
    }

    /** The same question, said in brief. */
    public Question inBrief() {
        return new Question(brief, brief, choices);
    }
}
